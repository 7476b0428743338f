import type { Notification } from '@rolecall/contract';

/** What a list shows: everything, or only what is unread. */
export type View = 'all' | 'unread';
export const views = ['all', 'unread'] as const;

/** So many notifications are kept; with more, the oldest give way. */
export const maximumEntries = 500;

/** A change of the read state: of one notification, or of all up to a place in the stream. */
export interface Change {
  readonly what: { readonly id: string } | { readonly upToSeq: number };
  readonly read: boolean;
  /** When it was asked for, ISO 8601. */
  readonly at: string;
}

/** A page of a view as the server has answered it, and what it was asked for. */
export interface PageRead {
  readonly view: View;
  readonly items: readonly Notification[];
  readonly nextCursor: string | null;
  /** What has a higher seq came after the question. */
  readonly upToSeq: number;
  /** The page begins after this place; null: it is the first one. */
  readonly after: Place | null;
}

/** Where a notification stands in lists: by when it came, or came back from a snooze. */
export type Place = Pick<Notification, 'shown_at' | 'seq'>;

/** How far a view has been read. */
interface Reach {
  /** Everything of the view down to this place is known. */
  readonly floor: Place;
  /** Leads to the next page; null when there is none, or no room for it. */
  readonly cursor: string | null;
}

/** Before every date, and after it, in the order of their letters. */
const bottom: Place = { shown_at: '', seq: 0 };
const unreached: Reach = { floor: { shown_at: '~', seq: 0 }, cursor: null };

/** The notifications that are known here, each once by its place in the stream, and how far each view of them reaches. */
export class Entries {
  readonly #bySeq = new Map<number, Notification>();
  readonly #reach: Record<View, Reach> = { all: unreached, unread: unreached };
  /** Highest place that was seen; 0 for none. */
  newest = 0;

  /** The view, newest first, as it will be when these changes are done. */
  list(view: View, changes: readonly Change[]): readonly Notification[] {
    const { all, unread } = this.#reach;
    // Where all are known, the unread ones are too.
    const floor = view === 'all' || isBelow(all.floor, unread.floor) ? all.floor : unread.floor;
    return [...this.#bySeq.values()]
      .filter((entry) => !isBelow(entry, floor))
      .map((entry) => changes.reduce(applyChange, entry))
      .filter((entry) => view === 'all' || entry.read_at === null)
      .sort(newestFirst);
  }

  /** As it will be when these changes are done. */
  find(id: string, changes: readonly Change[]): Notification | undefined {
    const entry = [...this.#bySeq.values()].find((candidate) => candidate.id === id);
    return entry && changes.reduce(applyChange, entry);
  }

  /** Where the next page of a view begins: its cursor, and the place after which it lies. Null when there is none. */
  next(view: View): { readonly cursor: string; readonly after: Place } | null {
    const { cursor, floor } = this.#reach[view];
    const full = this.#bySeq.size >= maximumEntries;
    return cursor === null || full ? null : { cursor, after: floor };
  }

  /** Takes in what has just arrived. */
  insert(entry: Notification): void {
    this.newest = Math.max(this.newest, entry.seq);
    // What was put aside on another device meanwhile is in no list here.
    if (isInInbox(entry)) this.#bySeq.set(entry.seq, entry);
    this.#trim();
  }

  /** Takes over a page: within its range the server is right, also about what is not there any more. */
  takePage({ view, items, nextCursor, upToSeq, after }: PageRead): void {
    const last = nextCursor === null ? undefined : items.at(-1);
    const floor = last ?? bottom;
    const present = new Set(items.map(({ seq }) => seq));
    for (const entry of this.#bySeq.values()) {
      const isOnPage = !isBelow(entry, floor) && (after === null || isBelow(entry, after));
      const inRange = isOnPage && entry.seq <= upToSeq;
      if (inRange && !present.has(entry.seq)) this.#absent(view, entry);
    }
    for (const entry of items) this.insert(entry);
    // A first page that is read again may reach less far than what is known.
    if (!isBelow(this.#reach[view].floor, floor)) this.#reach[view] = { floor, cursor: nextCursor };
    this.#trim();
  }

  /** Makes a change for good. */
  change(change: Change): void {
    for (const [seq, entry] of this.#bySeq) this.#bySeq.set(seq, applyChange(entry, change));
  }

  /** Forgets everything; the stream goes on after this place. */
  clear(newest: number): void {
    this.#bySeq.clear();
    this.#reach.all = this.#reach.unread = unreached;
    this.newest = newest;
  }

  /** What the page of all does not have is gone; what the page of the unread does not have has been read. */
  #absent(view: View, entry: Notification): void {
    if (view === 'all') this.#bySeq.delete(entry.seq);
    else if (entry.read_at === null)
      this.#bySeq.set(entry.seq, { ...entry, read_at: new Date().toISOString() });
  }

  #trim(): void {
    const excess = this.#bySeq.size - maximumEntries;
    if (excess <= 0) return;
    const sorted = [...this.#bySeq.values()].sort(newestFirst);
    for (const { seq } of sorted.splice(-excess)) this.#bySeq.delete(seq);
    const floor = sorted.at(-1) ?? bottom;
    for (const view of views) {
      if (isBelow(this.#reach[view].floor, floor)) this.#reach[view] = { floor, cursor: null };
    }
  }
}

const isInInbox = ({ archived_at: archivedAt, snoozed_until: snoozedUntil }: Notification): boolean =>
  archivedAt === null && snoozedUntil === null;

export const isUnread = (entry: Notification): boolean => entry.read_at === null && isInInbox(entry);

/** Moments are compared as they are written: all of them have the same form. */
function newestFirst(one: Place, other: Place): number {
  if (one.shown_at === other.shown_at) return other.seq - one.seq;
  return one.shown_at < other.shown_at ? 1 : -1;
}

const isBelow = (one: Place, other: Place): boolean => newestFirst(one, other) > 0;

function applyChange(entry: Notification, { what, read, at }: Change): Notification {
  const covered = 'id' in what ? entry.id === what.id : entry.seq <= what.upToSeq;
  if (!covered || (entry.read_at !== null) === read) return entry;
  return { ...entry, read_at: read ? at : null };
}
