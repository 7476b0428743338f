import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { HttpClient } from '../../../../platform/http-client/index.ts';
import type { Metrics } from '../../../../platform/observability/index.ts';
import { CircuitBreaker } from '../../../../platform/resilience/index.ts';
import type { Access } from '../fetching/access.ts';
import { usedCalls } from '../quotas/quotas.store.ts';
import { spanAt, spans, takeCall } from '../quotas/quotas.ts';
import { adzunaOrigin } from './index.ts';
import type { AdzunaSettings } from './settings.ts';

const provider = 'adzuna';

/**
 * Calls Adzuna with the keys of the instance. Each attempt is counted before it is made; a breaker leaves Adzuna alone when it
 * fails, at once when it refuses the keys, which it says by 401 or 410.
 */
export function createAdzunaAccess({
  httpClient,
  database,
  clock,
  metrics,
  settings,
}: {
  readonly httpClient: HttpClient;
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly settings: AdzunaSettings;
}): Access {
  const { keys, origin, limits } = settings;
  const breaker = new CircuitBreaker(clock);
  metrics.watchBreaker({ name: provider, state: () => breaker.state() });
  const calls = metrics.counter({
    name: 'rolecall_adzuna_calls_total',
    help: 'Calls of Adzuna by what came of them; used_up and left_alone were not made',
    labels: ['outcome'],
  });
  metrics.gauge(
    {
      name: 'rolecall_adzuna_calls_left',
      help: 'Calls of Adzuna that are left in this minute, day, week and month',
      labels: ['span'],
    },
    async (gauge) => {
      const used = await usedCalls(database.query, provider).catch(() => undefined);
      for (const span of used === undefined ? [] : spans) {
        const { start } = spanAt(span, clock.now());
        const row = used?.find((one) => one.span === span && one.starts_at >= start);
        gauge.set({ span }, Math.max(0, limits[span] - (row?.used ?? 0)));
      }
    },
  );

  function leaveAlone(detail: string, until: Date, outcome: 'used_up' | 'left_alone'): ApplicationError {
    calls.inc({ outcome });
    const seconds = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 1_000));
    return new ApplicationError('outgoing_failed', { detail, extensions: { retry_after: seconds } });
  }

  return {
    origin: adzunaOrigin,

    async get(url, options) {
      if (keys === null) {
        throw new ApplicationError('source_unreadable', {
          detail:
            'The instance has no key of Adzuna: set ROLECALL_ADZUNA_APP_ID and ROLECALL_ADZUNA_APP_KEY.',
        });
      }
      if (!breaker.admit()) {
        const until = breaker.openUntil ?? clock.now();
        throw leaveAlone(`Adzuna is left alone: ${breaker.reason ?? 'it fails'}.`, until, 'left_alone');
      }
      const usedUp = await takeCall(database, provider, limits, clock.now()).catch((error: unknown) => {
        breaker.abstained();
        throw error;
      });
      if (usedUp !== null) {
        breaker.abstained();
        const detail = `The ${usedUp.limit} calls of Adzuna for this ${usedUp.span} are used up.`;
        throw leaveAlone(detail, usedUp.until, 'used_up');
      }
      const called = new URL(`${origin}${url.pathname}${url.search}`);
      called.searchParams.set('app_id', keys.id);
      called.searchParams.set('app_key', keys.key);
      try {
        const response = await httpClient.get(called.href, options);
        const { status } = response;
        const isRefused = status === 401 || status === 410;
        if (isRefused) breaker.failed('it refuses the keys of the instance', true);
        else if (status >= 500) breaker.failed(`it answers with status ${status}`);
        else if (status === 429) breaker.abstained();
        else breaker.succeeded();
        calls.inc({ outcome: isRefused ? 'refused' : status >= 400 ? 'failed' : 'answered' });
        return { ...response, finalUrl: url.href };
      } catch (error) {
        breaker.failed('it does not answer');
        calls.inc({ outcome: 'failed' });
        throw error;
      }
    },
  };
}
