import type { Fixed } from '../../../platform/db/index.ts';

interface ResumeTable {
  id: Fixed<string>;
  user_id: Fixed<string>;
  file_name: string;
  media_type: string;
  size: number;
  content: Uint8Array;
  created_at: Date;
  /** Removed from the person's list; applications that were sent with it keep it. */
  removed_at: Date | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    resumes: ResumeTable;
  }
}
