import { api } from '@rolecall/contract';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Matching } from './matching.ts';

export function matchingRoutes({ matching }: { readonly matching: Pick<Matching, 'listMatches'> }): Route[] {
  return [route(api.jobs.listMatches, async ({ viewer, query }) => matching.listMatches(viewer, query))];
}
