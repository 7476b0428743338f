import type {
  ChannelSender,
  OutgoingDelivery,
  SendOutcome,
} from '../../features/messaging/deliveries/index.ts';
import type { Database } from '../../platform/db/index.ts';

export type Answer = (delivery: OutgoingDelivery) => SendOutcome | Promise<SendOutcome>;

/** A channel that answers as told and remembers what it was given. */
export function scriptedSender(answer: Answer, concurrency = 2) {
  const given: OutgoingDelivery[] = [];
  const sender: ChannelSender = {
    name: 'email',
    concurrency,
    urgentConcurrency: 1,
    messageDomain: 'rolecall.example',
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
