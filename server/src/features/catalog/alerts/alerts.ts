import {
  type Alert,
  type AlertChanges,
  type AlertFinding,
  mostAlerts,
  type NewAlert,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Recipients } from '../../messaging/recipients/index.ts';
import { toSummary } from '../jobs/index.ts';
import {
  type AlertRow,
  deleteRemoved,
  insertAlert,
  lockAlert,
  lockAlertsOf,
  selectAlerts,
  selectJobSummaries,
  selectStandings,
  updateAlert,
} from './alerts.store.ts';
import {
  deleteOld,
  hasWaiting,
  joinWindows,
  moveWaiting,
  selectFindings,
  selectWaitingAlerts,
  type WaitingAlert,
} from './findings.store.ts';
import type { AlertIndex } from './index-keeper.ts';
import { slotOf } from './slots.ts';

/** Saved searches that tell of new jobs. docs/alerts.md explains how. */
export interface Alerts {
  list(tx: Tx, viewer: Viewer): Promise<Alert[]>;
  /** @throws {ApplicationError} `too_many_alerts` */
  create(tx: Tx, viewer: Viewer, alert: NewAlert): Promise<Alert>;
  /** @throws {ApplicationError} `not_found`, also for those of others */
  change(tx: Tx, viewer: Viewer, id: string, changes: AlertChanges): Promise<Alert>;
  /** @throws {ApplicationError} `not_found` */
  remove(tx: Tx, viewer: Viewer, id: string): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `too_many_alerts` */
  restore(tx: Tx, viewer: Viewer, id: string): Promise<Alert>;
  /** The last ones of an alert. @throws {ApplicationError} `not_found` */
  findings(tx: Tx, viewer: Viewer, id: string): Promise<AlertFinding[]>;
  /** What alerts have found and will tell, of one person or of all. */
  waiting(tx: Tx, email: string | null): Promise<WaitingAlert[]>;
  /** Forgets what was removed and found long ago. */
  tidy(): Promise<void>;
}

const dayMs = 86_400_000;
const latelyDays = 7;
const keptDays = 90;
const deletedAtOnce = 10_000;
const mostFindings = 50;
const mostWaiting = 1_000;

const changed = (before: AlertRow, changes: AlertChanges): AlertRow => ({
  ...before,
  name: changes.name ?? before.name,
  conditions: changes.conditions ?? before.conditions,
  frequency: changes.frequency ?? before.frequency,
  time: changes.time ?? before.time,
  weekday: changes.weekday ?? before.weekday,
  paused: changes.paused ?? before.paused,
});

