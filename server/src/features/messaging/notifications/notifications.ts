import {
  type DeliveryChannel,
  type DeliveryStatus,
  type Kind,
  type KindPayload,
  kinds,
  mayWaitForInbox,
  type Priority,
  priorityOf,
  subjectsOf,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { createIdSource } from '../../../platform/ids/index.ts';
import type { DigestWindows, FoldRequest } from '../digest-windows/index.ts';
import type { Preferences, SettingsOfPeople } from '../preferences/index.ts';
import { type ReasonCode, type RouteDecision, route, scoreOf, waitFor, withhold } from '../routing/index.ts';
import type { LivePush, WrittenNotification } from './live-push.ts';
import {
  findKnownKeys,
  insertNotifications,
  lengthenInboxes,
  type NewDelivery,
  type NewNotification,
  type PlacedNotification,
  shortenInboxes,
} from './notifications.store.ts';
import type { OnlinePeople, Recipient, Recipients } from './recipients.ts';
import { secretsOf, withoutSecrets } from './secrets.ts';

/** What to tell one person. */
export interface NotificationInput<K extends Kind> {
  readonly userId: string;
  readonly payload: KindPayload<K>;
  /** A person gets at most one notification with a given key, however often it is asked for. */
  readonly dedupeKey?: string | undefined;
  /** What it is about, for example `job:<id>`. */
  readonly subject?: string | undefined;
  /** Of the channels beyond the inbox only these; all that its kind takes when left out. */
  readonly onlyBy?: readonly DeliveryChannel[] | undefined;
}

/** What to tell one person, of any kind. */
export type AnyNotification = { [K in Kind]: NotificationInput<K> & { readonly kind: K } }[Kind];

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
  readonly digestWindows: Pick<DigestWindows, 'openFor'>;
  /** Channels that this instance can send by. */
  readonly availableChannels: ReadonlySet<DeliveryChannel>;
  readonly presence: OnlinePeople;
  /** How long a mail waits for people who are online to read it in the inbox, in milliseconds; 0: not at all. */
  readonly onlineDelayMs: number;
  readonly livePush: LivePush;
  /** Called after the commit when something has become due. */
  readonly wakeDeliveries: () => void;
}

/** Bounds the locks that are held at once, the size of a statement, and the memory for it. */
const largestBatch = 5_000;

/** What is due goes out in this order. */
const rankOfPriority: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, medium: 2, low: 3 };

