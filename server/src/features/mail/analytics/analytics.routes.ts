import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { MailAnalytics } from './analytics.ts';

/** The contract lets nobody but operators in. */
export function mailAnalyticsRoutes({
  database,
  mailAnalytics,
}: {
  readonly database: Database;
  readonly mailAnalytics: MailAnalytics;
}): Route[] {
  return [
    route(api.mailAnalytics.read, ({ query }) => mailAnalytics.read(database.query, query)),
    route(api.mailAnalytics.listGroups, ({ query }) => mailAnalytics.listGroups(database.query, query)),
    route(api.mailAnalytics.exportGroups, async ({ query }) => ({
      content: await mailAnalytics.exportGroups(database.query, query),
      mediaType: 'text/csv; charset=utf-8',
      fileName: `email-${query.group_by}-${query.from.slice(0, 10)}.csv`,
    })),
  ];
}
