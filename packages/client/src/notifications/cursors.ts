import { type Topic, topics } from '@rolecall/contract/constants';

/** How far a client has come in its person's stream and in those of its topics. It is only good within its epoch. */
export interface Cursor {
  readonly epoch: string;
  /** The last seq of the person's stream. */
  readonly seq: number;
  /** The last seq by topic; one that is not named is followed from its head on. */
  readonly topics?: Readonly<Partial<Record<Topic, number>>>;
}

/**
 * Keeps the cursor, in memory or for longer. It is saved after the listeners have run: when the program ends in
 * between, they see that message once more after the restart.
 */
export interface CursorStore {
  load(): Cursor | null;
  save(cursor: Cursor): void;
}

export function memoryCursor(initial: Cursor | null = null): CursorStore {
  let current = initial;
  return {
    load: () => current,
    save: (cursor) => {
      current = cursor;
    },
  };
}

const knownTopics: ReadonlySet<unknown> = new Set(topics);
export const isTopic = (value: unknown): value is Topic => knownTopics.has(value);

/** A number of messages: 0 or more, exact. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a cursor that comes from outside of the program; null for what is none. Topics that are unknown are left out. */
export function readCursor(value: unknown): Cursor | null {
  if (!isRecord(value)) return null;
  const { epoch, seq, topics: places } = value;
  if (typeof epoch !== 'string' || !isCount(seq)) return null;
  const kept = Object.entries(isRecord(places) ? places : {}).filter(
    (place): place is [Topic, number] => isTopic(place[0]) && isCount(place[1]),
  );
  return { epoch, seq, topics: Object.fromEntries(kept) };
}
