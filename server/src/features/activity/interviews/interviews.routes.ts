import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Applications, CheckNotes } from '../applications/index.ts';
import type { Interviews } from './interviews.ts';

/** Each answers with the application, of which interviews are a part. */
export function interviewRoutes({
  database,
  applications,
  interviews,
  checkNotes,
}: {
  readonly database: Database;
  readonly applications: Pick<Applications, 'read'>;
  readonly interviews: Interviews;
  readonly checkNotes: CheckNotes;
}): Route[] {
  return [
    route(api.applications.scheduleInterview, async ({ viewer, params, body }) => {
      await checkNotes(body.place, body.note);
      return database.transaction(async (tx) => {
        await interviews.schedule(tx, viewer, params.application_id, body);
        return applications.read(tx, viewer, params.application_id);
      });
    }),

    route(api.applications.moveInterview, async ({ viewer, params, body }) => {
      await checkNotes(body.place, body.note);
      return database.transaction(async (tx) => {
        await interviews.move(tx, viewer, params.application_id, params.interview_id, body);
        return applications.read(tx, viewer, params.application_id);
      });
    }),

    route(api.applications.cancelInterview, async ({ viewer, params, body }) => {
      await checkNotes(body.note);
      return database.transaction(async (tx) => {
        await interviews.cancel(tx, viewer, params.application_id, params.interview_id, body.note);
        return applications.read(tx, viewer, params.application_id);
      });
    }),
  ];
}
