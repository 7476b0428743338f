import type { Role } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { type Pages, pagedQuery } from '../../lib/queries/pages.ts';

/** Between two looks at who is online, in milliseconds. */
const presenceInterval = 10_000;

export const presenceQueries = {
  presence: () =>
    queryOptions({
      queryKey: ['operator', 'presence'],
      queryFn: () => client.operator.presence(),
      refetchInterval: presenceInterval,
    }),
  online: (role: Role | undefined) => ({
    ...pagedQuery(['operator', 'online', role ?? ''], (cursor) =>
      client.operator.listOnlinePeople({ query: { cursor, role } }),
    ),
    // All pages that are shown are read again, so that many of them are not read more often than one.
    refetchInterval: ({ state }: { readonly state: { readonly data: Pages<unknown> | undefined } }) =>
      presenceInterval * Math.max(1, state.data?.pages.length ?? 1),
  }),
};
