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
  /** The page starts at this place; what has a higher one came after the question. */
  readonly fromSeq: number;
}

/** How far a view has been read. */
interface Reach {
  /** Everything of the view from this place on is known. */
  readonly floor: number;
  /** Leads to the next page; null when there is none, or no room for it. */
  readonly cursor: string | null;
}

const unreached: Reach = { floor: Number.POSITIVE_INFINITY, cursor: null };

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
    const floor = view === 'all' ? all.floor : Math.min(all.floor, unread.floor);
    return [...this.#bySeq.values()]
      .filter(({ seq }) => seq >= floor)
      .map((entry) => changes.reduce(applyChange, entry))
      .filter((entry) => view === 'all' || entry.read_at === null)
      .sort((one, other) => other.seq - one.seq);
  }

  /** As it will be when these changes are done. */
  find(id: string, changes: readonly Change[]): Notification | undefined {
    const entry = [...this.#bySeq.values()].find((candidate) => candidate.id === id);
    return entry && changes.reduce(applyChange, entry);
  }

  /** Where the next page of a view begins: its cursor, and the place before which it lies. Null when there is none. */
  next(view: View): { readonly cursor: string; readonly fromSeq: number } | null {
    const { cursor, floor } = this.#reach[view];
    const full = this.#bySeq.size >= maximumEntries;
    return cursor === null || full ? null : { cursor, fromSeq: floor - 1 };
  }

  /** Takes in what has just arrived. */
  insert(entry: Notification): void {
    this.#bySeq.set(entry.seq, entry);
    this.newest = Math.max(this.newest, entry.seq);
    this.#trim();
  }

  /** Takes over a page: within its range the server is right, also about what is not there any more. */
  takePage({ view, items, nextCursor, fromSeq }: PageRead): void {
    const last = nextCursor === null ? undefined : items.at(-1);
    const floor = last?.seq ?? 0;
    const present = new Set(items.map(({ seq }) => seq));
    for (const entry of this.#bySeq.values()) {
      const inRange = entry.seq >= floor && entry.seq <= fromSeq;
      if (inRange && !present.has(entry.seq)) this.#absent(view, entry);
    }
    for (const entry of items) this.insert(entry);
    // A first page that is read again may reach less far than what is known.
    if (floor <= this.#reach[view].floor) this.#reach[view] = { floor, cursor: nextCursor };
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
    const seqs = [...this.#bySeq.keys()].sort((one, other) => one - other);
    for (const seq of seqs.slice(0, excess)) this.#bySeq.delete(seq);
    const floor = seqs[excess] ?? 0;
    for (const view of views) {
      if (this.#reach[view].floor < floor) this.#reach[view] = { floor, cursor: null };
    }
  }
}

function applyChange(entry: Notification, { what, read, at }: Change): Notification {
  const covered = 'id' in what ? entry.id === what.id : entry.seq <= what.upToSeq;
  if (!covered || (entry.read_at !== null) === read) return entry;
  return { ...entry, read_at: read ? at : null };
}
