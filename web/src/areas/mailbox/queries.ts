import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

export const mailboxQueries = {
  list: (to: string | undefined) => ({
    ...pagedQuery(['mailbox', 'list', to ?? ''], (cursor) => client.mailbox.list({ query: { cursor, to } })),
    refetchInterval: 5_000,
  }),
  one: (mailId: string) =>
    queryOptions({
      queryKey: ['mailbox', 'one', mailId],
      queryFn: () => client.mailbox.read({ params: { mail_id: mailId } }),
      staleTime: Infinity,
    }),
};
