import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Marks } from './marks.ts';

/** Every job seeker has marks of their own, which nobody else sees. */
export function markRoutes({
  database,
  marks,
}: {
  readonly database: Database;
  readonly marks: Marks;
}): Route[] {
  return [
    route(api.jobs.save, ({ viewer, params }) =>
      database.transaction((tx) => marks.mark(tx, viewer, params.job_id, 'saved')),
    ),
    route(api.jobs.unsave, ({ viewer, params }) =>
      database.transaction((tx) => marks.unmark(tx, viewer, params.job_id, 'saved')),
    ),
    route(api.jobs.hide, ({ viewer, params }) =>
      database.transaction((tx) => marks.mark(tx, viewer, params.job_id, 'hidden')),
    ),
    route(api.jobs.unhide, ({ viewer, params }) =>
      database.transaction((tx) => marks.unmark(tx, viewer, params.job_id, 'hidden')),
    ),
    route(api.jobs.listSaved, async ({ viewer, query }) => marks.list(viewer, 'saved', query)),
    route(api.jobs.listHidden, async ({ viewer, query }) => marks.list(viewer, 'hidden', query)),
  ];
}
