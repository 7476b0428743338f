import { type DigestFrequency, type Kind, kinds } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { findReach } from '../channels/index.ts';
import {
  countCollected,
  findCollected,
  moveCollected,
  type SettledCollected,
  settleCollected,
} from '../deliveries/index.ts';
import { lockInboxes, type Notifications } from '../notifications/index.ts';
import type { Preferences } from '../preferences/index.ts';
import type { Recipients } from '../recipients/index.ts';
import { factsOf, type RouteDecision, route } from '../routing/index.ts';
import { composeDigest } from './compose.ts';
import { type ClosedWindow, type DigestRow, findDue, finishWindows, lockDue } from './digests.store.ts';
import type { DigestFacts } from './facts.ts';
import { countUnnamed, settle, takeApart } from './parts.ts';
import { type DigestDraft, frame, toEntry } from './payloads.ts';
import { findLeaving, type People, type SecondLookDependencies } from './second-look.ts';
import { setClosing } from './windows.store.ts';

export interface ClosingDependencies extends SecondLookDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'settingsOf'>;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  readonly facts: DigestFacts;
}

/** What closing has done. */
export interface Closing {
  readonly sent: number;
  /** Closed without a message, because nothing was left to tell. */
  readonly empty: number;
  /** Their people want no message now, so they collect on. */
  readonly postponed: number;
  /** Whether more windows may be due than were asked for. */
  readonly more: boolean;
}

const digestKinds = {
  hourly: 'digest_hourly',
  daily: 'digest_daily',
  weekly: 'digest_weekly',
} as const satisfies Record<DigestFrequency, Kind>;

/** Windows that are closed in one transaction, and what they may have collected together: bounds its locks and memory. */
const windowsAtOnce = 200;
const itemsAtOnce = 5_000;

/**
 * Closes windows whose time has come, at most so many, a batch in a transaction.
 *
 * The transaction writes the digest as a notification, marks its window and settles what it had collected, so that after
 * a crash at any point all of that has happened, or nothing and the window is due again. It holds the inboxes of the
 * people first and the windows after them, as everybody does who lets something wait in a digest: nothing joins a window
 * that is being closed, and of two processes with the same windows the second one finds them closed.
 *
 * A window that cannot be closed is reported, does not hold up the others, and is tried again with the next run.
 */
export async function closeDue(dependencies: ClosingDependencies, limit: number): Promise<Closing> {
  const { database, clock, logger } = dependencies;
  const total = { sent: 0, empty: 0, postponed: 0 };
  const failed: string[] = [];
  const close = async (ids: readonly string[], userIds: readonly string[]) => {
    const done = await database.transaction((tx) => closeWindows(tx, ids, userIds, dependencies));
    total.sent += done.sent;
    total.empty += done.empty;
    total.postponed += done.postponed;
  };

  let handled = 0;
  while (handled < limit) {
    const room = Math.min(windowsAtOnce, limit - handled);
    const due = await findDue(database.query, clock.now(), failed, room);
    if (due.length === 0) return { ...total, more: false };
    const sizes = await countCollected(
      database.query,
      due.map(({ id }) => id),
    );
    const batch = withinSize(due, sizes);
    handled += batch.length;
    try {
      await close(
        batch.map(({ id }) => id),
        batch.map(({ user_id }) => user_id),
      );
    } catch (error) {
      logger.warn({ err: error, windows: batch.length }, 'digests could not be closed together');
      for (const { id, user_id } of batch) {
        try {
          await close([id], [user_id]);
        } catch (reason) {
          logger.error({ err: reason, digest_id: id }, 'a digest could not be closed');
          failed.push(id);
        }
      }
    }
  }
  return { ...total, more: true };
}

/** As many of these as may be collected at once, and one at least. */
function withinSize<Window extends { readonly id: string }>(
  due: readonly Window[],
  sizes: ReadonlyMap<string, number>,
): Window[] {
  let size = 0;
  return due.filter(({ id }, index) => {
    size += sizes.get(id) ?? 0;
    return index === 0 || size <= itemsAtOnce;
  });
}

type Closed = Omit<Closing, 'more'>;

async function closeWindows(
  tx: Tx,
  ids: readonly string[],
  userIds: readonly string[],
  dependencies: ClosingDependencies,
): Promise<Closed> {
  const now = dependencies.clock.now();
  const owners = [...new Set(userIds)];
  await lockInboxes(tx, owners, now);
  const windows = await lockDue(tx, ids, now);
  if (windows.length === 0) return { sent: 0, empty: 0, postponed: 0 };
  const people = await peopleOf(tx, owners, dependencies);

  const decisions = new Map(windows.map((window) => [window.id, decideAbout(window, people, now)]));
  const postponed = await postpone(tx, windows, decisions, now);

  const closing = windows.filter(({ id }) => decisions.get(id)?.decision !== 'hold');
  const { drafts, settled } = await compose(tx, closing, decisions, people, now, dependencies);
  const notificationIds = await announce(tx, drafts, now, dependencies);
  const closed = closing.map(({ id }): ClosedWindow => {
    const notificationId = notificationIds.get(id);
    return notificationId === undefined
      ? { id, status: 'empty', notification_id: null }
      : { id, status: 'sent', notification_id: notificationId };
  });
  await finishWindows(tx, closed, now);
  await settleCollected(tx, settled, now);
  return {
    sent: notificationIds.size,
    empty: closing.length - notificationIds.size,
    postponed,
  };
}

