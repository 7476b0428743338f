import type { AcceptableField, ResumeRefusal } from '@rolecall/contract';
import type { Fixed, Json } from '../../../platform/db/index.ts';

interface ResumeTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  file_name: string;
  media_type: string;
  size: number;
  /** Sealed with a key of the instance for the id of the row, where `is_sealed` says so. */
  content: Uint8Array;
  /** What was read of it, sealed in the same way; null: nothing. */
  reading: Uint8Array | null;
  /** False: it lies there from before files were sealed. */
  is_sealed: boolean;
  is_default: boolean;
  unread: ResumeRefusal | null;
  created_at: Date;
  /** Removed from the person's list; applications that were sent with it keep it. */
  removed_at: Date | null;
}

interface ResumeAcceptanceTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  resume_id: string | null;
  field: AcceptableField;
  accepted: Json<unknown>;
  /** What the field of the profile was before and after it. */
  before: Json<unknown>;
  after: Json<unknown>;
  accepted_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    resumes: ResumeTable;
    resume_acceptances: ResumeAcceptanceTable;
  }
}
