import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Resumes } from './resumes.ts';

export function resumeRoutes({
  database,
  resumes,
}: {
  readonly database: Database;
  readonly resumes: Resumes;
}): Route[] {
  return [
    route(api.applications.uploadResume, async ({ viewer, file }) => {
      if (file === null) {
        throw new ApplicationError('invalid_request', { fields: [{ path: 'file', message: 'is missing' }] });
      }
      const read = await resumes.readFile(file);
      return database.transaction((tx) => resumes.upload(tx, viewer, read));
    }),

    route(api.applications.listResumes, async ({ viewer }) => ({ items: await resumes.list(viewer) })),

    route(api.applications.downloadResume, async ({ viewer, params }) =>
      resumes.download(viewer, params.resume_id),
    ),

    route(api.applications.removeResume, async ({ viewer, params }) =>
      database.transaction((tx) => resumes.remove(tx, viewer, params.resume_id)).then(() => undefined),
    ),

    route(api.applications.readResume, async ({ viewer, params }) => resumes.read(viewer, params.resume_id)),

    route(api.applications.readResumeSummary, async ({ viewer, params }) =>
      resumes.summarize(viewer, params.resume_id),
    ),

    route(api.applications.chooseDefaultResume, async ({ viewer, params }) =>
      database.transaction((tx) => resumes.makeDefault(tx, viewer, params.resume_id)),
    ),

    route(api.applications.acceptFromResume, async ({ viewer, params, body }) =>
      database.transaction((tx) => resumes.accept(tx, viewer, params.resume_id, body)),
    ),

    route(api.applications.takeBackFromResume, async ({ viewer, params }) =>
      database.transaction((tx) => resumes.takeBack(tx, viewer, params.acceptance_id)).then(() => undefined),
    ),

    route(api.applications.exportResume, async ({ viewer, params }) =>
      resumes.export(viewer, params.resume_id, params.format),
    ),
  ];
}
