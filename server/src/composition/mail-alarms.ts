import { listAudience } from '../features/identity/audiences/index.ts';
import { alarmWords, createMailAlarms, type MailAlarms } from '../features/mail/alarms/index.ts';
import type { Deliveries } from '../features/messaging/deliveries/index.ts';
import type { Notifications } from '../features/messaging/notifications/index.ts';
import type { Platform } from './platform.ts';

/** Most operators that are told; those who signed up first. */
const mostOperators = 100;

/** Watches over bounces and complaints, tells operators, and lets deliveries go on when it is over. */
export function createConfiguredMailAlarms(
  { database, clock, logger, metrics, config }: Platform,
  parts: { notifications(): Notifications; deliveries(): Deliveries },
): MailAlarms {
  return createMailAlarms({
    database,
    clock,
    logger,
    metrics,
    limits: config.mail.alarms,
    async tell(tx, news) {
      const operators = await listAudience(
        tx,
        { to: 'role', role: 'operator' },
        { signedUpBy: clock.now(), after: null, limit: mostOperators },
      );
      await parts.notifications().notifyMany(
        tx,
        'service_message',
        operators.map(({ user_id: userId, locale }) => {
          const { title, message, action } = alarmWords(news, locale);
          return {
            userId,
            payload: { title, message, action: { label: action, path: '/operator/email/analytics' } },
          };
        }),
      );
    },
    resumed() {
      parts
        .deliveries()
        .releaseBulk()
        .catch((error: unknown) => logger.warn({ err: error }, 'held mails look again by themselves'));
    },
  });
}
