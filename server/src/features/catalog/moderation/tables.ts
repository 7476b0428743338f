import type { JobFlag, ModerationState, ReportOutcome, ReportReason } from '@rolecall/contract';
import type { ColumnType, Fixed, Generated } from '../../../platform/db/index.ts';

/** A posting that was flagged or reported, once for each job. */
interface JobCaseTable {
  job_id: Fixed<string>;
  state: ModerationState;
  /** What was found in its text when it was flagged last. */
  flags: ColumnType<readonly JobFlag[], string, string>;
  /** Reports that wait for a decision. */
  open_reports: number;
  opened_at: Date;
  last_at: Date;
  decided_at: Date | null;
  /** When its words were last changed to others than it was flagged or reported with; null: not since the last decision. */
  changed_at: Date | null;
  /** Why it was decided so. */
  note: string;
}

/** What a posting said when it was flagged or reported, whatever has become of it since. */
interface JobCaseTextTable {
  /** Counts up, so that texts of one moment have an order. */
  number: Generated<string>;
  job_id: Fixed<string>;
  kept_at: Fixed<Date>;
  title: Fixed<string>;
  /** Department, skills and places, each on a line. */
  details: Fixed<string>;
  description_html: Fixed<string>;
  /** What rules have found in it. */
  flags: ColumnType<readonly JobFlag[], string, never>;
}

interface JobReportTable {
  id: Fixed<string>;
  job_id: Fixed<string>;
  /** Null: a visitor, or somebody whose account is gone. */
  reporter_id: string | null;
  /** Keyed hash of the network of a visitor; null once it is decided. */
  visitor: Uint8Array | null;
  reason: Fixed<ReportReason>;
  text: string;
  created_at: Fixed<Date>;
  /** Null while nobody has decided. */
  outcome: ReportOutcome | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    job_cases: JobCaseTable;
    job_case_texts: JobCaseTextTable;
    job_reports: JobReportTable;
  }
}
