import { api, type Job } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { openRoute, type Route, route, type Viewer } from '../../../platform/http/index.ts';
import type { Jobs } from './jobs.ts';

/** Reading a job is open to anybody; the rest is for recruiters, each on the jobs of the own company. */
export function jobRoutes({ database, jobs }: { readonly database: Database; readonly jobs: Jobs }): Route[] {
  async function change(viewer: Viewer, jobId: string, action: (tx: Tx) => Promise<void>): Promise<Job> {
    await database.transaction(action);
    return jobs.readPage(jobId, viewer);
  }

  return [
    openRoute(api.jobs.read, ({ params, viewer }) => jobs.readPage(params.job_id, viewer)),
    route(api.jobs.create, async ({ body, viewer }) => {
      const input = await jobs.readInput(body);
      const id = await database.transaction((tx) => jobs.post(tx, viewer, input));
      return jobs.readPage(id, viewer);
    }),
    route(api.jobs.update, async ({ params, body, viewer }) => {
      const update = await jobs.readUpdate(params.job_id, body);
      return change(viewer, params.job_id, (tx) => jobs.edit(tx, viewer, params.job_id, update));
    }),
    route(api.jobs.close, ({ params, viewer }) =>
      change(viewer, params.job_id, (tx) => jobs.close(tx, viewer, params.job_id)),
    ),
    route(api.jobs.reopen, ({ params, viewer }) =>
      change(viewer, params.job_id, (tx) => jobs.reopen(tx, viewer, params.job_id)),
    ),
    route(api.jobs.listOwn, ({ query, viewer }) => jobs.listOwn(viewer, query)),
    route(api.jobs.readPostings, ({ viewer }) => jobs.readPostings(viewer)),
    route(api.jobs.listOfCompany, ({ params, query }) => jobs.listOf(params.company_id, query)),
    route(api.jobs.readPostingsOf, ({ params }) => jobs.readPostingsOf(params.company_id)),
  ];
}
