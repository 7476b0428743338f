import type { Locale } from '@rolecall/contract';
import type { Fixed } from '../../../platform/db/index.ts';

/** An account that is being deleted, and where the last mail goes. */
interface ErasureTable {
  user_id: Fixed<string>;
  email: Fixed<string>;
  name: Fixed<string>;
  locale: Fixed<Locale>;
  requested_at: Fixed<Date>;
  /** When all was gone but this row. */
  erased_at: Date | null;
  due_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    erasures: ErasureTable;
  }
}
