import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

export const sourceQueries = {
  sources: () =>
    pagedQuery(['operator', 'sources'], (cursor) => client.operator.listSources({ query: { cursor } })),
  runs: (sourceId: string) =>
    pagedQuery(['operator', 'runs', sourceId], (cursor) =>
      client.operator.listSourceRuns({ params: { source_id: sourceId }, query: { cursor } }),
    ),
};
