import type { InterviewStatus } from '@rolecall/contract';
import type { Fixed } from '../../../platform/db/index.ts';

interface InterviewTable {
  id: Fixed<string>;
  application_id: Fixed<string>;
  starts_at: Date;
  ends_at: Date;
  /** The zone in which it was agreed. */
  time_zone: string;
  place: string;
  note: string;
  status: InterviewStatus;
  /** Counts its changes, so that each of them is told once. */
  revision: number;
  /** Null once the account of the recruiter is gone. */
  created_by: string | null;
  created_at: Fixed<Date>;
  /** When it was given this time. */
  scheduled_at: Date;
  updated_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    interviews: InterviewTable;
  }
}
