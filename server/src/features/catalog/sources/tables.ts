import type { LinkFinding, SkipReason, SourceKind } from '@rolecall/contract';
import type { Fixed, Generated, Json } from '../../../platform/db/index.ts';

interface SourceTable {
  id: Fixed<string>;
  kind: Fixed<SourceKind>;
  name: string;
  address: string;
  schedule: string | null;
  time_zone: string;
  enabled: boolean;
  consecutive_failures: number;
  next_attempt_at: Date | null;
  /** So many of its last runs, without another between them, have ended with their process. */
  interrupted_runs: Generated<number>;
  /** Validator of the last answer, for a conditional request. */
  etag: string | null;
  /** When the last answer was changed, as its server said it, for servers without validators. */
  last_modified: string | null;
  created_at: Date;
  updated_at: Date;
  deleted_at: Date | null;
}

interface SourceRunTable {
  id: Fixed<string>;
  source_id: Fixed<string>;
  trigger: 'schedule' | 'manual' | 'command_line';
  status: 'running' | 'succeeded' | 'failed';
  started_at: Date;
  finished_at: Date | null;
  /** A run that shows no sign of life until then counts as dead and is closed by the next one. */
  lease_until: Date;
  /** When a process took it up; null: none has. */
  begun_at: Date | null;
  /** It was closed because its process seemed to have died, and `interrupted_runs` of its source counts it. */
  ended_with_process: Generated<boolean>;
  read_count: number;
  new_count: number;
  changed_count: number;
  unchanged_count: number;
  closed_count: number;
  skipped_count: number;
  skipped: Json<{ row: number; reason: SkipReason; detail: string }[]>;
  /** What the run left undone although it succeeded. */
  warning: string | null;
  error: string | null;
}

/** Calls of an interface that allows only so many of them, by spans that begin at full minutes, days, weeks and months. */
interface SourceQuotaTable {
  provider: Fixed<string>;
  span: Fixed<string>;
  starts_at: Date;
  used: number;
}

/** What the link of a job was last found to say, and when it is looked at next. */
interface JobLinkCheckTable {
  job_id: Fixed<string>;
  url: string;
  due_at: Date;
  /** Somebody has reported the job as dead, and is told what comes of it. */
  is_asked: Generated<boolean>;
  /** Null: nobody has looked yet. */
  finding: LinkFinding | null;
  status: number | null;
  /** Where it has led to. */
  final_url: string | null;
  detail: Generated<string>;
  /** Since when the finding is the same. */
  found_since: Date | null;
  checked_at: Date | null;
  /** In a row. */
  failures: Generated<number>;
  etag: string | null;
  last_modified: string | null;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    sources: SourceTable;
    source_runs: SourceRunTable;
    source_quotas: SourceQuotaTable;
    job_link_checks: JobLinkCheckTable;
  }
}
