import type { EmailReceipt } from '../../features/messaging/channels/email/email-journal.ts';
import type { EmailContact } from '../../features/messaging/channels/email/index.ts';
import type { OutgoingDelivery, SendOutcome } from '../../features/messaging/channels/index.ts';
import type { Database } from '../../platform/db/index.ts';
import type { MailCarrier } from './messaging.ts';

type MailDelivery = OutgoingDelivery<EmailContact>;
/** What comes of an attempt to send a mail. */
export type MailSendOutcome = SendOutcome<EmailReceipt>;
export type Answer = (delivery: MailDelivery) => MailSendOutcome | Promise<MailSendOutcome>;

/** Sends by answering as told, and remembers what it was given. */
export function scriptedSender(answer: Answer, concurrency = 2) {
  const given: MailDelivery[] = [];
  const sender: MailCarrier = {
    concurrency,
    urgentConcurrency: 1,
    async send(delivery) {
      given.push(delivery);
      return answer(delivery);
    },
  };
  return { given, sender };
}

/** The state of all deliveries, in the order in which they were written. */
export function deliveryStates(database: Database) {
  return database.query
    .selectFrom('deliveries')
    .select(['status', 'reason', 'attempts', 'due_at', 'finished_at', 'lease_until', 'last_error'])
    .orderBy('id')
    .execute();
}
