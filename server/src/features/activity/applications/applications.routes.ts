import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Applications } from './applications.ts';
import type { Interviews } from './interviews.ts';
import type { Resumes } from './resumes.ts';

export interface ApplicationRoutesDependencies {
  readonly database: Database;
  readonly applications: Applications;
  readonly interviews: Interviews;
  readonly resumes: Resumes;
}

export function applicationRoutes({
  database,
  applications,
  interviews,
  resumes,
}: ApplicationRoutesDependencies): Route[] {
  return [
    route(api.applications.uploadResume, async ({ viewer, file }) => {
      if (file === null) {
        throw new ApplicationError('invalid_request', { fields: [{ path: 'file', message: 'is missing' }] });
      }
      return database.transaction((tx) => resumes.upload(tx, viewer, file));
    }),

    route(api.applications.listResumes, async ({ viewer }) => ({ items: await resumes.list(viewer) })),

    route(api.applications.downloadResume, async ({ viewer, params }) =>
      resumes.download(viewer, params.resume_id),
    ),

    route(api.applications.removeResume, async ({ viewer, params }) =>
      database.transaction((tx) => resumes.remove(tx, viewer, params.resume_id)).then(() => undefined),
    ),

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

    route(api.applications.changeStatus, async ({ viewer, params, body }) =>
      database.transaction(async (tx) => {
        await applications.changeStatus(tx, viewer, params.application_id, body);
        return applications.read(tx, viewer, params.application_id);
      }),
    ),

    route(api.applications.scheduleInterview, async ({ viewer, params, body }) =>
      database.transaction(async (tx) => {
        await interviews.schedule(tx, viewer, params.application_id, body);
        return applications.read(tx, viewer, params.application_id);
      }),
    ),

    route(api.applications.moveInterview, async ({ viewer, params, body }) =>
      database.transaction(async (tx) => {
        await interviews.move(tx, viewer, params.application_id, params.interview_id, body);
        return applications.read(tx, viewer, params.application_id);
      }),
    ),

    route(api.applications.cancelInterview, async ({ viewer, params, body }) =>
      database.transaction(async (tx) => {
        await interviews.cancel(tx, viewer, params.application_id, params.interview_id, body.note);
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
