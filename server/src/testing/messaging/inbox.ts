import { type AnyNotification, createUpkeep } from '../../features/messaging/notifications/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { Route } from '../../platform/http/index.ts';
import { FakeClock } from '../clock.ts';
import { createTestMessaging } from './messaging.ts';
import { jobAlert } from './payloads.ts';
import { callRoute } from './routes.ts';

/** What the endpoints of the inbox are made of. */
type RouteParts = { readonly database: Database } & Pick<
  ReturnType<typeof createTestMessaging>,
  'inbox' | 'deliveries'
>;

/**
 * The inbox over real parts, with its endpoints and its upkeep.
 *
 * @param routesOf only the tests of a feature may import its endpoints
 */
export function createTestInbox(
  database: Database,
  routesOf: (parts: RouteParts) => Route[],
  start = '2027-03-01T12:00:00Z',
) {
  const clock = new FakeClock(start);
  const messaging = createTestMessaging({ database, clock, carrier: { smtpUrl: 'smtp://127.0.0.1:9' } });
  const { inbox, deliveries, livePush, notifications } = messaging;
  const routes = routesOf({ database, inbox, deliveries });
  const call: typeof callRoute = (endpoint, request) => callRoute(endpoint, request, routes);
  return {
    ...{ clock, messaging, call },
    upkeep: createUpkeep({ database, clock, livePush }),

    /** Tells a person of so many jobs; gives the ids, the oldest first. */
    async tell(userId: string, count: number): Promise<string[]> {
      const items = Array.from({ length: count }, () => ({ userId, payload: jobAlert() }));
      const ids = await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', items));
      return ids.map((id) => id ?? '');
    },

    async notify(notification: AnyNotification): Promise<string> {
      return (await database.transaction((tx) => notifications.notify(tx, notification))) ?? '';
    },

    /** What was decided last for the deliveries of a notification. */
    reasons: async (userId: string, notificationId: string): Promise<string[]> =>
      (await deliveries.ofNotification(database.query, notificationId, userId)).map(({ reason }) => reason),
  };
}
