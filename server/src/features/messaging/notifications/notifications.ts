import {
  type DeliveryChannel,
  isDeliveryChannel,
  type Kind,
  kinds,
  mayWaitForInbox,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { createIdSource } from '../../../platform/ids/index.ts';
import { type Channels, findReach } from '../channels/index.ts';
import type { Preferences, SettingsOfPeople } from '../preferences/index.ts';
import type { OnlinePeople, Recipient, Recipients } from '../recipients/index.ts';
import { defaultRecipient } from '../texts/index.ts';
import { type CountReached, findOverBudget } from './day-budget.ts';
import type { DigestWindows } from './digest-windows.ts';
import {
  type AnyNotification,
  type Draft,
  type NotificationInput,
  toDraft,
  toDrafts,
  withoutRepeats,
} from './drafts.ts';
import type { LivePush, WrittenNotification } from './live-push.ts';
import type { InsertDeliveries, NewDelivery } from './new-delivery.ts';
import { insertNotifications } from './notifications.store.ts';
import { place, type Written } from './placing.ts';
import { type Candidate, type Plan, planNotification } from './planning.ts';

/** What became of a notification that was asked for. */
export type NotificationOutcome =
  /** `seq` is null for a kind that is not in the inbox. */
  | { readonly status: 'written'; readonly id: string; readonly seq: number | null }
  /** `duplicate`: the person has one with its key. */
  | { readonly status: 'duplicate' | 'unknown_person' };

export interface Notifications {
  /**
   * Tells one person something: in the inbox and by the channels that the router chooses, all in this transaction.
   * @returns the id of the new notification; null: the key was there already, or the person does not exist
   * @throws {ZodError} when the payload is not what the kind carries
   */
  notify(tx: Tx, notification: AnyNotification): Promise<string | null>;
  /** The same for many people, with a constant number of statements for every 5,000. */
  notifyMany<K extends Kind>(
    tx: Tx,
    kind: K,
    items: readonly NotificationInput<K>[],
  ): Promise<readonly (string | null)[]>;
  /**
   * The same for several kinds. A transaction that tells different people different things should do it in one call:
   * inboxes are locked in the order of people within a call, so that two transactions can't wait for each other.
   * @returns for each item the id of its notification or null
   */
  notifyAll(tx: Tx, items: readonly AnyNotification[]): Promise<readonly (string | null)[]>;
  /** The same, for callers who want to know what became of each. */
  notifyEach(tx: Tx, items: readonly AnyNotification[]): Promise<readonly NotificationOutcome[]>;
}

export interface NotificationDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'settingsOf'>;
  readonly digestWindows: DigestWindows;
  readonly insertDeliveries: InsertDeliveries;
  readonly countReached: CountReached;
  /** Those that this instance has. */
  readonly channels: Channels;
  readonly presence: OnlinePeople;
  readonly livePush: LivePush;
  /** Called after the commit when something has become due. */
  readonly wakeDeliveries: () => void;
}

/** Bounds the locks that are held at once, the size of a statement, and the memory for it. */
const largestBatch = 5_000;

