import type { Clock } from '../../platform/clock/index.ts';
import { visitorNetwork } from '../../platform/http/index.ts';
import type { Metrics } from '../../platform/observability/index.ts';
import { AddressLimiter } from './address-limiter.ts';

export interface HandshakeLimits {
  /** Handshakes that one address may make at once. */
  readonly handshakeBurst: number;
  /** Handshakes per second that it may make in the long run. */
  readonly handshakesPerSecond: number;
  /** Handshakes that may be in work at the same time. */
  readonly handshakesInWork: number;
}

export const defaultHandshakeLimits: HandshakeLimits = {
  handshakeBurst: 200,
  handshakesPerSecond: 20,
  handshakesInWork: 1_000,
};

/** The door of sockets and streams: they share its limits. */
export interface Handshakes {
  /** Whether somebody at this address may try now: 429 when the address does too often, 503 when too many try. */
  admit(address: string): 'admitted' | 429 | 503;
  /** Counts the work of letting somebody in, until it is done. */
  during<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Somebody was not let in, by HTTP status or close code. */
  refused(code: number): void;
}

export function createHandshakes(dependencies: {
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly limits?: Partial<HandshakeLimits>;
}): Handshakes {
  const { clock, metrics } = dependencies;
  const limits = { ...defaultHandshakeLimits, ...dependencies.limits };
  const limiter = new AddressLimiter(limits.handshakeBurst, limits.handshakesPerSecond);
  const refusals = metrics.counter({
    name: 'rolecall_realtime_handshakes_refused_total',
    help: 'Sockets and streams that were not opened, by HTTP status or close code',
    labels: ['code'],
  });
  let inWork = 0;

  return {
    admit(address) {
      if (!limiter.allows(visitorNetwork(address) ?? '', clock.now().getTime())) return 429;
      return inWork < limits.handshakesInWork ? 'admitted' : 503;
    },
    async during(work) {
      inWork += 1;
      try {
        return await work();
      } finally {
        inWork -= 1;
      }
    },
    refused: (code) => refusals.inc({ code: String(code) }),
  };
}
