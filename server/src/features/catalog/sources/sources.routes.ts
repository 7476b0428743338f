import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Sources } from './sources.ts';

/** Sources belong to the operators, all of them to each. */
export function sourceRoutes({
  database,
  sources,
}: {
  readonly database: Database;
  readonly sources: Sources;
}): Route[] {
  return [
    route(api.operator.listSources, ({ query }) => sources.list(query)),
    route(api.operator.createSource, async ({ body }) => {
      const id = await sources.add(body);
      return sources.read(id);
    }),
    route(api.operator.trySource, ({ body }) => sources.tryOut(body)),
    route(api.operator.readSource, ({ params }) => sources.read(params.source_id)),
    route(api.operator.updateSource, async ({ params, body }) => {
      await database.transaction((tx) => sources.edit(tx, params.source_id, body));
      return sources.read(params.source_id);
    }),
    route(api.operator.removeSource, async ({ params }) => {
      await database.transaction((tx) => sources.remove(tx, params.source_id));
      return undefined;
    }),
    route(api.operator.runSource, ({ params }) =>
      database.transaction((tx) => sources.requestRun(tx, params.source_id)),
    ),
    route(api.operator.readJobLink, ({ params }) => sources.links.readLook(params.job_id)),
    route(api.operator.listSourceRuns, ({ params, query }) => sources.listRuns(params.source_id, query)),
  ];
}