export function createAlerts({
  database,
  clock,
  recipients,
  alertIndex,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly alertIndex: Pick<AlertIndex, 'changed'>;
}): Alerts {
  async function views(tx: Tx, rows: readonly AlertRow[]): Promise<Alert[]> {
    const since = new Date(clock.now().getTime() - latelyDays * dayMs);
    const standings = await selectStandings(
      tx,
      rows.map(({ id }) => id),
      since,
    );
    return rows.map(({ user_id: _, removed_at: __, ...row }) => {
      const standing = standings.get(row.id);
      return {
        ...row,
        created_at: row.created_at.toISOString(),
        last_told_at: row.last_told_at?.toISOString() ?? null,
        next_told_at: standing?.next?.toISOString() ?? null,
        told_lately: standing?.told ?? 0,
      };
    });
  }

  async function view(tx: Tx, row: AlertRow): Promise<Alert> {
    const [alert] = await views(tx, [row]);
    if (alert === undefined) throw new ApplicationError('not_found');
    return alert;
  }

  function tellIndex({ id, conditions, paused, removed_at }: AlertRow): void {
    const isActive = !paused && removed_at === null;
    database.afterCommit(() => alertIndex.changed({ id, conditions, is_active: isActive }));
  }

  /** What waits to be told is told when the alert says by now. */
  async function moveToSlot(tx: Tx, alert: AlertRow): Promise<void> {
    if (!(await hasWaiting(tx, alert.id))) return;
    const [person] = await recipients.findRecipients(tx, [alert.user_id]);
    const slot = slotOf(alert, person?.time_zone ?? 'UTC', clock.now());
    const wanted = {
      id: uuidv7(),
      user_id: alert.user_id,
      slot: slot.name,
      closes_at: slot.closesAt.toISOString(),
      runs: [],
    };
    const windows = await joinWindows(tx, [wanted], clock.now());
    const window = windows.get(`${alert.user_id} ${slot.name}`);
    if (window === undefined) return;
    await moveWaiting(tx, alert.id, window);
  }

  async function own(tx: Tx, viewer: Viewer, id: string, isRemoved = false): Promise<AlertRow> {
    const row = await lockAlert(tx, viewer.userId, id);
    if (row === undefined || (row.removed_at !== null) !== isRemoved) throw new ApplicationError('not_found');
    return row;
  }

  async function assertRoom(tx: Tx, viewer: Viewer): Promise<void> {
    if ((await lockAlertsOf(tx, viewer.userId)) < mostAlerts) return;
    throw new ApplicationError('too_many_alerts', { extensions: { limit: mostAlerts } });
  }

  return {
    list: async (tx, viewer) => views(tx, await selectAlerts(tx, viewer.userId)),

    async create(tx, viewer, alert) {
      await assertRoom(tx, viewer);
      const row = { ...alert, id: uuidv7(), user_id: viewer.userId, created_at: clock.now() };
      await insertAlert(tx, row);
      const stored = { ...row, removed_at: null, last_told_at: null };
      tellIndex(stored);
      return view(tx, stored);
    },

    async change(tx, viewer, id, changes) {
      const before = await own(tx, viewer, id);
      const row = changed(before, changes);
      const { name, conditions, frequency, time, weekday, paused } = row;
      await updateAlert(tx, id, { name, conditions, frequency, time, weekday, paused }, clock.now());
      tellIndex(row);
      const isMoved =
        row.frequency !== before.frequency || row.time !== before.time || row.weekday !== before.weekday;
      if (isMoved) await moveToSlot(tx, row);
      return view(tx, row);
    },

    async remove(tx, viewer, id) {
      const row = await own(tx, viewer, id);
      const removed_at = clock.now();
      await updateAlert(tx, id, { removed_at }, removed_at);
      tellIndex({ ...row, removed_at });
    },

    async restore(tx, viewer, id) {
      await assertRoom(tx, viewer);
      const row = await own(tx, viewer, id, true);
      await updateAlert(tx, id, { removed_at: null }, clock.now());
      tellIndex({ ...row, removed_at: null });
      return view(tx, { ...row, removed_at: null });
    },

    async findings(tx, viewer, id) {
      await own(tx, viewer, id);
      const rows = await selectFindings(tx, id, mostFindings);
      const jobs = new Map(
        (
          await selectJobSummaries(
            tx,
            rows.map(({ job_id }) => job_id),
          )
        ).map((job) => [job.id, job]),
      );
      return rows.map((row): AlertFinding => {
        const job = jobs.get(row.job_id);
        return {
          job: job === undefined ? null : toSummary(job),
          state: row.left_out ?? (row.told_at === null ? 'waiting' : 'told'),
          found_at: row.found_at.toISOString(),
          posted_at: row.posted_at.toISOString(),
          told_at: row.told_at?.toISOString() ?? null,
        };
      });
    },

    waiting: (tx, email) => selectWaitingAlerts(tx, email, mostWaiting),

    async tidy() {
      const now = clock.now().getTime();
      await deleteRemoved(database.query, new Date(now - dayMs), deletedAtOnce);
      await deleteOld(database.query, new Date(now - keptDays * dayMs), deletedAtOnce);
    },
  };
}
