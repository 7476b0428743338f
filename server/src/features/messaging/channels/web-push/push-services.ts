import type { Clock } from '../../../../platform/clock/index.ts';
import { type BreakerState, CircuitBreaker } from '../../../../platform/resilience/index.ts';
import type { PushAnswer } from './answers.ts';

/** One push service, as far as we have met it. */
export interface PushService {
  /** Whether it may be asked now: null, or what to answer in its place. Whoever may says later what came of it. */
  admit(): Extract<PushAnswer, { result: 'waits' }> | null;
  /**
   * @param isProven the service has taken something for this device before. If it refuses us now, that is not because of
   *   the subscription, which anybody can make with a key of their own
   */
  answered(answer: PushAnswer, isProven: boolean): void;
  /** Nobody was asked after all. */
  abstained(): void;
}

/**
 * Keeps push services apart: each has a breaker of its own, so that one that is away, or that somebody has made up, holds
 * up nobody else.
 */
export interface PushServices {
  of(endpoint: string): PushService;
  /** For metrics: those that browsers come with. */
  wellKnown(): readonly { readonly name: string; state(): BreakerState }[];
}

export interface PushServiceEvents {
  /** @param name `other` for what no browser comes with, since anybody can name a host */
  answered(name: string, result: PushAnswer['result']): void;
  /** It is left alone for a while. */
  opened(host: string, reason: string): void;
}

/** Push services of browsers, by the ends of their hosts. */
const known: readonly { readonly name: string; readonly host: RegExp }[] = [
  { name: 'google', host: /^fcm\.googleapis\.com$/ },
  { name: 'mozilla', host: /^(?:.+\.)?push\.services\.mozilla\.com$/ },
  { name: 'apple', host: /^(?:.+\.)?push\.apple\.com$/ },
  { name: 'microsoft', host: /^.+\.notify\.windows\.com$/ },
];

/** Anybody can subscribe with a host of their own, so what is remembered has a bound. */
const mostRemembered = 500;

export function createPushServices(clock: Clock, events: PushServiceEvents): PushServices {
  const breakers = new Map<string, CircuitBreaker>();
  const named = new Map(known.map(({ name }) => [name, new CircuitBreaker(clock)]));

  function breakerOf(name: string, host: string): CircuitBreaker {
    const own = named.get(name) ?? breakers.get(host);
    if (own !== undefined) return own;
    const made = new CircuitBreaker(clock);
    for (const oldest of breakers.keys()) if (breakers.size >= mostRemembered) breakers.delete(oldest);
    breakers.set(host, made);
    return made;
  }

  return {
    wellKnown: () => [...named].map(([name, breaker]) => ({ name, state: () => breaker.state() })),

    of(endpoint) {
      const { host } = new URL(endpoint);
      const name = known.find((one) => one.host.test(host))?.name ?? 'other';
      const breaker = breakerOf(name, host);
      return {
        admit() {
          if (breaker.admit()) return null;
          const wait = (breaker.openUntil?.getTime() ?? 0) - clock.now().getTime();
          const detail = `${host} is left alone for a while: ${breaker.reason ?? 'one is tried at a time'}`;
          return { result: 'waits', detail, retryAfterMs: Math.max(1_000, wait) };
        },
        answered(answer, isProven) {
          events.answered(name, answer.result);
          const isRefusal = answer.result === 'sender_refused';
          if (isRefusal && !isProven) breaker.abstained();
          else if (isRefusal || answer.result === 'unreachable') {
            if (breaker.failed(answer.detail, isRefusal)) events.opened(host, answer.detail);
          } else breaker.succeeded();
        },
        abstained: () => breaker.abstained(),
      };
    },
  };
}
