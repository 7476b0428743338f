import type { Clock } from '../../../platform/clock/index.ts';
import { type Delay, systemDelay } from '../../../platform/resilience/index.ts';
import type { MailOutcome, OutgoingMail, ReturnPaths } from '../message/index.ts';
import { splitMailbox } from '../message/index.ts';
import {
  createProviderQueue,
  type ProviderEvents,
  type ProviderQueueOptions,
  type ProviderState,
} from './provider-queue.ts';
import { ReceiverThrottles, type ThrottledReceiver } from './receiver-throttles.ts';
import type { WarmUpLedger } from './warm-up-ledger.ts';

/**
 * Sends the mails of this process for all features.
 *
 * A mail goes to the first provider that works. The next provider gets it only when the first has certainly not taken it:
 * it cannot be reached, or refuses us. After an unclear end (no answer to the body) no other provider gets the mail; it
 * comes back later with the same Message-ID, for an hour to the same provider. A mail that has to wait for a rate, a
 * receiver or the warm-up is `throttled`. An urgent one waits for none of these while another provider is free.
 *
 * When the process dies before a provider has answered, the mail is sent again, to the provider that is first then. When it
 * dies between the answer and its record, the mail goes out twice, which only a provider with an idempotency key (Resend)
 * notices.
 */
export interface MailSender {
  /** Mails that may be under way at the same time. */
  readonly concurrency: number;
  /** Answers within about 30 seconds, failures too; what it throws is a defect. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Whether mails that can wait would be `throttled` now, because the first working provider has asked for a pause. */
  isThrottled(): boolean;
  /** In the order of failover. */
  providers(): readonly ProviderState[];
  throttledReceivers(): readonly ThrottledReceiver[];
  /** Pauses these providers for the operator, and no others. */
  setPaused(providers: ReadonlySet<string>): void;
  closeBreaker(provider: string): void;
  close(): Promise<void>;
}

/** Which provider got each mail that no answer has confirmed. */
export interface UnclearSends {
  providerOf(messageId: string): string | undefined;
  note(messageId: string, provider: string): Promise<void>;
}

export interface MailSenderDependencies {
  /** In the order of failover. */
  readonly providers: readonly ProviderQueueOptions[];
  readonly clock: Clock;
  /** Null: bounces go to the sender's address. */
  readonly returnPaths: ReturnPaths | null;
  /** Null: the domain needs no warm-up. */
  readonly warmUp: WarmUpLedger | null;
  readonly unclear: UnclearSends;
  readonly events: ProviderEvents;
  readonly delay?: Delay;
}

/** After this time no further provider is asked, since the answer is due. */
const failoverWithinMs = 5_000;

export function createMailSender(dependencies: MailSenderDependencies): MailSender {
  const { clock, returnPaths, warmUp, unclear, events, delay = systemDelay } = dependencies;
  const queues = dependencies.providers.map((options) =>
    createProviderQueue(options, { clock, delay, events }),
  );
  const receivers = new ReceiverThrottles();
  const now = () => clock.now().getTime();

  function returnPathOf({ from, reference }: OutgoingMail): string {
    if (returnPaths === null || reference === null) return splitMailbox(from).address;
    return returnPaths.create(reference.deliveryId);
  }

  async function failOver(mail: OutgoingMail): Promise<MailOutcome> {
    const startedAt = now();
    const returnPath = returnPathOf(mail);
    const holder = unclear.providerOf(mail.messageId);
    const held = queues.filter(({ name }) => name === holder);
    let last: MailOutcome | undefined;
    let waitMs = Number.POSITIVE_INFINITY;
    for (const queue of held.length > 0 ? held : queues) {
      if (now() - startedAt > failoverWithinMs) break;
      const answer = await queue.send(mail, returnPath);
      if (answer.isTried) {
        const { outcome } = answer;
        if (isUnclear(outcome)) await unclear.note(mail.messageId, queue.name);
        if (!mayAskNext(outcome, mail)) return outcome;
        last = outcome;
      } else {
        waitMs = Math.min(waitMs, answer.waitMs);
        // A mail that can wait does so, rather than overrun the next provider.
        if (!answer.isDown && !mail.isUrgent) return throttled(`${queue.name} takes no more for now`, waitMs);
      }
    }
    return (
      last ?? { result: 'unavailable', detail: 'Every provider is left alone for now', retryAfterMs: waitMs }
    );
  }

  async function sendInTurn(mail: OutgoingMail): Promise<MailOutcome> {
    if (warmUp === null || mail.isUrgent || mail.stream !== 'bulk') return failOver(mail);
    const waitMs = await warmUp.take();
    if (waitMs > 0) return throttled('The domain is new, and has sent all that it may today', waitMs);
    const outcome = await failOver(mail);
    if (outcome.result !== 'sent' && !isUnclear(outcome)) warmUp.giveBack();
    return outcome;
  }

  return {
    concurrency: Math.max(...queues.map(({ concurrency }) => concurrency)),
    async send(mail) {
      const admission = receivers.enter(mail.to.address, mail.isUrgent, now());
      if (!admission.isAdmitted) return throttled('The receiver has put mails off', admission.waitMs);
      let answer: Parameters<typeof admission.leave>[0] = 'none';
      try {
        const outcome = await sendInTurn(mail);
        answer = answerOf(outcome);
        return outcome;
      } finally {
        admission.leave(answer, now());
      }
    },
    isThrottled: () => queues.find((queue) => !queue.isDown())?.hasAskedForPause() ?? false,
    providers: () => queues.map((queue) => queue.state()),
    throttledReceivers: () => receivers.throttled(now()),
    setPaused(providers) {
      for (const queue of queues) queue.setPaused(providers.has(queue.name));
    },
    closeBreaker(provider) {
      queues.find(({ name }) => name === provider)?.closeBreaker();
    },
    async close() {
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}

function isUnclear(outcome: MailOutcome): boolean {
  return outcome.result !== 'sent' && outcome.isUnclear === true;
}

function mayAskNext(outcome: MailOutcome, { isUrgent }: OutgoingMail): boolean {
  if (isUnclear(outcome)) return false;
  const { result } = outcome;
  return result === 'unavailable' || result === 'sender_blocked' || (result === 'throttled' && isUrgent);
}

/**
 * What an outcome says about the receiver: 4.3.x, 4.5.x and 4.7.0 are about the server that we talk to, 4.2.1 and 4.2.2
 * about one mailbox.
 */
function answerOf(outcome: MailOutcome): 'taken' | 'deferred' | 'none' {
  if (outcome.result === 'sent') return 'taken';
  if (outcome.result !== 'retry' || outcome.status === undefined) return 'none';
  const blamesReceiver = /^4\.(?![35]\.|7\.0$|2\.[12]$)/.test(outcome.status);
  return blamesReceiver ? 'deferred' : 'none';
}

function throttled(detail: string, waitMs: number): MailOutcome {
  return { result: 'throttled', detail, retryAfterMs: Math.ceil(waitMs) };
}
