import { api } from '@rolecall/contract';
import { type Route, route } from '../../../platform/http/index.ts';
import type { OverviewReader } from './overview.ts';

export function overviewRoutes(overview: OverviewReader): Route[] {
  return [route(api.operator.overview, () => overview.read())];
}
