import { type MailAlarms as MailAlarmsView, mailAlarmMeasures } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import { isRefused } from '../analytics/index.ts';
import type { MailEvent, MailEventListener } from '../events/index.ts';
import {
  addToPulse,
  deletePulseBefore,
  findAlarms,
  isBulkPaused,
  lockBulk,
  lockBulkIfFree,
  type PulseIncrement,
  readPausedAt,
  readPulse,
  replaceAlarms,
  saveBulk,
} from './alarms.store.ts';
import { type AlarmLimits, type ExceededRate, judge, shouldPause } from './rates.ts';

/** A change that operators hear of. `rate` has caused it. */
export type AlarmChange =
  | { readonly type: 'paused' | 'warning'; readonly rate: ExceededRate }
  | { readonly type: 'resumed' };

export interface MailAlarmsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: AlarmLimits;
  /** Called in the transaction that changes the state, so that operators read of each change once. */
  readonly tellOperators: (tx: Tx, change: AlarmChange) => Promise<void>;
  /** Makes held mails due, after the commit. When it fails, they are checked again later anyway. */
  readonly releaseHeld: () => Promise<unknown>;
}

/**
 * Watches how many mails bounce or are reported as spam, and pauses bulk mails when these are too many: sending on would ruin
 * the reputation of the sender for the mails that matter. The pause is a row in the database that every worker reads right
 * before it sends, so it holds for all processes and outlives them. docs/email-analytics.md has the rules.
 */
export interface MailAlarms {
  /** Counts events for the rates, in their transaction. */
  readonly count: MailEventListener;
  /** Judges the rates. When two processes do so at once, one of them skips it. */
  evaluate(): Promise<void>;
  /** Whether bulk mails are paused. */
  isPaused(tx: Tx): Promise<boolean>;
  read(tx: Tx): Promise<MailAlarmsView>;
  /** Resumes bulk mails. What was counted so far, including the present slot of five minutes, is not judged again. */
  resume(tx: Tx): Promise<MailAlarmsView>;
}

/** Length of a slot of the counts. */
const slotMs = 5 * 60_000;
/** The short one shows a rush; the long one shows what comes in slowly, such as complaints. */
const windowsMinutes = [60, 24 * 60];
const keptForMs = 2 * 24 * 3_600_000;

export function createMailAlarms(dependencies: MailAlarmsDependencies): MailAlarms {
  const { database, clock, logger, metrics, limits, tellOperators, releaseHeld } = dependencies;
  const pausedGauge = metrics.gauge({
    name: 'rolecall_email_bulk_paused',
    help: 'Whether mails that can wait are held back because of bounces or complaints: 1 or 0',
  });
  const alarmGauge = metrics.gauge({
    name: 'rolecall_email_alarm_level',
    help: 'Rate of each provider (empty: of all) beyond its limit: 1 to warn, 2 to pause',
    labels: ['provider', 'measure'],
  });

  function show(
    isPaused: boolean,
    exceeded: readonly Pick<ExceededRate, 'provider' | 'measure' | 'level'>[],
  ) {
    pausedGauge.set(isPaused ? 1 : 0);
    alarmGauge.reset();
    for (const { provider, measure, level } of exceeded) {
      alarmGauge.set({ provider, measure }, level === 'pause' ? 2 : 1);
    }
  }

  async function announce(tx: Tx, change: AlarmChange): Promise<void> {
    await tellOperators(tx, change);
    database.afterCommit(() => {
      logger[change.type === 'resumed' ? 'info' : 'warn']({ change }, logLines[change.type]);
      if (change.type === 'resumed') release();
    });
  }

  function release(): void {
    releaseHeld().catch((error: unknown) =>
      logger.warn({ err: error }, 'held mails are checked again by themselves'),
    );
  }

  async function read(tx: Tx): Promise<MailAlarmsView> {
    const pausedAt = await readPausedAt(tx);
    const alarms = await findAlarms(tx);
    return {
      paused_at: pausedAt?.toISOString() ?? null,
      alarms: alarms.map(({ provider, since, ...alarm }) => ({
        ...alarm,
        provider: provider || null,
        rate: inPercent(alarm.events / alarm.mails),
        since: since.toISOString(),
      })),
      limits: {
        bounces: limitsInPercent(limits.bounces),
        complaints: limitsInPercent(limits.complaints),
      },
    };
  }

  return {
    read,

    async count(tx, events) {
      await addToPulse(tx, pulseOf(events, clock.now()));
    },

    async evaluate() {
      await database.transaction(async (tx) => {
        const state = await lockBulkIfFree(tx);
        if (state === undefined) return;
        const now = clock.now();
        const exceeded = judge(await readPulse(tx, windowsMinutes, state.judged_from, now), limits);
        const known = await findAlarms(tx);
        if (exceeded.length > 0 || known.length > 0) await replaceAlarms(tx, exceeded, now);
        const isPaused = shouldPause(state.paused_at, exceeded, now);
        const pausing = exceeded.find(({ level }) => level === 'pause');
        if (isPaused && state.paused_at === null && pausing !== undefined) {
          await saveBulk(tx, { paused_at: now });
          await announce(tx, { type: 'paused', rate: pausing });
        } else if (!isPaused && state.paused_at !== null) {
          await saveBulk(tx, { paused_at: null });
          await announce(tx, { type: 'resumed' });
        } else if (!isPaused) {
          // One message for each measure is enough: the rate of all is mostly that of one provider.
          for (const measure of mailAlarmMeasures) {
            const rate = exceeded.find((one) => one.measure === measure);
            const isNew = known.every((alarm) => alarm.measure !== measure);
            if (rate !== undefined && isNew) await announce(tx, { type: 'warning', rate });
          }
        }
        await deletePulseBefore(tx, new Date(now.getTime() - keptForMs));
        database.afterCommit(() => show(isPaused, exceeded));
      });
    },

    isPaused: isBulkPaused,

    async resume(tx) {
      const state = await lockBulk(tx);
      if (state?.paused_at !== null && state !== undefined) {
        const now = clock.now();
        await saveBulk(tx, { paused_at: null, judged_from: new Date(slotOf(now).getTime() + slotMs) });
        await replaceAlarms(tx, [], now);
        database.afterCommit(release);
      }
      return read(tx);
    },
  };
}

const logLines: Readonly<Record<AlarmChange['type'], string>> = {
  paused: 'mails that can wait are held back: too many bounce or are reported as spam',
  warning: 'more mails bounce or are reported as spam than is good',
  resumed: 'mails that were held back go on: the rates are good again',
};

function pulseOf(events: readonly MailEvent[], now: Date): PulseIncrement[] {
  const slot = slotOf(now);
  return [...Map.groupBy(events, (event) => event.mail?.provider ?? event.provider)].flatMap(
    ([provider, own]) => {
      const counts = {
        sent: own.filter(({ type }) => type === 'sent').length,
        refused: own.filter(isRefused).length,
        bounced: own.filter(({ type, bounce }) => type === 'bounced' && bounce === 'hard').length,
        complained: own.filter(({ type }) => type === 'complained').length,
      };
      const isNothing = Object.values(counts).every((count) => count === 0);
      return isNothing ? [] : [{ slot, provider, ...counts }];
    },
  );
}

function slotOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / slotMs) * slotMs);
}

/** To two digits behind the point. */
function inPercent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function limitsInPercent({ warning, pause }: AlarmLimits['bounces']) {
  return { warning: inPercent(warning), pause: inPercent(pause) };
}
