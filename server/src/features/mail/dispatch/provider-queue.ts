import type { Clock } from '../../../platform/clock/index.ts';
import {
  AdaptiveRate,
  type BreakerState,
  CircuitBreaker,
  type Delay,
  Limiter,
} from '../../../platform/resilience/index.ts';
import type { MailOutcome, MailProvider, OutgoingMail } from '../message/index.ts';

/** A provider in the order of failover. */
export interface ProviderQueueOptions {
  readonly provider: MailProvider;
  /** Most mails per second; undefined: as many as it takes. */
  readonly rate: number | undefined;
}

/** Called when something happens to a provider. */
export interface ProviderEvents {
  /** Its breaker opens: it gets no mails for a while. */
  opened(provider: string, reason: string): void;
  /** Its breaker closes: it gets mails again. */
  closed(provider: string): void;
  answered(provider: string, result: MailOutcome['result']): void;
}

/** How a provider is doing in this process. */
export interface ProviderState {
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

/** Whether the provider was asked, and its answer. */
export type QueueAnswer =
  | { readonly isTried: true; readonly outcome: MailOutcome }
  /** `isDown`: it fails or is paused, so the next one is asked; otherwise it is busy. */
  | { readonly isTried: false; readonly isDown: boolean; readonly waitMs: number };

/** The mails that wait for one provider, and what is known of it. */
export interface ProviderQueue {
  readonly name: string;
  readonly concurrency: number;
  send(mail: OutgoingMail, returnPath: string): Promise<QueueAnswer>;
  state(): ProviderState;
  /** It fails or is paused. */
  isDown(): boolean;
  /** It has asked for a pause. */
  hasAskedForPause(): boolean;
  /** An operator's pause. */
  setPaused(isPaused: boolean): void;
  closeBreaker(): void;
  close(): Promise<void>;
}

export function createProviderQueue(
  { provider, rate }: ProviderQueueOptions,
  { clock, delay, events }: { readonly clock: Clock; readonly delay: Delay; readonly events: ProviderEvents },
): ProviderQueue {
  const { name, concurrency } = provider;
  const now = () => clock.now().getTime();
  const adaptive = new AdaptiveRate(rate, now());
  const limiter = new Limiter({ concurrency, rate: adaptive, clock, delay });
  const breaker = new CircuitBreaker(clock);
  let isPaused = false;
  let lastError: { readonly detail: string; readonly at: Date } | null = null;
  let lastSuccessAt: Date | null = null;

  function learn(outcome: MailOutcome): void {
    events.answered(name, outcome.result);
    if (outcome.result === 'sent') {
      lastSuccessAt = clock.now();
      adaptive.succeeded(now());
    } else {
      lastError = { detail: outcome.detail, at: clock.now() };
      if (asksForFewer(outcome)) adaptive.slowDown(now(), outcome.retryAfterMs);
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
      if (isPaused) return { isTried: false, isDown: true, waitMs: pausedMs };
      if (!breaker.admit()) {
        const waitMs = Math.max((breaker.openUntil?.getTime() ?? 0) - now(), probedMs);
        return { isTried: false, isDown: true, waitMs };
      }
      const admission = await limiter.enter(mail.isUrgent);
      if (!admission.isAdmitted) {
        breaker.abstained();
        return { isTried: false, isDown: false, waitMs: admission.waitMs };
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
      rate: adaptive.rate,
      ceiling: rate ?? null,
      inFlight: limiter.inFlight,
      concurrency,
      lastError: lastError?.detail ?? null,
      lastErrorAt: lastError?.at ?? null,
      lastSuccessAt,
    }),
    isDown: () => isPaused || breaker.state() === 'open',
    hasAskedForPause: () => adaptive.pausedUntil > now(),
    setPaused(paused) {
      isPaused = paused;
    },
    closeBreaker: () => breaker.close(),
    close: () => provider.close(),
  };
}

/** Whether an outcome blames the provider, and whether that may pass by itself. */
function failureOf(outcome: MailOutcome): { readonly detail: string; readonly isGrave: boolean } | null {
  if (outcome.result === 'sender_blocked') return { detail: outcome.detail, isGrave: true };
  if (outcome.result === 'unavailable') return { detail: outcome.detail, isGrave: false };
  const isSilent = outcome.result === 'retry' && outcome.isUnclear === true;
  return isSilent ? { detail: outcome.detail, isGrave: false } : null;
}

/**
 * Trouble of the server that we talk to (4.3.x, 4.5.x), its limits (4.7.0), or a 4xx without enhanced status. All other
 * statuses are about the receiver behind it, which has a throttle of its own.
 */
function asksForFewer(outcome: Exclude<MailOutcome, { result: 'sent' }>): boolean {
  if (outcome.result === 'throttled') return true;
  if (outcome.result !== 'retry' || outcome.isUnclear === true) return false;
  return outcome.status === undefined || /^4\.(?:[35]\.|7\.0$)/.test(outcome.status);
}

/** How long mails wait for a paused provider. */
const pausedMs = 30_000;
/** How long mails wait while a probe is under way. */
const probedMs = 1_000;
