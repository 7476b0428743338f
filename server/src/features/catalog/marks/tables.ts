import type { JobMark } from '@rolecall/contract';
import type { Fixed, ReadOnly } from '../../../platform/db/index.ts';

/** What a job seeker has done with a job: kept it for later, or put it away. */
interface JobMarkTable {
  user_id: Fixed<string>;
  job_id: Fixed<string>;
  mark: JobMark;
  created_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    job_marks: JobMarkTable;
  }
  interface PublishedViews {
    /** With the vacancy of the job. */
    marks_of_jobs: ReadOnly<Omit<JobMarkTable, 'created_at'> & { cluster_id: string }>;
  }
}
