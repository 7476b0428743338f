import type { Match } from '@rolecall/contract';
import { mostNamedJobs } from '@rolecall/contract/matching';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import type { SettingsOfPeople } from '../../messaging/preferences/index.ts';
import type { Recipient, Recipients } from '../../messaging/recipients/index.ts';
import { findJobStandings, findTellableJobs, type JobStanding, type TellableJob } from '../jobs/index.ts';
import { toAlert, toSummary } from './alerts.ts';
import type { LeftOutReason } from './found.ts';
import { selectMatchesOf } from './matching.store.ts';
import { closeInBatches, type WindowsClosed, type WindowTable } from './window-batches.ts';
import {
  type ClosingWindow,
  deleteOldWindows,
  type EndedWindow,
  endWindows,
  findDueWindows,
  findWaiting,
  leaveOut,
  lockWindows,
  type WaitingMatch,
} from './windows.store.ts';
import { compareMatches } from './windows.ts';

export interface ClosingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  /** What people have muted; preferences know it. */
  readonly preferences: { settingsOf(tx: Tx, userIds: readonly string[]): Promise<SettingsOfPeople> };
  readonly notifications: Pick<Notifications, 'notifyEach'>;
  readonly setAside: SetAside;
}

const keptDays = 90;
const deletedAtOnce = 10_000;

/**
 * Closes windows whose runs have ended or whose time is over, at most so many. The transaction tells what is left of each and
 * marks it, so that after a crash at any point both have happened, or neither and the window is due again.
 */
export function closeWindows(dependencies: ClosingDependencies, limit: number): Promise<WindowsClosed> {
  const windows: WindowTable = {
    table: 'match_windows',
    findDue: findDueWindows,
    closeBatch: (tx, ids) => closeBatch(tx, ids, dependencies),
  };
  return closeInBatches(windows, dependencies, limit);
}

/** Forgets windows that were closed long ago. */
export async function tidyWindows({ database, clock }: Pick<ClosingDependencies, 'database' | 'clock'>) {
  const before = new Date(clock.now().getTime() - keptDays * 86_400_000);
  await deleteOldWindows(database.query, before, deletedAtOnce);
}

async function closeBatch(
  tx: Tx,
  ids: readonly string[],
  dependencies: ClosingDependencies,
): Promise<EndedWindow[]> {
  const { clock, notifications } = dependencies;
  const now = clock.now();
  const windows = await lockWindows(tx, ids);
  if (windows.length === 0) return [];
  const waiting = await findWaiting(
    tx,
    windows.map(({ id }) => id),
  );
  const jobIds = [...new Set(waiting.map(({ job_id }) => job_id))];
  const jobs = await findTellableJobs(tx, jobIds);
  const standings = await findJobStandings(tx, jobIds, now);
  const reasonOf = await lookAgain(tx, windows, waiting, { jobs, standings }, dependencies);
  const staying = Map.groupBy(
    waiting.filter((match) => !reasonOf.has(match)),
    ({ window_id }) => window_id,
  );
  for (const own of staying.values()) own.sort(compareMatches);

  const named = [...staying.values()].flatMap((own) => own.slice(0, mostNamedJobs));
  const matches = await selectMatchesOf(tx, named);
  const telling = windows.flatMap((window) => {
    const item = toNotification(window, staying.get(window.id) ?? [], { jobs, matches });
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

  const first = Map.groupBy(waiting, ({ window_id }) => window_id);
  const ended = windows.map((window): EndedWindow => {
    const notificationId = written.get(window.id);
    const told = staying.get(window.id)?.length ?? 0;
    if (notificationId !== undefined) {
      return { id: window.id, status: 'told', told, notification_id: notificationId, reason: null };
    }
    const [example] = first.get(window.id) ?? [];
    const found = example === undefined ? undefined : (reasonOf.get(example) ?? 'told_before');
    const nothing = window.alerted_for === null ? 'no_longer_true' : 'told_at_once';
    return { id: window.id, status: 'empty', told: 0, notification_id: null, reason: found ?? nothing };
  });
  await endWindows(tx, ended, now);
  await leaveOut(tx, leftOut(waiting, reasonOf, written));
  return ended;
}

function leftOut(
  waiting: readonly WaitingMatch[],
  reasonOf: ReadonlyMap<WaitingMatch, LeftOutReason>,
  written: ReadonlyMap<string, string>,
) {
  return waiting.flatMap((match) => {
    const reason = reasonOf.get(match) ?? (written.has(match.window_id) ? undefined : 'told_before');
    return reason === undefined
      ? []
      : [{ user_id: match.user_id, cluster_id: match.cluster_id, reason: reason satisfies LeftOutReason }];
  });
}

/** Why some of what was collected is of no use to its people by now; what is not mentioned is. */
async function lookAgain(
  tx: Tx,
  windows: readonly ClosingWindow[],
  waiting: readonly WaitingMatch[],
  {
    jobs,
    standings,
  }: {
    readonly jobs: ReadonlyMap<string, TellableJob>;
    readonly standings: ReadonlyMap<string, JobStanding>;
  },
  { recipients, preferences }: Pick<ClosingDependencies, 'recipients' | 'preferences'>,
): Promise<ReadonlyMap<WaitingMatch, LeftOutReason>> {
  const userIds = windows.map(({ user_id }) => user_id);
  const people = new Map((await recipients.findRecipients(tx, userIds)).map((one) => [one.user_id, one]));
  const settings = await preferences.settingsOf(tx, userIds);

  const reasonOf = (match: WaitingMatch, person: Recipient | undefined): LeftOutReason | null => {
    if (person === undefined || person.is_disabled) return 'account_disabled';
    const state = standings.get(match.job_id)?.state ?? 'closed';
    if (state !== 'open') return state === 'closed' ? 'job_closed' : 'job_held';
    if (match.is_hidden) return 'job_hidden';
    const subjects = [`job:${match.job_id}`, `company:${jobs.get(match.job_id)?.company_id}`];
    if (settings.hasMuted(match.user_id, subjects)) return 'muted';
    return match.score < person.minimum_match_score ? 'below_minimum' : null;
  };
  return new Map(
    waiting.flatMap((match) => {
      const reason = reasonOf(match, people.get(match.user_id));
      return reason === null ? [] : [[match, reason] as const];
    }),
  );
}

/** What is told of a window: one match as ever, several together. */
function toNotification(
  window: ClosingWindow,
  staying: readonly WaitingMatch[],
  known: {
    readonly jobs: ReadonlyMap<string, TellableJob>;
    /** By `<user> <cluster>`. */
    readonly matches: ReadonlyMap<string, Match>;
  },
): AnyNotification | null {
  const named = staying.slice(0, mostNamedJobs).flatMap((waiting) => {
    const job = known.jobs.get(waiting.job_id);
    const match = known.matches.get(`${waiting.user_id} ${waiting.cluster_id}`);
    return job === undefined || match === undefined ? [] : [{ match: { ...waiting, ...match }, job }];
  });
  const [best] = named;
  if (best === undefined) return null;
  return staying.length === 1 ? toAlert(best.match, best.job) : toSummary(window, named, staying.length);
}
