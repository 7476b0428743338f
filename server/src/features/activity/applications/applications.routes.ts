import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Applications } from './applications.ts';
import type { CheckNotes } from './notes.ts';

export function applicationRoutes({
  database,
  applications,
  checkNotes,
}: {
  readonly database: Database;
  readonly applications: Applications;
  readonly checkNotes: CheckNotes;
}): Route[] {
  return [
    route(api.applications.apply, async ({ viewer, params, body }) =>
      database.transaction(async (tx) => {
        const id = await applications.apply(tx, viewer, params.job_id, body);
        return applications.read(tx, viewer, id);
      }),
    ),

    route(api.applications.listOwn, async ({ viewer, query }) => applications.listOwn(viewer, query)),

    route(api.applications.listForJob, async ({ viewer, params, query }) =>
      applications.listForJob(viewer, params.job_id, query),
    ),

    route(api.applications.read, async ({ viewer, params }) =>
      applications.read(database.query, viewer, params.application_id),
    ),

    route(api.applications.changeStatus, async ({ viewer, params, body }) => {
      await checkNotes(body.note, body.interview?.place, body.interview?.note);
      return database.transaction(async (tx) => {
        await applications.changeStatus(tx, viewer, params.application_id, body);
        return applications.read(tx, viewer, params.application_id);
      });
    }),

    route(api.applications.takeBack, async ({ viewer, params }) =>
      database.transaction(async (tx) => {
        await applications.takeBack(tx, viewer, params.application_id);
        return applications.read(tx, viewer, params.application_id);
      }),
    ),

    route(api.applications.withdraw, async ({ viewer, params }) =>
      database.transaction(async (tx) => {
        await applications.withdraw(tx, viewer, params.application_id);
        return applications.read(tx, viewer, params.application_id);
      }),
    ),
  ];
}
