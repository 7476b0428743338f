/**
 * What somebody has written and not sent, kept in this browser for each person: it survives a stray click, Escape, a
 * reload and leaving the page. It goes when it is sent, when the person signs out here, and after a month.
 */

const prefix = 'rolecall-draft:';
/** Of one person; the oldest go first. */
const mostDrafts = 20;
/** In characters. */
const longestDraft = 100_000;
const keptMs = 30 * 24 * 3_600_000;

interface Stored {
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Drafts {
  /** The fields that were written, by their names; null: there is no draft. */
  read(userId: string, key: string): Readonly<Record<string, unknown>> | null;
  /** Keeps these fields; none: there is no draft any more. */
  write(userId: string, key: string, fields: Readonly<Record<string, unknown>>): void;
  remove(userId: string, key: string): void;
  /** Removes those of everybody. */
  clear(): void;
}

export function createDrafts(storage: DraftStorage, now: () => number): Drafts {
  const nameOf = (userId: string, key: string) => `${prefix}${userId}:${key}`;
  const namesWith = (start: string) =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
      (name) => name?.startsWith(start) === true,
    );

  const readStored = (name: string): Stored | null => {
    const stored = parse(storage.getItem(name));
    return stored !== null && now() - stored.at < keptMs ? stored : null;
  };

  function makeRoom(userId: string): void {
    const own = namesWith(nameOf(userId, '')).flatMap((name) =>
      name === null ? [] : [{ name, at: readStored(name)?.at ?? 0 }],
    );
    own.sort((a, b) => b.at - a.at);
    for (const { name } of own.slice(mostDrafts - 1)) storage.removeItem(name);
  }

  return {
    read: (userId, key) => readStored(nameOf(userId, key))?.fields ?? null,

    write(userId, key, fields) {
      const name = nameOf(userId, key);
      const text = JSON.stringify({ at: now(), fields } satisfies Stored);
      if (Object.keys(fields).length === 0 || text.length > longestDraft) {
        storage.removeItem(name);
        return;
      }
      if (storage.getItem(name) === null) makeRoom(userId);
      try {
        storage.setItem(name, text);
      } catch {
        // The browser gives no room: what is written stays where it is, on the page.
      }
    },

    remove: (userId, key) => storage.removeItem(nameOf(userId, key)),

    clear() {
      for (const name of namesWith(prefix)) if (name !== null) storage.removeItem(name);
    },
  };
}

function parse(text: string | null): Stored | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || typeof value['at'] !== 'number' || !isObject(value['fields'])) return null;
    return { at: value['at'], fields: value['fields'] };
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that are not as they were to begin with. */
export function changedFields(
  values: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, initial[name])));
}

/** A field that was never filled in is as good as an empty one. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What of a draft fits into a form that has these fields: a form may have changed since it was written. */
export function fittingFields(
  draft: Readonly<Record<string, unknown>>,
  initial: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => {
      if (!Object.hasOwn(initial, name)) return false;
      const before = initial[name] ?? null;
      return before === null || value === null || sortOf(before) === sortOf(value);
    }),
  );
}

const sortOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** Those of this browser. */
export const drafts = (): Drafts => createDrafts(localStorage, Date.now);