interface Draft {
  readonly kind: Kind;
  readonly userId: string;
  /** Validated. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly priority: Priority;
  readonly dedupeKey: string | undefined;
  readonly subject: string | undefined;
  readonly onlyBy: readonly DeliveryChannel[] | undefined;
}

/** A notification that is new unless its key is known, with what is planned for its channels. */
interface Candidate {
  readonly notification: NewNotification;
  readonly plans: readonly Plan[];
}

/** A notification in its place. */
interface Written extends PlacedNotification {
  /** How many the person has that are unread, with all that was placed together; null like `seq`. */
  readonly unread: number | null;
}

/** A delivery as it is planned; one that waits in a digest still needs its window. */
interface Plan {
  readonly delivery: NewDelivery;
  readonly fold: FoldRequest | null;
}

export function createNotifications(dependencies: NotificationDependencies): Notifications {
  const { database, clock, recipients, preferences, digestWindows, availableChannels, presence, livePush } =
    dependencies;
  const newId = createIdSource();

  async function writeBatch(tx: Tx, drafts: readonly Draft[]): Promise<NotificationOutcome[]> {
    const now = clock.now();
    const userIds = [...new Set(drafts.map(({ userId }) => userId))];
    const people = new Map(
      (await recipients.findRecipients(tx, userIds)).map((person) => [person.user_id, person]),
    );
    const settings = await preferences.settingsOf(tx, userIds);
    const online = await findOnline(tx, drafts);

    const candidates = new Map<Draft, Candidate>();
    for (const draft of withoutRepeats(drafts)) {
      const person = people.get(draft.userId);
      if (person === undefined) continue;
      const muted = settings.hasMuted(person.user_id, subjectsOf(draft.payload));
      const notification = toNotification(newId(), draft, withheldFor(draft, settings, muted), now);
      const plans = plan(notification, draft, person, { settings, muted, online, now });
      const keepsSecrets =
        secretsOf(draft.kind).length === 0 || plans.some(({ delivery: { status } }) => status === 'pending');
      candidates.set(draft, {
        notification: keepsSecrets ? notification : withoutItsSecrets(notification),
        plans,
      });
    }

    const written = await place(tx, [...candidates.values()], now);
    if (written.length > 0) {
      const fresh = new Set(written.map(({ id }) => id));
      const plans = [...candidates.values()].flatMap(({ notification, plans: own }) =>
        fresh.has(notification.id) ? own : [],
      );
      const deliveries = await intoDigests(tx, plans, now);
      await insertNotifications(tx, written, deliveries, now);
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

  /**
   * Holds the inboxes and gives each notification the next place in that of its person. Those whose key is known get
   * none and are left out. Inboxes are made longer before keys are looked at, as that takes a version of each row less;
   * what was too much is taken back in the same transaction, so that nobody ever sees a gap.
   */
  async function place(tx: Tx, candidates: readonly Candidate[], now: Date): Promise<Written[]> {
    if (candidates.length === 0) return [];
    const given = candidates.map(({ notification }) => notification);
    const ends = await lengthenInboxes(tx, growthOf(given), now);
    const keys = given.flatMap(({ user_id, dedupe_key }) =>
      dedupe_key === null ? [] : [{ user_id, dedupe_key }],
    );
    const known = new Set(
      (keys.length === 0 ? [] : await findKnownKeys(tx, keys)).map(
        (key) => `${key.user_id} ${key.dedupe_key}`,
      ),
    );
    const isKnown = ({ user_id, dedupe_key }: NewNotification) => known.has(`${user_id} ${dedupe_key}`);
    const excess = growthOf(known.size === 0 ? [] : given.filter(isKnown));
    if (excess.values().some((count) => count > 0)) await shortenInboxes(tx, excess);

    const fresh = known.size === 0 ? given : given.filter((notification) => !isKnown(notification));
    const left = new Map(growthOf(fresh));
    return fresh.map((notification) => {
      const { user_id, in_inbox } = notification;
      const end = ends.get(user_id);
      if (!in_inbox || end === undefined) return { ...notification, seq: null, unread: null };
      const behind = left.get(user_id) ?? 0;
      left.set(user_id, behind - 1);
      const lost = excess.get(user_id) ?? 0;
      return { ...notification, seq: end.head - lost - behind + 1, unread: end.unread - lost };
    });
  }

  /** Who of those whose mail may wait is online. */
  async function findOnline(tx: Tx, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
    if (dependencies.onlineDelayMs === 0) return new Set();
    const waiting = drafts.filter(({ kind, priority }) => mayWaitForInbox(kinds[kind], priority));
    if (waiting.length === 0) return new Set();
    return presence.onlineAmong(tx, [...new Set(waiting.map(({ userId }) => userId))]);
  }

  function plan(
    notification: NewNotification,
    { kind, payload, priority, onlyBy }: Draft,
    person: Recipient,
    about: {
      readonly settings: SettingsOfPeople;
      readonly muted: boolean;
      readonly online: ReadonlySet<string>;
      readonly now: Date;
    },
  ): Plan[] {
    const { now, muted } = about;
    const definition = kinds[kind];
    const settings = about.settings.of(person.user_id);
    const isOnline = about.online.has(person.user_id);
    return definition.defaultChannels.flatMap((channel) => {
      if (channel === 'inbox' || onlyBy?.includes(channel) === false) return [];
      const decision = route({
        definition,
        priority,
        channel,
        channelAvailable: availableChannels.has(channel),
        settings,
        recipient: { email: person.email, emailVerified: person.email_verified, timeZone: person.time_zone },
        muted,
        score: scoreOf(payload, person),
        wait: notification.in_inbox
          ? waitFor(isOnline ? dependencies.onlineDelayMs : 0, settings.escalate_after_minutes, now)
          : null,
        spent: null,
        now,
      });
      const status = statusOf[decision.decision];
      const delivery = {
        id: newId(),
        notification_id: notification.id,
        user_id: person.user_id,
        channel,
        status,
        reason: decision.reason,
        rank: rankOfPriority[priority],
        due_at: decision.dueAt,
        finished_at: status === 'skipped' ? now : null,
        digest_id: null,
      };
      const fold =
        decision.decision === 'digest'
          ? {
              userId: person.user_id,
              channel,
              frequency: decision.frequency,
              settings: settings.digest,
              timeZone: person.time_zone,
            }
          : null;
      return [{ delivery, fold }];
    });
  }

  /** Puts what waits into the windows of its people, whose inboxes have to be locked. */
  async function intoDigests(tx: Tx, plans: readonly Plan[], now: Date): Promise<NewDelivery[]> {
    const requests = plans.flatMap(({ fold }) => (fold === null ? [] : [fold]));
    const windows = (await digestWindows.openFor(tx, requests, now)).values();
    return plans.map(({ delivery, fold }) => {
      const window = fold === null ? undefined : windows.next().value;
      return window === undefined ? delivery : { ...delivery, digest_id: window.id, due_at: window.closesAt };
    });
  }

  function announce(
    written: readonly Written[],
    deliveries: readonly NewDelivery[],
    people: ReadonlyMap<string, Recipient>,
    now: Date,
  ): void {
    const inStreams = written.flatMap(
      ({ id, user_id, kind, payload, seq, unread }): WrittenNotification[] => {
        if (seq === null || unread === null) return [];
        const row = { id, user_id, seq, kind, payload, created_at: now, ...untouched };
        return [{ row, locale: people.get(user_id)?.locale ?? 'en', unread }];
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

function idOf(outcome: NotificationOutcome): string | null {
  return outcome.status === 'written' ? outcome.id : null;
}

/** Many are told the same: a payload that is one object is checked once, and stays one. */
function toDrafts(kind: Kind, items: readonly NotificationInput<Kind>[]): Draft[] {
  const checked = new Map<unknown, Draft['payload']>();
  return items.map((item) => {
    const payload = checked.get(item.payload) ?? kinds[kind].payload.parse(item.payload);
    checked.set(item.payload, payload);
    return toDraft(kind, item, payload);
  });
}

/** @param payload as the kind's schema gives it */
function toDraft(
  kind: Kind,
  { userId, dedupeKey, subject, onlyBy }: Omit<NotificationInput<Kind>, 'payload'>,
  payload: Draft['payload'],
): Draft {
  return { kind, userId, payload, priority: priorityOf(kind, payload), dedupeKey, subject, onlyBy };
}

/** By how much each inbox becomes longer; by nothing where its person is told by other channels only. */
function growthOf(notifications: readonly NewNotification[]): ReadonlyMap<string, number> {
  const growth = new Map<string, number>();
  for (const { user_id, in_inbox } of notifications) {
    growth.set(user_id, (growth.get(user_id) ?? 0) + (in_inbox ? 1 : 0));
  }
  return growth;
}

function toNotification(
  id: string,
  { kind, userId, payload, dedupeKey, subject }: Draft,
  withheld: ReasonCode | null,
  now: Date,
): NewNotification {
  const { category, defaultChannels, expiresAfterHours } = kinds[kind];
  return {
    id,
    user_id: userId,
    in_inbox: withheld === null && defaultChannels.includes('inbox'),
    kind,
    category,
    payload,
    subject: subject ?? null,
    dedupe_key: dedupeKey ?? null,
    expires_at: expiresAfterHours === null ? null : new Date(now.getTime() + expiresAfterHours * 3_600_000),
    withheld,
  };
}

function withheldFor({ kind, userId }: Draft, settings: SettingsOfPeople, muted: boolean): ReasonCode | null {
  const definition = kinds[kind];
  return definition.defaultChannels.includes('inbox')
    ? withhold(definition, settings.of(userId), muted)
    : null;
}

const untouched = {
  seen_at: null,
  read_at: null,
  archived_at: null,
  snoozed_until: null,
  pinned_at: null,
} as const;

const statusOf = {
  send: 'pending',
  hold: 'pending',
  digest: 'folded',
  skip: 'skipped',
} as const satisfies Record<RouteDecision['decision'], DeliveryStatus>;

/** A secret that is not going to be sent is not even stored. */
function withoutItsSecrets(notification: NewNotification): NewNotification {
  return { ...notification, payload: withoutSecrets(notification.kind, notification.payload) };
}

/** Of several with the same key for the same person the first counts. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ userId, dedupeKey }) => {
    if (dedupeKey === undefined) return true;
    const key = `${userId} ${dedupeKey}`;
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
