/** How far a client has come in its person's stream. A cursor is only good within its epoch. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/**
 * Keeps the cursor, in memory or for longer. It is saved after the listeners have run: when the program ends in
 * between, they see that notification once more after the restart.
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

/** What to do with an entry: apply what follows the cursor, drop what is known, ask for what lies between. */
export function judge(cursor: Cursor, seq: number): 'apply' | 'known' | 'gap' {
  if (seq <= cursor.seq) return 'known';
  return seq === cursor.seq + 1 ? 'apply' : 'gap';
}
