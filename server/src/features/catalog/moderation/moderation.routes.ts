import { api } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { openRoute, type Route, route } from '../../../platform/http/index.ts';
import type { Moderation } from './moderation.ts';

/** Anybody may report; the rest is for operators, which the contract says. */
export function moderationRoutes({
  database,
  moderation,
}: {
  readonly database: Database;
  readonly moderation: Moderation;
}): Route[] {
  async function change(jobId: string, action: (tx: Tx) => Promise<void>) {
    return database.transaction(async (tx) => {
      await action(tx);
      return moderation.read(tx, jobId);
    });
  }

  return [
    openRoute(api.moderation.report, ({ viewer, context, params, body }) =>
      database.transaction((tx) => moderation.report(tx, { viewer, context }, params.job_id, body)),
    ),
    route(api.moderation.list, ({ query }) => moderation.list(query)),
    route(api.moderation.read, ({ params }) => moderation.read(database.query, params.job_id)),
    route(api.moderation.hide, ({ params: { job_id }, body, ...caller }) =>
      change(job_id, (tx) => moderation.hide(tx, caller, job_id, body.reason)),
    ),
    route(api.moderation.dismiss, ({ params: { job_id }, body, ...caller }) =>
      change(job_id, (tx) => moderation.dismiss(tx, caller, job_id, body.reason)),
    ),
    route(api.moderation.restore, ({ params: { job_id }, body, ...caller }) =>
      change(job_id, (tx) => moderation.restore(tx, caller, job_id, body.reason)),
    ),
    route(api.moderation.readPolicy, async () => ({
      flagged_postings: await moderation.readRule(database.query),
    })),
    route(api.moderation.setPolicy, ({ body, ...caller }) =>
      database.transaction((tx) => moderation.setRule(tx, caller, body.flagged_postings)),
    ),
  ];
}
