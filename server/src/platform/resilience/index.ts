import { errorCodes } from '@rolecall/contract';
import {
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { ApplicationError } from '../errors/index.ts';

export interface ResilienceOptions {
  /** Names the other side in metrics and errors. */
  readonly name: string;
  /** Time for one attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** How often a failed attempt is repeated at most; 0 for never. */
  readonly retries: number;
  /** Calls that run at the same time. */
  readonly concurrency: number;
  /** Calls that may wait for their turn; more are refused at once. */
  readonly queueLimit: number;
  /** Attempts that must fail in a row before the breaker opens. */
  readonly breakAfter: number;
  /** How long the breaker stays open before one call may try again, in milliseconds. */
  readonly breakMs: number;
  /** Whether an error may pass by itself. Others are neither repeated nor held against the other side. */
  readonly isTransient?: (error: unknown) => boolean;
}

export { ProviderBreaker } from './provider-breaker.ts';

export type BreakerState = 'closed' | 'half_open' | 'open';

/** Calls to one other side, kept from hurting it and us. */
export interface Resilience {
  readonly name: string;
  state(): BreakerState;
  /**
   * Runs a call: waits for a free place, then tries until it succeeds, with growing, jittered pauses.
   *
   * @param call gets a signal that ends with the attempt's time or with `signal`
   * @throws {ApplicationError} `unavailable` when the breaker is open or too many calls wait,
   *   `outgoing_timeout` when an attempt ran out of time; otherwise what the last attempt threw
   */
  execute<Result>(call: (signal: AbortSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

const states: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

const longestPauseMs = 10_000;

export function createResilience(options: ResilienceOptions): Resilience {
  const { name, isTransient = mayPass } = options;
  const mayPassByItself = (error: unknown) => isTaskCancelledError(error) || isTransient(error);
  const breaker = circuitBreaker(handleWhen(mayPassByItself), {
    halfOpenAfter: options.breakMs,
    breaker: new ConsecutiveBreaker(options.breakAfter),
  });
  const policy = wrap(
    bulkhead(options.concurrency, options.queueLimit),
    // The default of its backoff is decorrelated jitter. Waiting for an open breaker is for the caller.
    retry(
      handleWhen((error) => !isBrokenCircuitError(error) && mayPassByItself(error)),
      { maxAttempts: options.retries, backoff: new ExponentialBackoff({ maxDelay: longestPauseMs }) },
    ),
    breaker,
    timeout(options.timeoutMs, TimeoutStrategy.Aggressive),
  );
  return {
    name,
    state: () => states[breaker.state],
    async execute(call, signal) {
      try {
        return await policy.execute((context) => call(context.signal), signal);
      } catch (error) {
        signal?.throwIfAborted();
        throw translate(error, name);
      }
    },
  };
}

function mayPass(error: unknown): boolean {
  return !(error instanceof ApplicationError) || errorCodes[error.code].retry === 'later';
}

function translate(error: unknown, name: string): unknown {
  if (isBrokenCircuitError(error)) {
    return new ApplicationError('unavailable', {
      detail: `${name} has failed repeatedly and is left alone for a while.`,
      cause: error,
    });
  }
  if (isBulkheadRejectedError(error)) {
    return new ApplicationError('unavailable', { detail: `Too many calls wait for ${name}.`, cause: error });
  }
  if (isTaskCancelledError(error)) {
    return new ApplicationError('outgoing_timeout', { detail: `${name} took too long.`, cause: error });
  }
  return error;
}
