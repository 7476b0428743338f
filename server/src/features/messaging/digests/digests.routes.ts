import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Digests } from './digests.ts';

/** Everybody reaches only the own digests: the viewer's id is part of every query. */
export function digestRoutes({
  database,
  digests,
}: {
  readonly database: Database;
  readonly digests: Pick<Digests, 'preview' | 'list'>;
}): Route[] {
  return [
    route(api.digests.preview, ({ viewer, query }) => digests.preview(database.query, viewer.userId, query)),
    route(api.digests.list, ({ viewer, query }) => digests.list(database.query, viewer.userId, query)),
  ];
}
