import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { MailAlarms } from './alarms.ts';

/** The contract lets nobody but operators in. */
export function mailAlarmRoutes({
  database,
  logger,
  mailAlarms,
}: {
  readonly database: Database;
  readonly logger: Logger;
  readonly mailAlarms: MailAlarms;
}): Route[] {
  return [
    route(api.mailAnalytics.readAlarms, () => mailAlarms.read(database.query)),
    route(api.mailAnalytics.resume, async ({ viewer }) => {
      const view = await database.transaction((tx) => mailAlarms.resume(tx));
      logger.info({ user_id: viewer.userId }, 'an operator lets mails go on');
      return view;
    }),
  ];
}
