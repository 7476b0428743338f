import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock } from '../clock/index.ts';

/** The longest delay of the event loop since it was asked the last time, in milliseconds. */
export type MeasureDelay = () => number;

export interface EventLoopWatch {
  /** @throws {Error} when the event loop is delayed for too long by now */
  check(): Promise<void>;
  stop(): void;
}

export interface EventLoopWatchOptions {
  readonly clock: Clock;
  /** A delay beyond that is one too many, in milliseconds. */
  readonly mostDelayMs: number;
  readonly measure: MeasureDelay;
  /** Runs something again and again; answers how to end it. */
  readonly every: (milliseconds: number, look: () => void) => () => void;
}

/** The delay is looked at so often. */
const windowMs = 1_000;
/** For so long each window has had a delay beyond the limit before the process is not ready. */
const patienceMs = 5_000;

/**
 * Knows whether the event loop has been held up again and again for some seconds, so that a balancer turns to other
 * processes. One long pause is as bad as several short ones, since it is as long as they are together. The first window
 * without one makes the process ready again.
 */
export function createEventLoopWatch(options: EventLoopWatchOptions): EventLoopWatch {
  const { clock, mostDelayMs, measure, every } = options;
  let begun = clock.now().getTime();
  let delayedSince: number | undefined;
  let latest = 0;

  const stop = every(windowMs, () => {
    const now = clock.now().getTime();
    latest = measure();
    delayedSince = latest > mostDelayMs ? (delayedSince ?? begun) : undefined;
    begun = now;
  });

  return {
    async check() {
      if (delayedSince === undefined || begun - delayedSince < patienceMs) return;
      throw new Error(
        `The event loop has been delayed by more than ${mostDelayMs} ms for ${begun - delayedSince} ms, ` +
          `by ${Math.round(latest)} ms at last`,
      );
    },
    stop,
  };
}

/** Watches the event loop of this process. */
export function watchEventLoop(clock: Clock, mostDelayMs: number): EventLoopWatch {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  const watch = createEventLoopWatch({
    clock,
    mostDelayMs,
    measure() {
      const longest = histogram.max / 1e6;
      histogram.reset();
      return longest;
    },
    every(milliseconds, look) {
      const timer = setInterval(look, milliseconds).unref();
      return () => clearInterval(timer);
    },
  });
  return {
    ...watch,
    stop() {
      watch.stop();
      histogram.disable();
    },
  };
}
