import type { ApplicationStatus } from '@rolecall/contract';
import type { Fixed, ReadOnly } from '../../../platform/db/index.ts';

interface ApplicationTable {
  id: Fixed<string>;
  job_id: Fixed<string>;
  user_id: Fixed<string>;
  company_id: Fixed<string>;
  resume_id: string | null;
  status: ApplicationStatus;
  note: string;
  created_at: Date;
  updated_at: Date;
}

interface ApplicationEventTable {
  id: Fixed<string>;
  application_id: Fixed<string>;
  from_status: ApplicationStatus | null;
  to_status: ApplicationStatus;
  actor: 'applicant' | 'recruiter';
  /** Null once the account of a recruiter is gone. */
  actor_id: string | null;
  note: string;
  created_at: Date;
}

/** A rejection that is decided and not told: until its release nothing that the applicant reads knows of it. */
interface PendingRejectionTable {
  application_id: Fixed<string>;
  /** Null once the account of the recruiter is gone. */
  decided_by: string | null;
  note: string;
  decided_at: Date;
  release_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    applications: ApplicationTable;
    application_events: ApplicationEventTable;
    pending_rejections: PendingRejectionTable;
  }
  interface PublishedViews {
    /** What people have applied for, by any of its postings. */
    applied_vacancies: ReadOnly<{ user_id: string; cluster_id: string }>;
  }
}
