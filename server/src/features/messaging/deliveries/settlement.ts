import type { DeliveryStatus } from '@rolecall/contract';
import type { SendOutcome } from '../channels/index.ts';
import type { ReasonCode } from '../routing/index.ts';
import { retryDelay } from './backoff.ts';

/** What an attempt, or the decision against one, makes of a delivery. */
export interface Settlement {
  readonly status: Exclude<DeliveryStatus, 'sending'>;
  readonly reason: ReasonCode;
  readonly dueAt: Date;
  /** Attempts that the message has used up. */
  readonly attempts: number;
  readonly lastError: string | null;
  /** Whether it was tried to send it. */
  readonly attempted: boolean;
  /** The digest that it waits in from now on. */
  readonly digestId: string | null;
}

interface Attempt {
  /** Before this one. */
  readonly attempts: number;
  readonly now: Date;
  readonly random: () => number;
  /** What is stored when there is no such contact point. */
  readonly goneReason: ReasonCode;
}

/** That the channel itself has thrown. */
export interface Fault {
  readonly result: 'fault';
  readonly detail: string;
}

/** An outage is not the message's fault: it comes back soon, without a used attempt. */
const unavailablePauseMs = 30_000;

/** A throttle that does not say for how long. */
const throttlePauseMs = 5_000;

/** The most that a provider may ask us to wait. */
const longestWaitMs = 24 * 3_600_000;

/** What was put off together comes back spread over this share of its wait. */
const spread = 0.2;

const longestError = 500;

/** Decides what follows from an attempt. */
export function settle(outcome: SendOutcome | Fault, attempt: Attempt): Settlement {
  const { now } = attempt;
  const attempts = attempt.attempts + 1;
  const tried = { attempted: true, digestId: null };
  if (outcome.result === 'sent') {
    return { status: 'sent', reason: 'sent', dueAt: now, attempts, lastError: null, ...tried };
  }
  const lastError = outcome.detail.slice(0, longestError);
  const asked = outcome.result === 'fault' ? 0 : Math.min(outcome.retryAfterMs ?? 0, longestWaitMs);
  const never = (reason: ReasonCode): Settlement => {
    return { status: 'failed', reason, dueAt: now, attempts, lastError, ...tried };
  };
  const later = (reason: ReasonCode, finalReason: ReasonCode): Settlement => {
    const delay = retryDelay(attempts, attempt.random);
    return delay === null
      ? never(finalReason)
      : {
          status: 'pending',
          reason,
          dueAt: new Date(now.getTime() + Math.max(delay, asked)),
          attempts,
          lastError,
          ...tried,
        };
  };
  switch (outcome.result) {
    case 'retry':
      return later('retrying', 'retries_exhausted');
    case 'sender_blocked':
      return later('sender_blocked', 'sender_blocked');
    case 'fault':
      return later('fault', 'fault');
    case 'contact_gone':
      return never(attempt.goneReason);
    case 'message_rejected':
      return never('message_rejected');
    case 'throttled': {
      const pause = (asked === 0 ? throttlePauseMs : asked) * (1 + spread * attempt.random());
      return {
        status: 'pending',
        reason: 'throttled',
        dueAt: new Date(now.getTime() + Math.ceil(pause)),
        attempts: attempt.attempts,
        lastError: null,
        attempted: false,
        digestId: null,
      };
    }
    case 'unavailable': {
      const pause = Math.max(unavailablePauseMs * (0.8 + 0.4 * attempt.random()), asked);
      return {
        status: 'pending',
        reason: 'provider_unavailable',
        dueAt: new Date(now.getTime() + pause),
        attempts: attempt.attempts,
        lastError,
        ...tried,
      };
    }
  }
}
