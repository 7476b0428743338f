import type { DeliveryStatus, MailCounter, MailGrouping, Role, SuppressionReason } from '@rolecall/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { type Pages, pagedQuery } from './pages.ts';

/** Between two looks at who is online, in milliseconds. */
const presenceInterval = 10_000;

interface SuppressionSearch {
  readonly q?: string | undefined;
  readonly reason?: SuppressionReason | undefined;
  readonly expired?: boolean | undefined;
}

/** A stretch of time, as the interface takes it. */
export interface MailRange {
  readonly from: string;
  readonly to: string;
}

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
  suppressions: ({ q, reason, expired }: SuppressionSearch) =>
    pagedQuery(['operator', 'suppressions', q ?? '', reason ?? '', expired ?? false], (cursor) =>
      client.suppressions.list({
        query: { cursor, q, reason, expired: expired === true ? 'true' : 'false' },
      }),
    ),
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
  mailAnalytics: (query: MailRange & { readonly interval: 'hour' | 'day'; readonly time_zone: string }) =>
    queryOptions({
      queryKey: ['operator', 'email', 'analytics', query],
      queryFn: () => client.mailAnalytics.read({ query }),
      placeholderData: keepPreviousData,
    }),
  mailGroups: (query: MailRange & { readonly group_by: MailGrouping; readonly sort: MailCounter }) =>
    pagedQuery(['operator', 'email', 'groups', query], (cursor) =>
      client.mailAnalytics.listGroups({ query: { ...query, cursor } }),
    ),
  mailAlarms: () =>
    queryOptions({
      queryKey: ['operator', 'email', 'alarms'],
      queryFn: () => client.mailAnalytics.readAlarms(),
      refetchInterval: 30_000,
    }),
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
