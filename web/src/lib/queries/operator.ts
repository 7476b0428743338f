import type { DeliveryStatus } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from './pages.ts';

export const operatorQueries = {
  overview: () =>
    queryOptions({
      queryKey: ['operator', 'overview'],
      queryFn: () => client.operator.overview(),
      refetchInterval: 10_000,
    }),
  deliveries: (status: DeliveryStatus) =>
    pagedQuery(['operator', 'deliveries', status], (cursor) =>
      client.operator.listDeliveries({ query: { cursor, status } }),
    ),
  sources: () =>
    pagedQuery(['operator', 'sources'], (cursor) => client.operator.listSources({ query: { cursor } })),
  runs: (sourceId: string) =>
    pagedQuery(['operator', 'runs', sourceId], (cursor) =>
      client.operator.listSourceRuns({ params: { source_id: sourceId }, query: { cursor } }),
    ),
};

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
