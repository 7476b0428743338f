import type { PersonState, Role } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from './pages.ts';

/** Stories of notifications: they go on while one looks, so they are read again whenever they are opened. */
export const traceQueries = {
  own: (notificationId: string) =>
    queryOptions({
      queryKey: ['notifications', 'trace', notificationId],
      queryFn: () => client.trace.read({ params: { notification_id: notificationId } }),
      staleTime: 0,
    }),
  why: (subject: string) =>
    queryOptions({
      queryKey: ['notifications', 'why', subject],
      queryFn: () => client.trace.why({ query: { subject } }),
      staleTime: 0,
    }),
  ofAnybody: (notificationId: string) =>
    queryOptions({
      queryKey: ['operator', 'trace', notificationId],
      queryFn: () => client.people.readTrace({ params: { notification_id: notificationId } }),
      staleTime: 0,
    }),
};

export interface PersonFilter {
  readonly withheld?: boolean | undefined;
}

export interface PeopleFilter {
  readonly q?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: PersonState | undefined;
}

export const peopleQueries = {
  list: ({ q = '', role, state }: PeopleFilter) =>
    pagedQuery(['operator', 'people', 'list', q, role ?? '', state ?? ''], (cursor) =>
      client.people.list({ query: { cursor, q, role, state } }),
    ),
  account: (userId: string) =>
    queryOptions({
      queryKey: ['operator', 'people', 'account', userId],
      queryFn: () => client.people.readAccount({ params: { user_id: userId } }),
    }),
  deliveries: (userId: string) =>
    queryOptions({
      queryKey: ['operator', 'people', 'deliveries', userId],
      queryFn: () => client.people.countDeliveries({ params: { user_id: userId } }),
    }),
  one: (userId: string) =>
    queryOptions({
      queryKey: ['operator', 'people', 'one', userId],
      queryFn: () => client.people.read({ params: { user_id: userId } }),
    }),
  notifications: (userId: string, { withheld }: PersonFilter) =>
    pagedQuery(['operator', 'people', 'notifications', userId, withheld ?? 'all'], (cursor) =>
      client.people.listNotifications({
        params: { user_id: userId },
        query: { cursor, ...(withheld === undefined ? {} : { withheld: withheld ? 'true' : 'false' }) },
      }),
    ),
};