export function createNotifications(dependencies: NotificationDependencies): Notifications {
  const { database, clock, recipients, preferences, digestWindows, channels, presence, livePush } =
    dependencies;
  const newId = createIdSource();
  const waitsForOnline = channels.values().some(({ rules }) => rules.onlineDelayMs > 0);

  async function writeBatch(tx: Tx, drafts: readonly Draft[]): Promise<NotificationOutcome[]> {
    const now = clock.now();
    const userIds = [...new Set(drafts.map(({ userId }) => userId))];
    const found = await recipients.findRecipients(tx, userIds);
    const people = new Map(found.map((person) => [person.user_id, person]));
    const settings = await preferences.settingsOf(tx, userIds);
    const online = await findOnline(tx, drafts);
    const reachOf = await findReach(tx, channels, channelsOfAny(drafts), found);

    const { countReached } = dependencies;
    const asked = withoutRepeats(drafts);
    const overBudget = await findOverBudget(tx, asked, { people, settings, countReached, now });
    const batch = { settings, online, reachOf, overBudget, now };
    const candidates = new Map<Draft, Candidate>();
    for (const draft of asked) {
      const person = people.get(draft.userId);
      if (person !== undefined) candidates.set(draft, planNotification(draft, person, batch, newId));
    }

    const planned = [...candidates.values()].map(({ notification }) => notification);
    const written = await place(tx, planned, now);
    if (written.length > 0) {
      const fresh = new Set(written.map(({ id }) => id));
      const plans = [...candidates.values()].flatMap(({ notification, plans: own }) =>
        fresh.has(notification.id) ? own : [],
      );
      const deliveries = await intoDigests(tx, plans, now);
      await insertNotifications(tx, written, now);
      if (deliveries.length > 0) await dependencies.insertDeliveries(tx, deliveries, now);
      await openOverflows(tx, written, people, settings, now);
      announce(written, deliveries, people, now);
    }
    const seqs = new Map(written.map(({ id, seq }) => [id, seq]));
    return drafts.map((draft) => {
      if (!people.has(draft.userId)) return { status: 'unknown_person' };
      const id = candidates.get(draft)?.notification.id ?? '';
      const seq = seqs.get(id);
      return seq === undefined ? { status: 'duplicate' } : { status: 'written', id, seq };
    });
  }

  /** Who is online of those whom something may wait for. */
  async function findOnline(tx: Tx, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
    if (!waitsForOnline) return new Set();
    const waiting = drafts.filter(({ kind, priority }) => mayWaitForInbox(kinds[kind], priority));
    if (waiting.length === 0) return new Set();
    return presence.onlineAmong(tx, [...new Set(waiting.map(({ userId }) => userId))]);
  }

  /** Puts what waits into the windows of its people, whose inboxes have to be locked. */
  async function intoDigests(tx: Tx, plans: readonly Plan[], now: Date): Promise<NewDelivery[]> {
    const requests = plans.flatMap(({ digest }) => (digest === null ? [] : [digest]));
    const windows = (await digestWindows.openFor(tx, requests, now)).values();
    return plans.map(({ delivery, digest }) => {
      const window = digest === null ? undefined : windows.next().value;
      return window === undefined ? delivery : { ...delivery, digest_id: window.id, due_at: window.closesAt };
    });
  }

  /** What a cap keeps out of inboxes is told there later, all in one. */
  async function openOverflows(
    tx: Tx,
    written: readonly Written[],
    people: ReadonlyMap<string, Recipient>,
    settings: SettingsOfPeople,
    now: Date,
  ): Promise<void> {
    const over = written.filter(({ withheld }) => withheld === 'inbox_over_cap');
    if (over.length === 0) return;
    const requests = [...new Set(over.map(({ user_id }) => user_id))].map((userId) => ({
      userId,
      settings: settings.of(userId).digest,
      timeZone: people.get(userId)?.time_zone ?? 'UTC',
    }));
    await digestWindows.openOverflows(tx, requests, now);
  }

  function announce(
    written: readonly Written[],
    deliveries: readonly NewDelivery[],
    people: ReadonlyMap<string, Recipient>,
    now: Date,
  ): void {
    const inStreams = written.flatMap(
      ({ id, user_id, kind, payload, seq, numbers, read_at, live }): WrittenNotification[] => {
        if (seq === null || numbers === null) return [];
        const moments = { created_at: now, shown_at: now, ...untouched, seen_at: read_at, read_at };
        const row = { id, user_id, seq, kind, payload, live, ...moments };
        return [{ row, reader: people.get(user_id) ?? defaultRecipient, numbers }];
      },
    );
    if (inStreams.length > 0) database.afterCommit(() => livePush.notificationsWritten(inStreams));
    if (deliveries.some(({ status }) => status === 'pending')) {
      database.afterCommit(dependencies.wakeDeliveries);
    }
  }

  async function write(tx: Tx, drafts: readonly Draft[]): Promise<readonly NotificationOutcome[]> {
    if (drafts.length <= largestBatch) return drafts.length === 0 ? [] : writeBatch(tx, drafts);
    // Over several batches the order of the locks has to be kept too.
    const order = drafts.map((draft, index) => ({ draft, index }));
    order.sort((a, b) => compare(a.draft.userId, b.draft.userId) || a.index - b.index);
    const outcomes = new Map<number, NotificationOutcome>();
    for (let start = 0; start < order.length; start += largestBatch) {
      const batch = order.slice(start, start + largestBatch);
      const written = await writeBatch(
        tx,
        batch.map(({ draft }) => draft),
      );
      for (const [place, outcome] of written.entries()) outcomes.set(batch[place]?.index ?? -1, outcome);
    }
    return drafts.map((_, index) => outcomes.get(index) ?? { status: 'unknown_person' });
  }

  const notifyEach = (tx: Tx, items: readonly AnyNotification[]) =>
    write(
      tx,
      items.map((item) => toDraft(item.kind, item, kinds[item.kind].payload.parse(item.payload))),
    );

  return {
    notifyEach,
    notifyAll: async (tx, items) => (await notifyEach(tx, items)).map(idOf),
    async notify(tx, notification) {
      const [id = null] = (await notifyEach(tx, [notification])).map(idOf);
      return id;
    },
    notifyMany: async (tx, kind, items) => {
      const outcomes = await write(tx, toDrafts(kind, items));
      return outcomes.map(idOf);
    },
  };
}

/** The channels beyond the inbox that these may take. */
function channelsOfAny(drafts: readonly Draft[]): Set<DeliveryChannel> {
  const taken = new Set(drafts.map(({ kind }) => kind));
  return new Set([...taken].flatMap((kind) => kinds[kind].defaultChannels.filter(isDeliveryChannel)));
}

function idOf(outcome: NotificationOutcome): string | null {
  return outcome.status === 'written' ? outcome.id : null;
}

const untouched = {
  archived_at: null,
  snoozed_until: null,
  pinned_at: null,
} as const;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
