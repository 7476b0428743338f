import type { DigestFrequency } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

/** Below the key of notifications, so that whatever comes in shows in the preview too. */
export const digestQueries = {
  preview: (frequency: DigestFrequency) =>
    queryOptions({
      queryKey: ['notifications', 'digest', frequency],
      queryFn: () => client.digests.preview({ query: { frequency } }),
    }),
  past: () =>
    pagedQuery(['notifications', 'digests'], (cursor) => client.digests.list({ query: { cursor } })),
};
