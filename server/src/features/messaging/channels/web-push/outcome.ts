import type { SendOutcome } from '../channel.ts';
import type { PushAnswer } from './answers.ts';
import type { PushContact } from './contacts.store.ts';

/** What one device was answered. */
export interface DeviceAnswer {
  readonly contact: PushContact;
  readonly answer: PushAnswer;
}

/** What an attempt has shown of devices, for the transaction that records it. */
export interface PushReceipt {
  readonly answers: readonly DeviceAnswer[];
  /** Notifications that the devices have been told to close. */
  readonly closes: readonly string[];
}

/**
 * Sums up what became of a delivery that goes to several devices: it is sent as soon as one of them has it, and if none
 * has it, what may still succeed decides.
 */
export function outcomeOf(receipt: PushReceipt): SendOutcome<PushReceipt> {
  const { answers } = receipt;
  for (const { contact, answer } of answers) {
    if (answer.result !== 'taken') continue;
    const { host: provider } = new URL(contact.endpoint);
    return { result: 'sent', carrier: { provider, providerMessageId: answer.message }, receipt };
  }
  const [first] = answers
    .map(({ contact, answer }) => failureOf(answer, contact))
    .toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  if (first === undefined) throw new Error('a push has no device to go to');
  return { ...first, receipt };
}

type Failure = Exclude<SendOutcome<PushReceipt>, { result: 'sent' }>;

/** The first of these that became of a device decides. */
const order: readonly Failure['result'][] = [
  'throttled',
  'unavailable',
  'retry',
  'sender_blocked',
  'message_rejected',
  'contact_gone',
];

function failureOf(
  answer: Exclude<PushAnswer, { result: 'taken' }> | PushAnswer,
  contact: PushContact,
): Failure {
  const { host } = new URL(contact.endpoint);
  switch (answer.result) {
    case 'taken':
      throw new Error('what was taken has not failed');
    case 'waits':
      return { result: 'throttled', detail: answer.detail, retryAfterMs: answer.retryAfterMs };
    case 'later':
      return { result: 'retry', detail: `${host}: ${answer.detail}`, retryAfterMs: answer.retryAfterMs };
    case 'unreachable':
      return { result: 'unavailable', detail: `${host}: ${answer.detail}` };
    case 'sender_refused':
      // Whoever subscribes with another key is refused too, so only a device that has worked speaks against us.
      return {
        result: contact.isProven ? 'sender_blocked' : 'retry',
        detail: `${host} refuses us: ${answer.detail}`,
      };
    case 'too_large':
    case 'rejected':
      return { result: 'message_rejected', detail: `${host}: ${answer.detail}` };
    case 'gone':
      return { result: 'contact_gone', detail: `${host}: ${answer.detail}` };
  }
}
