import type { Clock } from '../../../../platform/clock/index.ts';
import { type BreakerState, ProviderBreaker } from '../../../../platform/resilience/index.ts';
import type { MailOutcome, OutgoingMail } from '../mail.ts';
import type { MailProvider } from '../provider.ts';
import { LearningBucket } from './learning-bucket.ts';
import { type Delay, Turnstile } from './turnstile.ts';

/** A provider in the order of failover. */
export interface LaneOptions {
  readonly provider: MailProvider;
  /** Most mails per second; undefined: as many as it takes. */
  readonly rate: number | undefined;
}

/** Told what happens to a provider. */
export interface LaneEvents {
  /** It is left alone from now on. */
  opened(provider: string, reason: string): void;
  /** It is given mails again. */
  closed(provider: string): void;
  answered(provider: string, result: MailOutcome['result']): void;
}

/** How a provider is doing in this process. */
export interface LaneState {
  readonly name: string;
  readonly breaker: BreakerState;
  /** Why it is not closed; null: it is. */
  readonly breakerReason: string | null;
  readonly retryAt: Date | null;
  /** Mails per second at present; null: unlimited. */
  readonly rate: number | null;
  /** As it is configured. */
  readonly ceiling: number | null;
  readonly inFlight: number;
  readonly concurrency: number;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  readonly lastSuccessAt: Date | null;
}

/** Whether a mail got through to a provider, and what it said. */
export type LaneAnswer =
  | { readonly isTried: true; readonly outcome: MailOutcome }
  /** `isLeftAlone`: it fails or is paused, so the next one is asked; otherwise there is a queue. */
  | { readonly isTried: false; readonly isLeftAlone: boolean; readonly waitMs: number };

export interface Lane {
  readonly name: string;
  readonly concurrency: number;
  send(mail: OutgoingMail, returnPath: string): Promise<LaneAnswer>;
  state(): LaneState;
  /** It fails or is paused. */
  isLeftAlone(): boolean;
  /** It has asked to be given nothing for now. */
  isHeldBack(): boolean;
  /** An operator's pause. */
  setPaused(isPaused: boolean): void;
  closeBreaker(): void;
  close(): Promise<void>;
}

export function createLane(
  { provider, rate }: LaneOptions,
  { clock, delay, events }: { readonly clock: Clock; readonly delay: Delay; readonly events: LaneEvents },
): Lane {
  const { name, concurrency } = provider;
  const now = () => clock.now().getTime();
  const bucket = new LearningBucket(rate, now());
  const turnstile = new Turnstile({ places: concurrency, bucket, clock, delay });
  const breaker = new ProviderBreaker(clock);
  let isPaused = false;
  let lastError: { readonly detail: string; readonly at: Date } | null = null;
  let lastSuccessAt: Date | null = null;

  function learn(outcome: MailOutcome): void {
    events.answered(name, outcome.result);
    if (outcome.result === 'sent') {
      lastSuccessAt = clock.now();
      bucket.succeeded(now());
    } else {
      lastError = { detail: outcome.detail, at: clock.now() };
      if (asksForFewer(outcome)) bucket.slowDown(now(), outcome.retryAfterMs);
    }
    judge(outcome);
  }

  function judge(outcome: MailOutcome): void {
    const failure = failureOf(outcome);
    if (failure !== null) {
      if (breaker.failed(failure.detail, failure.isGrave)) events.opened(name, failure.detail);
    } else if (outcome.result === 'throttled') {
      breaker.abstained();
    } else {
      const wasClosed = breaker.state() === 'closed';
      breaker.succeeded();
      if (!wasClosed) events.closed(name);
    }
  }

  return {
    name,
    concurrency,
    async send(mail, returnPath) {
      if (isPaused) return { isTried: false, isLeftAlone: true, waitMs: pausedMs };
      if (!breaker.admit()) {
        const waitMs = Math.max((breaker.openUntil?.getTime() ?? 0) - now(), probedMs);
        return { isTried: false, isLeftAlone: true, waitMs };
      }
      const admission = await turnstile.enter(mail.isUrgent);
      if (!admission.isAdmitted) {
        breaker.abstained();
        return { isTried: false, isLeftAlone: false, waitMs: admission.waitMs };
      }
      try {
        const outcome = await provider.send(mail, returnPath);
        learn(outcome);
        return { isTried: true, outcome };
      } catch (error) {
        breaker.abstained();
        throw error;
      } finally {
        admission.leave();
      }
    },
    state: () => ({
      name,
      breaker: breaker.state(),
      breakerReason: breaker.reason,
      retryAt: breaker.openUntil,
      rate: bucket.rate,
      ceiling: rate ?? null,
      inFlight: turnstile.inFlight,
      concurrency,
      lastError: lastError?.detail ?? null,
      lastErrorAt: lastError?.at ?? null,
      lastSuccessAt,
    }),
    isLeftAlone: () => isPaused || breaker.state() === 'open',
    isHeldBack: () => bucket.pausedUntil > now(),
    setPaused(paused) {
      isPaused = paused;
    },
    closeBreaker: () => breaker.close(),
    close: () => provider.close(),
  };
}

/** Whether an answer blames the provider, and whether that will pass by itself. */
function failureOf(outcome: MailOutcome): { readonly detail: string; readonly isGrave: boolean } | null {
  if (outcome.result === 'sender_blocked') return { detail: outcome.detail, isGrave: true };
  if (outcome.result === 'unavailable') return { detail: outcome.detail, isGrave: false };
  const isSilent = outcome.result === 'retry' && outcome.isUnclear === true;
  return isSilent ? { detail: outcome.detail, isGrave: false } : null;
}

/**
 * Trouble of the server that we talk to (4.3.x, 4.5.x), its limits (4.7.0), or a 4xx without more. All other statuses speak
 * of the receiver behind it, which is throttled by itself.
 */
function asksForFewer(outcome: Exclude<MailOutcome, { result: 'sent' }>): boolean {
  if (outcome.result === 'throttled') return true;
  if (outcome.result !== 'retry' || outcome.isUnclear === true) return false;
  return outcome.status === undefined || /^4\.(?:[35]\.|7\.0$)/.test(outcome.status);
}

/** After how long another look at a paused provider is worth while. */
const pausedMs = 30_000;
/** While a probe is under way. */
const probedMs = 1_000;
