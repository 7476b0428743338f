import type { MailCounter, MailGrouping } from '@rolecall/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

/** A stretch of time, as the interface takes it. */
export interface MailRange {
  readonly from: string;
  readonly to: string;
}

export const mailAnalyticsQueries = {
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
};
