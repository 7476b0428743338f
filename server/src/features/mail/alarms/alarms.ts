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
  lockBulk,
  lockBulkIfFree,
  type PulseIncrement,
  readPausedAt,
  readPulse,
  replaceAlarms,
  saveBulk,
} from './alarms.store.ts';
import { type AlarmLimits, type Finding, judge, shouldPause } from './rates.ts';

/** What operators are told. `finding` is the rate that has caused it; there is none for going on. */
export type AlarmNews =
  | { readonly type: 'paused' | 'warning'; readonly finding: Finding }
  | { readonly type: 'resumed' };

export interface MailAlarmsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: AlarmLimits;
  /** Tells operators, in the transaction that changes the state, so that each piece of news is told once. */
  readonly tell: (tx: Tx, news: AlarmNews) => Promise<void>;
  /** A hint after the commit that mails which were held back may go: without it they look again by themselves. */
  readonly resumed: () => void;
}

/**
 * Watches how many mails bounce or are reported as spam, and pauses what can wait when it is too much: sending on would
 * ruin the name of the sender for the mails that matter. The pause is a row in the database that every worker looks at
 * right before it sends, so it holds for all processes and outlives each. docs/email-analytics.md has the rules.
 */
export interface MailAlarms {
  /** Counts what the rates are made of, in the transaction of the events. */
  readonly count: MailEventListener;
  /** Judges the rates. Where two processes do so at once, one of them leaves it to the other. */
  evaluate(): Promise<void>;
  /** Whether mails that can wait are held back. */
  isPaused(tx: Tx): Promise<boolean>;
  read(tx: Tx): Promise<MailAlarmsView>;
  /** Lets mails go on. What was learnt by now, and in the slot of five minutes that runs, is not judged again. */
  resume(tx: Tx): Promise<MailAlarmsView>;
}

/** Slots of the counts. */
const slotMs = 5 * 60_000;
/** A rush is seen in the short one; what comes in slowly, as complaints do, in the long one. */
const windowsMinutes = [60, 24 * 60];
const keptForMs = 2 * 24 * 3_600_000;

export function createMailAlarms(dependencies: MailAlarmsDependencies): MailAlarms {
  const { database, clock, logger, metrics, limits, tell, resumed } = dependencies;
  const pausedGauge = metrics.gauge({
    name: 'rolecall_email_bulk_paused',
    help: 'Whether mails that can wait are held back because of bounces or complaints: 1 or 0',
  });
  const alarmGauge = metrics.gauge({
    name: 'rolecall_email_alarm_level',
    help: 'Rate of each provider (empty: of all) beyond its limit: 1 to warn, 2 to pause',
    labels: ['provider', 'measure'],
  });

  function show(isPaused: boolean, findings: readonly Pick<Finding, 'provider' | 'measure' | 'level'>[]) {
    pausedGauge.set(isPaused ? 1 : 0);
    alarmGauge.reset();
    for (const { provider, measure, level } of findings) {
      alarmGauge.set({ provider, measure }, level === 'pause' ? 2 : 1);
    }
  }

  async function announce(tx: Tx, news: AlarmNews): Promise<void> {
    await tell(tx, news);
    database.afterCommit(() => {
      logger[news.type === 'resumed' ? 'info' : 'warn']({ news }, logLines[news.type]);
      if (news.type === 'resumed') resumed();
    });
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
        const findings = judge(await readPulse(tx, windowsMinutes, state.judged_from, now), limits);
        const known = await findAlarms(tx);
        if (findings.length > 0 || known.length > 0) await replaceAlarms(tx, findings, now);
        const isPaused = shouldPause(state.paused_at, findings, now);
        const pausing = findings.find(({ level }) => level === 'pause');
        if (isPaused && state.paused_at === null && pausing !== undefined) {
          await saveBulk(tx, { paused_at: now });
          await announce(tx, { type: 'paused', finding: pausing });
        } else if (!isPaused && state.paused_at !== null) {
          await saveBulk(tx, { paused_at: null });
          await announce(tx, { type: 'resumed' });
        } else if (!isPaused) {
          // One piece of news for each measure is enough: a rate of all is mostly that of a provider.
          for (const measure of mailAlarmMeasures) {
            const finding = findings.find((one) => one.measure === measure);
            const isNew = known.every((alarm) => alarm.measure !== measure);
            if (finding !== undefined && isNew) await announce(tx, { type: 'warning', finding });
          }
        }
        await deletePulseBefore(tx, new Date(now.getTime() - keptForMs));
        database.afterCommit(() => show(isPaused, findings));
      });
    },

    isPaused: async (tx) => (await readPausedAt(tx)) !== null,

    async resume(tx) {
      const state = await lockBulk(tx);
      if (state?.paused_at !== null && state !== undefined) {
        const now = clock.now();
        await saveBulk(tx, { paused_at: null, judged_from: new Date(slotOf(now).getTime() + slotMs) });
        await replaceAlarms(tx, [], now);
        database.afterCommit(resumed);
      }
      return read(tx);
    },
  };
}

const logLines: Readonly<Record<AlarmNews['type'], string>> = {
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
