import type { Clock } from '../../../platform/clock/index.ts';
import { splitMailbox } from './addresses.ts';
import { DomainThrottles, type ThrottledReceiver } from './dispatch/domain-throttles.ts';
import { createLane, type LaneEvents, type LaneOptions, type LaneState } from './dispatch/lane.ts';
import { type Delay, systemDelay } from './dispatch/turnstile.ts';
import type { WarmUpLedger } from './dispatch/warm-up-ledger.ts';
import type { MailOutcome, OutgoingMail } from './mail.ts';
import type { ReturnPaths } from './return-path.ts';

/**
 * Sends the mails of this process, whoever they are from.
 *
 * A mail goes to the first provider that is not left alone. The next one is asked where it is certain that the mail was
 * not taken: the provider could not be reached, or refuses us. After an unclear end (no answer to the body) nobody else is
 * asked; the mail comes back later with the same Message-ID, for an hour to the same provider. A mail that has to wait for
 * a rate, a receiver or the warm-up is `throttled`. An urgent one waits for none of these while another provider is free.
 *
 * When the process dies before a provider has answered, the mail is sent again, to whoever is first then; between the
 * answer and its record it is sent twice, which only a provider with an idempotency key (Resend) notices.
 */
export interface MailSender {
  /** Mails that may be under way at the same time. */
  readonly concurrency: number;
  /** Answers within about 30 seconds. Failures are answered; what is thrown is a defect. */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Whether whatever can wait would be `throttled` now, because the provider whose turn it is has asked for a pause. */
  isThrottled(): boolean;
  /** In the order of failover. */
  providers(): readonly LaneState[];
  throttledReceivers(): readonly ThrottledReceiver[];
  /** What an operator has paused; everything else goes on. */
  setPaused(providers: ReadonlySet<string>): void;
  closeBreaker(provider: string): void;
  close(): Promise<void>;
}

/** To whom mails were given that nobody has confirmed. */
export interface UnclearSends {
  providerOf(messageId: string): string | undefined;
  note(messageId: string, provider: string): Promise<void>;
}

export interface MailSenderDependencies {
  /** In the order of failover. */
  readonly lanes: readonly LaneOptions[];
  readonly clock: Clock;
  /** Null: bounces go to the sender's address. */
  readonly returnPaths: ReturnPaths | null;
  /** Null: the domain is known already. */
  readonly warmUp: WarmUpLedger | null;
  readonly unclear: UnclearSends;
  readonly events: LaneEvents;
  readonly delay?: Delay;
}

/** After this long nobody further is asked: the answer is due. */
const lastAskedMs = 5_000;

export function createMailSender(dependencies: MailSenderDependencies): MailSender {
  const { clock, returnPaths, warmUp, unclear, events, delay = systemDelay } = dependencies;
  const lanes = dependencies.lanes.map((options) => createLane(options, { clock, delay, events }));
  const receivers = new DomainThrottles();
  const now = () => clock.now().getTime();

  function returnPathOf({ from, reference }: OutgoingMail): string {
    if (returnPaths === null || reference === null) return splitMailbox(from).address;
    return returnPaths.create(reference.deliveryId);
  }

  async function offer(mail: OutgoingMail): Promise<MailOutcome> {
    const startedAt = now();
    const returnPath = returnPathOf(mail);
    const keeper = unclear.providerOf(mail.messageId);
    const kept = lanes.filter(({ name }) => name === keeper);
    let last: MailOutcome | undefined;
    let waitMs = Number.POSITIVE_INFINITY;
    for (const lane of kept.length > 0 ? kept : lanes) {
      if (now() - startedAt > lastAskedMs) break;
      const answer = await lane.send(mail, returnPath);
      if (answer.isTried) {
        const { outcome } = answer;
        if (isUnclear(outcome)) await unclear.note(mail.messageId, lane.name);
        if (!mayAskNext(outcome, mail)) return outcome;
        last = outcome;
      } else {
        waitMs = Math.min(waitMs, answer.waitMs);
        // Whatever can wait does, rather than overrun the next one.
        if (!answer.isLeftAlone && !mail.isUrgent)
          return throttled(`${lane.name} takes no more for now`, waitMs);
      }
    }
    return (
      last ?? { result: 'unavailable', detail: 'Every provider is left alone for now', retryAfterMs: waitMs }
    );
  }

  async function offerInTurn(mail: OutgoingMail): Promise<MailOutcome> {
    if (warmUp === null || !isBulk(mail)) return offer(mail);
    const waitMs = await warmUp.take();
    if (waitMs > 0) return throttled('The domain is new, and has sent all that it may today', waitMs);
    const outcome = await offer(mail);
    if (outcome.result !== 'sent' && !isUnclear(outcome)) warmUp.giveBack();
    return outcome;
  }

  return {
    concurrency: Math.max(...lanes.map(({ concurrency }) => concurrency)),
    async send(mail) {
      const admission = receivers.enter(mail.to.address, mail.isUrgent, now());
      if (!admission.isAdmitted) return throttled('The receiver has put mails off', admission.waitMs);
      let answer: Parameters<typeof admission.leave>[0] = 'silent';
      try {
        const outcome = await offerInTurn(mail);
        answer = answerOf(outcome);
        return outcome;
      } finally {
        admission.leave(answer, now());
      }
    },
    isThrottled: () => lanes.find((lane) => !lane.isLeftAlone())?.isHeldBack() ?? false,
    providers: () => lanes.map((lane) => lane.state()),
    throttledReceivers: () => receivers.throttled(now()),
    setPaused(providers) {
      for (const lane of lanes) lane.setPaused(providers.has(lane.name));
    },
    closeBreaker(provider) {
      lanes.find(({ name }) => name === provider)?.closeBreaker();
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

/** Something that people can unsubscribe from and that is in no hurry. */
function isBulk({ isUrgent, headers }: OutgoingMail): boolean {
  return !isUrgent && 'List-Unsubscribe' in headers;
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
 * What an outcome says of the receiver: 4.3.x, 4.5.x and 4.7.0 are of the server that we talk to, 4.2.1 and 4.2.2 of one
 * mailbox.
 */
function answerOf(outcome: MailOutcome): 'taken' | 'deferred' | 'silent' {
  if (outcome.result === 'sent') return 'taken';
  if (outcome.result !== 'retry' || outcome.status === undefined) return 'silent';
  const isOfReceiver = /^4\.(?![35]\.|7\.0$|2\.[12]$)/.test(outcome.status);
  return isOfReceiver ? 'deferred' : 'silent';
}

function throttled(detail: string, waitMs: number): MailOutcome {
  return { result: 'throttled', detail, retryAfterMs: Math.ceil(waitMs) };
}
