import type { Clock } from '../../../../platform/clock/index.ts';
import { ApplicationError, isApplicationError } from '../../../../platform/errors/index.ts';
import type { HttpClient, HttpRequestOptions, HttpResponse } from '../../../../platform/http-client/index.ts';
import type { Delay } from '../../../../platform/resilience/index.ts';

/** Requests to one host that are under way at the same time, whatever sources they are for. */
const atOnce = 2;
/** Between the starts of two requests to one host, in milliseconds: for interfaces, and for pages made for people. */
const spacingMs = { api: 200, site: 500 } as const;
const attempts = 3;
const retryAfterFailureMs = 2_000;
/** A pause that the other side asks for is waited for within a run up to this; a longer one ends the run. */
const longestWaitMs = 30_000;
/** What 'too many requests' means where it does not say for how long. */
const usualPauseMs = 60_000;
const longestPauseMs = 24 * 3_600_000;
/** Hosts are forgotten when nothing is under way and no pause is left, beyond this many. */
const keptHosts = 1_000;

export type Pace = keyof typeof spacingMs;

interface Host {
  underWay: number;
  /** When the next request may start, in milliseconds since 1970. */
  nextAt: number;
  pausedUntil: number;
  readonly waiting: (() => void)[];
}

/**
 * Fetches as other sides like it: to each host few requests at once and never in bursts, another attempt only after a while, and
 * nothing at all while a host has asked to be left alone (`Retry-After`), whichever source it was that heard it.
 *
 * Within a request it waits for a pause of at most 30 seconds; a longer one is `outgoing_failed` with `retry_after` in seconds.
 */
export interface PoliteClient {
  /** As `get` of the HTTP client; what is answered has a status below 500 other than 429. */
  get(url: string, pace: Pace, options?: HttpRequestOptions): Promise<HttpResponse>;
}

export function createPoliteClient({
  httpClient,
  clock,
  delay,
}: {
  readonly httpClient: Pick<HttpClient, 'get'>;
  readonly clock: Clock;
  readonly delay: Delay;
}): PoliteClient {
  const hosts = new Map<string, Host>();
  const now = () => clock.now().getTime();
  const wait = (milliseconds: number) =>
    milliseconds <= 0
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          delay.after(milliseconds, resolve);
        });

  function hostOf(url: string): Host {
    const name = URL.parse(url)?.host ?? '';
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= keptHosts) forgetIdle();
    const host: Host = { underWay: 0, nextAt: 0, pausedUntil: 0, waiting: [] };
    hosts.set(name, host);
    return host;
  }

  function forgetIdle(): void {
    for (const [name, host] of hosts) {
      if (host.underWay === 0 && Math.max(host.pausedUntil, host.nextAt) <= now()) hosts.delete(name);
    }
  }

  async function enter(host: Host): Promise<void> {
    if (host.underWay < atOnce) host.underWay += 1;
    // Whoever leaves hands its place over.
    else await new Promise<void>((resolve) => host.waiting.push(resolve));
  }

  function leave(host: Host): void {
    const next = host.waiting.shift();
    if (next === undefined) host.underWay -= 1;
    else next();
  }

  async function takeTurn(host: Host, pace: Pace): Promise<void> {
    const pause = host.pausedUntil - now();
    if (pause > longestWaitMs) throw leftAlone(pause);
    const startsAt = Math.max(now(), host.nextAt, host.pausedUntil);
    host.nextAt = startsAt + spacingMs[pace];
    await wait(startsAt - now());
  }

  /** An answer, or how long to wait for another attempt and what to say when there is none. */
  async function attempt(
    url: string,
    host: Host,
    options: HttpRequestOptions | undefined,
  ): Promise<HttpResponse | { readonly waitMs: number; readonly failure: ApplicationError }> {
    const response = await httpClient.get(url, options).catch((error: unknown) => {
      // Whoever knows already when to come back is not asked again before.
      if (!isApplicationError(error, 'outgoing_failed') || 'retry_after' in error.extensions) throw error;
      return error;
    });
    if (response instanceof ApplicationError) return { waitMs: retryAfterFailureMs, failure: response };
    const { status } = response;
    if (status !== 429 && status < 500) return response;
    const asked = retryAfterMs(response.headers['retry-after'], now());
    if (status === 429 || asked !== undefined) {
      const pause = asked ?? usualPauseMs;
      host.pausedUntil = Math.max(host.pausedUntil, now() + pause);
      return { waitMs: pause, failure: leftAlone(pause, status) };
    }
    const detail = `The other side answered with status ${status}.`;
    return { waitMs: retryAfterFailureMs, failure: new ApplicationError('outgoing_failed', { detail }) };
  }

  return {
    async get(url, pace, options) {
      const host = hostOf(url);
      await enter(host);
      try {
        for (let left = attempts - 1; ; left -= 1) {
          await takeTurn(host, pace);
          const answer = await attempt(url, host, options);
          if (!('failure' in answer)) return answer;
          if (left === 0 || answer.waitMs > longestWaitMs) throw answer.failure;
          await wait(answer.waitMs);
        }
      } finally {
        leave(host);
      }
    },
  };
}

/** What `Retry-After` asks for, in milliseconds (RFC 9110, 10.2.3); undefined: nothing that can be understood. */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1_000, longestPauseMs);
  const date = text.length <= 40 && /\d{4}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - now, 0), longestPauseMs);
}

function leftAlone(pauseMs: number, status?: number): ApplicationError {
  const seconds = Math.ceil(pauseMs / 1_000);
  const why = status === undefined ? '' : ` (status ${status})`;
  return new ApplicationError('outgoing_failed', {
    detail: `The other side asks to be left alone for ${seconds} seconds${why}.`,
    extensions: { retry_after: seconds },
  });
}