/** Lets windows whose people want no message now end later, with all that waits in them. @returns how many */
async function postpone(
  tx: Tx,
  windows: readonly DigestRow[],
  decisions: ReadonlyMap<string, RouteDecision>,
  now: Date,
): Promise<number> {
  const postponed = windows.flatMap(({ id }) => {
    const decision = decisions.get(id);
    return decision?.decision === 'hold' ? [{ id, closes_at: decision.dueAt, reason: decision.reason }] : [];
  });
  if (postponed.length === 0) return 0;
  await setClosing(tx, postponed);
  await moveCollected(
    tx,
    postponed.map(({ id: digestId, closes_at: closesAt, reason }) => ({ digestId, closesAt, reason })),
    now,
  );
  return postponed.length;
}

export async function peopleOf(
  tx: Tx,
  userIds: readonly string[],
  { recipients, preferences, channels }: Pick<ClosingDependencies, 'recipients' | 'preferences' | 'channels'>,
): Promise<People> {
  const found = await recipients.findRecipients(tx, userIds);
  return {
    recipients: new Map(found.map((person) => [person.user_id, person])),
    settings: await preferences.settingsOf(tx, userIds),
    reachOf: await findReach(tx, channels, channels.keys(), found),
  };
}

/** What becomes of a digest itself at this moment, whatever it has to tell. */
function decideAbout(
  { user_id: userId, channel, frequency }: DigestRow,
  { recipients, settings, reachOf }: People,
  now: Date,
): RouteDecision {
  const recipient = recipients.get(userId);
  const kind = digestKinds[frequency];
  const message = {
    kind,
    priority: kinds[kind].priority,
    payload: {},
    isInInbox: false,
    isOwn: false,
    writtenAt: now,
  };
  const person = { recipient, settings: settings.of(userId), isMuted: false, isOnline: false };
  return route(factsOf(message, person, reachOf(channel, recipient), { spent: null, now }));
}

/** What the windows have to tell, and what becomes of all that they have collected. */
async function compose(
  tx: Tx,
  windows: readonly DigestRow[],
  decisions: ReadonlyMap<string, RouteDecision>,
  people: People,
  now: Date,
  dependencies: SecondLookDependencies,
): Promise<{ readonly drafts: DigestDraft[]; readonly settled: SettledCollected[] }> {
  const collected = await findCollected(
    tx,
    windows.map(({ id }) => id),
    'waiting',
  );
  const parts = takeApart(collected);
  const useless = await findLeaving(tx, parts, people, now, dependencies);
  const byWindow = Map.groupBy(parts, ({ digest_id }) => digest_id);
  const drafts: DigestDraft[] = [];
  const settled: SettledCollected[] = [];

  for (const window of windows) {
    const decision = decisions.get(window.id);
    const recipient = people.recipients.get(window.user_id);
    const own = byWindow.get(window.id) ?? [];
    const leaving = new Map(
      own.flatMap(({ id }) => {
        const reason = useless.get(id) ?? (decision?.decision === 'skip' ? decision.reason : undefined);
        return reason === undefined ? [] : [[id, reason] as const];
      }),
    );
    const staying = own.filter(({ id }) => !leaving.has(id));
    if (staying.length === 0 || recipient === undefined) {
      settled.push(
        ...settle(recipient === undefined ? own.filter(({ id }) => leaving.has(id)) : own, null, leaving),
      );
      continue;
    }
    const composition = composeDigest(staying);
    settled.push(...settle(own, composition, leaving));
    drafts.push({ window, recipient, composition, more: composition.more.length + countUnnamed(staying) });
  }
  return { drafts, settled };
}

/** Writes the digests as notifications. @returns their ids by those of the windows */
async function announce(
  tx: Tx,
  drafts: readonly DigestDraft[],
  now: Date,
  { notifications, facts }: ClosingDependencies,
): Promise<ReadonlyMap<string, string>> {
  if (drafts.length === 0) return new Map();
  const frames = await frame(tx, drafts, now, facts);
  const items = drafts.flatMap(({ window, recipient, composition, more }, index) => {
    const framed = frames[index];
    if (framed === undefined) return [];
    return [
      {
        kind: digestKinds[window.frequency],
        userId: recipient.user_id,
        onlyBy: [window.channel],
        dedupeKey: `digest:${window.id}`,
        subject: `digest:${window.id}`,
        payload: {
          ...framed,
          frequency: window.frequency,
          entries: composition.entries.map(toEntry),
          more,
        },
      },
    ];
  });
  const ids = await notifications.notifyAll(tx, items);
  return new Map(
    drafts.flatMap(({ window }, index) => {
      const id = ids[index] ?? null;
      return id === null ? [] : [[window.id, id] as const];
    }),
  );
}
