import type { Fixed } from '../../../platform/db/index.ts';

/** How often something was tried of late. What it counts stands in the key and nowhere else. */
interface AttemptTable {
  /** Keyed hash of what was tried, and from where. */
  key: Fixed<Uint8Array>;
  /** Wrong answers in a row; 0 where a rate is bounded. */
  failures: number;
  /** From when on the next one is let through. */
  next_at: Date;
  /** From when on it says nothing any more. */
  expires_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    attempts: AttemptTable;
  }
}
