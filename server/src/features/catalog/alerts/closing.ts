import { mostAlertJobs } from '@rolecall/contract/alerts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import type { SettingsOfPeople } from '../../messaging/preferences/index.ts';
import type { Recipients } from '../../messaging/recipients/index.ts';
import { companyMarkOf, findJobStandings, findTellableJobs, type TellableJob, toPay } from '../jobs/index.ts';
import {
  alertKey,
  closeInBatches,
  findToldPairs,
  type WindowsClosed,
  type WindowTable,
} from '../matching/index.ts';
import {
  type ClosingWindow,
  endWindows,
  findDueWindows,
  findWaiting,
  lockWindows,
  noteTold,
  settleFindings,
  type WaitingFinding,
} from './findings.store.ts';
import type { LeftOut } from './tables.ts';

export interface ClosingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly preferences: { settingsOf(tx: Tx, userIds: readonly string[]): Promise<SettingsOfPeople> };
  readonly notifications: Pick<Notifications, 'notifyEach'>;
  readonly setAside: SetAside;
}

/**
 * Tells what alerts have found: closes windows whose time has come, at most so many. The transaction looks at everything once
 * more, tells what is left of each window, and marks window and findings. After a crash at any point all of that has happened, or
 * nothing and the window is due again.
 */
export function closeWindows(dependencies: ClosingDependencies, limit: number): Promise<WindowsClosed> {
  const windows: WindowTable = {
    table: 'alert_windows',
    findDue: findDueWindows,
    closeBatch: (tx, ids) => closeBatch(tx, ids, dependencies),
  };
  return closeInBatches(windows, dependencies, limit);
}

async function closeBatch(tx: Tx, ids: readonly string[], dependencies: ClosingDependencies) {
  const { clock, notifications } = dependencies;
  const now = clock.now();
  const windows = await lockWindows(tx, ids);
  if (windows.length === 0) return [];
  const waiting = await findWaiting(
    tx,
    windows.map(({ id }) => id),
  );
  const jobs = await findTellableJobs(tx, [...new Set(waiting.map(({ job_id }) => job_id))]);
  const reasonOf = await lookAgain(tx, windows, waiting, jobs, dependencies);
  const staying = Map.groupBy(
    waiting.filter((finding) => !reasonOf.has(finding)),
    ({ window_id }) => window_id,
  );
  const telling = windows.flatMap((window) => {
    const item = toNotification(window, staying.get(window.id) ?? [], jobs);
    return item === null ? [] : [{ window, item }];
  });
  const outcomes = await notifications.notifyEach(
    tx,
    telling.map(({ item }) => item),
  );
  const written = new Map(
    telling.flatMap(({ window }, index) => {
      const outcome = outcomes[index];
      return outcome?.status === 'written' ? [[window.id, outcome.id] as const] : [];
    }),
  );

  const settled = waiting.map((finding) => ({
    ...finding,
    left_out: reasonOf.get(finding) ?? (written.has(finding.window_id) ? null : ('told_before' as const)),
  }));
  await settleFindings(
    tx,
    settled.map(({ user_id, cluster_id, alert_id, left_out }) => ({
      user_id,
      cluster_id,
      alert_id,
      left_out,
    })),
    now,
  );
  await noteTold(
    tx,
    [...new Set(settled.flatMap((one) => (one.left_out === null ? [one.alert_id] : [])))],
    now,
  );
  const ended = windows.map(({ id }) => {
    const notificationId = written.get(id) ?? null;
    const told = notificationId === null ? 0 : (staying.get(id)?.length ?? 0);
    return { id, told, notification_id: notificationId };
  });
  await endWindows(tx, ended, now);
  return ended;
}

/** Why some of what was collected is of no use to its people by now; what is not mentioned is. */
async function lookAgain(
  tx: Tx,
  windows: readonly ClosingWindow[],
  waiting: readonly WaitingFinding[],
  jobs: ReadonlyMap<string, TellableJob>,
  { clock, recipients, preferences }: Pick<ClosingDependencies, 'clock' | 'recipients' | 'preferences'>,
): Promise<ReadonlyMap<WaitingFinding, LeftOut>> {
  const userIds = [...new Set(windows.map(({ user_id }) => user_id))];
  const people = new Map((await recipients.findRecipients(tx, userIds)).map((one) => [one.user_id, one]));
  const settings = await preferences.settingsOf(tx, userIds);
  const standings = await findJobStandings(tx, [...jobs.keys()], clock.now());
  const matched = await findToldPairs(tx, waiting);

  const reasonOf = (finding: WaitingFinding): LeftOut | null => {
    const person = people.get(finding.user_id);
    if (person === undefined || person.is_disabled) return 'account_disabled';
    if (finding.is_paused) return 'alert_paused';
    const state = standings.get(finding.job_id)?.state ?? 'closed';
    if (state !== 'open') return state === 'closed' ? 'job_closed' : 'job_held';
    if (finding.is_hidden) return 'job_hidden';
    if (finding.is_applied) return 'applied';
    const subjects = [`job:${finding.job_id}`, `company:${jobs.get(finding.job_id)?.company_id}`];
    if (settings.hasMuted(finding.user_id, subjects)) return 'muted';
    return matched.has(`${finding.user_id} ${finding.cluster_id}`) ? 'told_before' : null;
  };
  return new Map(
    waiting.flatMap((finding) => {
      const reason = reasonOf(finding);
      return reason === null ? [] : [[finding, reason] as const];
    }),
  );
}

/** What is told of a window: how much was found by which alerts, and the newest of it. */
function toNotification(
  window: ClosingWindow,
  staying: readonly WaitingFinding[],
  jobs: ReadonlyMap<string, TellableJob>,
): AnyNotification | null {
  const named = staying.flatMap((finding) => {
    const job = jobs.get(finding.job_id);
    return job === undefined ? [] : [{ finding, job }];
  });
  const [first] = named;
  if (first === undefined) return null;
  const alerts = [...Map.groupBy(staying, ({ alert_id }) => alert_id)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([id, [finding]]) => ({ id, name: finding?.alert_name ?? '' }));
  const isSingle = staying.length === 1;
  return {
    userId: window.user_id,
    // The vacancy, whoever tells it: a match with the profile has the same key.
    dedupeKey: isSingle ? alertKey(first.finding.cluster_id) : windowKey(window.id),
    subject: isSingle ? `job:${first.job.id}` : windowKey(window.id),
    kind: 'saved_search_alert',
    payload: {
      count: staying.length,
      jobs: named.slice(0, mostAlertJobs).map(({ finding, job }) => ({
        job_id: job.id,
        job_title: job.title,
        company_name: job.company_name,
        company_id: job.company_id,
        ...companyMarkOf(job),
        location: job.places[0] ?? null,
        pay: toPay(job),
        alert_name: finding.alert_name,
        posted_at: finding.posted_at.toISOString(),
        found_at: finding.found_at.toISOString(),
      })),
      alerts,
    },
  };
}

export const windowKey = (windowId: string): string => `alert_window:${windowId}`;
