import type { CompanyPostings, Job, JobSummary } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { Companies } from '../companies/index.ts';
import { createDescriptions, type Descriptions } from './description.ts';
import { createJobEvents, type JobEvents } from './events.ts';
import { createReadFlags } from './flagging.ts';
import { createJobHolds, type JobHolds } from './holds.ts';
import { createJobImports, type JobImports } from './imports.ts';
import { closeExpired, selectCompanyJobs, selectJobs } from './jobs.store.ts';
import { findOtherPostings, mostWithJob } from './other-postings.ts';
import { missingPayLaw, toPayReading } from './pay-facts.ts';
import type { ApplicationNumbers, JobPageExtras } from './ports.ts';
import { companyOfViewer, createJobPosting, type JobPosting } from './posting.ts';
import { type PublicStanding, publicStanding } from './public-standing.ts';
import { type PostingQuotas, readPostings } from './quotas.ts';
import { createJobReading, type JobReading } from './reading.ts';
import { type JobRow, toSummary } from './rows.ts';

const cursors = createCursors({ publishedAt: momentField, id: idField });

export interface JobsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly workers: WorkerPool;
  readonly companies: Companies;
  readonly extras: JobPageExtras;
  readonly numbers: ApplicationNumbers;
  readonly quotas: PostingQuotas;
}

interface CompanyJobQuery {
  readonly status?: 'open' | 'closed' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

type OperatorJob = JobSummary & { is_announced: boolean; is_visible: boolean };

export type CompanyJob = JobSummary & { applications: { total: number; unviewed: number } };

/** Jobs, whoever posted them. What a recruiter may not see or change is `not_found`. */
export interface Jobs
  extends JobEvents,
    JobPosting,
    JobImports,
    Descriptions,
    JobReading,
    Pick<JobHolds, 'reviewCompanies' | 'reviewAll' | 'setReview' | 'flaggedRule' | 'setFlaggedRule'> {
  /** The jobs with these ids; unknown ids are left out. */
  readJobs(tx: Tx, ids: readonly string[]): Promise<JobRow[]>;
  /** @throws {ApplicationError} `not_found` */
  readPage(jobId: string, viewer: Viewer | null): Promise<Job>;
  /** As a guest sees it, and how it stands beyond this instance. @throws {ApplicationError} `not_found` */
  readForGuests(jobId: string): Promise<{ readonly job: Job; readonly standing: PublicStanding }>;
  /** @throws {ApplicationError} `invalid_cursor`, `forbidden` without a company */
  listOwn(
    viewer: Viewer,
    query: CompanyJobQuery,
  ): Promise<{ items: CompanyJob[]; next_cursor: string | null }>;
  /** @throws {ApplicationError} `forbidden` without a company */
  readPostings(viewer: Viewer): Promise<CompanyPostings>;
  /** Of any company, for operators. @throws {ApplicationError} `not_found` */
  readPostingsOf(companyId: string): Promise<CompanyPostings>;
  /** Of any company, for operators. @throws {ApplicationError} `not_found`, `invalid_cursor` */
  listOf(
    companyId: string,
    query: CompanyJobQuery,
  ): Promise<{ items: OperatorJob[]; next_cursor: string | null }>;
  /** Closes every job whose deadline has passed, batch by batch; answers how many. */
  closeExpiredJobs(): Promise<number>;
}

const expiryBatch = 500;

export function createJobs(dependencies: JobsDependencies): Jobs {
  const { database, clock, companies, extras, numbers, quotas, workers } = dependencies;
  const descriptions = createDescriptions(dependencies);
  const events = createJobEvents();
  const holds = createJobHolds({ database, clock, companies, events });
  companies.standingChanged.on((tx, companyId) => holds.reviewCompanies(tx, [companyId]));

  /** Whether it is the posting's own recruiter or an operator, who see what others do not. */
  async function isConcerned(viewer: Viewer | null, job: JobRow): Promise<boolean> {
    if (viewer === null || viewer.role === 'job_seeker') return false;
    if (viewer.role === 'operator') return true;
    return (await companies.companyOf(database.query, viewer.userId))?.id === job.company_id;
  }

  async function find(jobId: string): Promise<JobRow> {
    const [job] = await selectJobs(database.query, [jobId]);
    if (job === undefined) throw new ApplicationError('not_found');
    return job;
  }

  /** @throws {ApplicationError} `not_found` for who may not see it */
  async function toPage(job: JobRow, viewer: Viewer | null): Promise<Job> {
    const isInsider = (job.hold === 'hidden' || job.review !== 'none') && (await isConcerned(viewer, job));
    if (job.hold === 'hidden' && !isInsider) throw new ApplicationError('not_found');
    const tx = database.query;
    const [others, source, match, applicationId, mark] = await Promise.all([
      findOtherPostings(tx, [job.id], mostWithJob),
      job.source_id === null ? null : extras.sourceOf(tx, job.source_id),
      viewer === null ? null : extras.matchFor(tx, viewer, job, clock.now()),
      viewer === null ? null : extras.applicationOf(tx, viewer.userId, job.id),
      viewer === null ? null : extras.markOf(tx, viewer.userId, job.id),
    ]);
    return {
      ...toSummary(job, mark, others.get(job.id)),
      description_html: job.description_html,
      is_announced: job.hold === 'none',
      review: isInsider ? toReview(job) : null,
      pay_reading: toPayReading(job),
      pay_law: missingPayLaw(job),
      department: job.department,
      apply_url: job.apply_url,
      source,
      updated_at: job.updated_at.toISOString(),
      match,
      application_id: applicationId,
    };
  }

  return {
    ...events,
    ...descriptions,
    ...createJobReading({ database, descriptions, readFlags: createReadFlags(workers) }),
    ...createJobImports({ clock, companies, events, holds }),
    reviewCompanies: holds.reviewCompanies,
    reviewAll: holds.reviewAll,
    setReview: holds.setReview,
    flaggedRule: holds.flaggedRule,
    setFlaggedRule: holds.setFlaggedRule,

    readJobs: selectJobs,

    readPage: async (jobId, viewer) => toPage(await find(jobId), viewer),

    async readForGuests(jobId) {
      const row = await find(jobId);
      return { job: await toPage(row, null), standing: publicStanding(row, clock.now()) };
    },

    ...createJobPosting({ clock, companies, events, holds, quotas }),

    async listOwn(viewer, { status, limit, cursor }) {
      const tx = database.query;
      const company = await companyOfViewer(companies, tx, viewer);
      const rows = await selectCompanyJobs(tx, company.id, {
        status,
        after: cursors.read(cursor, status),
        limit: limit + 1,
      });
      const counts = await numbers.countApplications(
        tx,
        rows.slice(0, limit).map((row) => row.id),
      );
      return cursors.page(
        rows,
        limit,
        (row) => ({ ...toSummary(row), applications: counts.get(row.id) ?? { total: 0, unviewed: 0 } }),
        (row) => ({ publishedAt: row.published_at, id: row.id }),
        status,
      );
    },

    async readPostings(viewer) {
      const tx = database.query;
      const { id } = await companyOfViewer(companies, tx, viewer);
      return readPostings(tx, dependencies, await companies.readStanding(tx, id));
    },

    readPostingsOf: async (companyId) =>
      readPostings(database.query, dependencies, await companies.readStanding(database.query, companyId)),

    async listOf(companyId, { status, limit, cursor }) {
      const tx = database.query;
      await companies.readStanding(tx, companyId);
      const list = JSON.stringify([companyId, status]);
      const rows = await selectCompanyJobs(tx, companyId, {
        status,
        after: cursors.read(cursor, list),
        limit: limit + 1,
      });
      return cursors.page(
        rows,
        limit,
        (row) => ({
          ...toSummary(row),
          is_announced: row.hold === 'none',
          is_visible: row.hold !== 'hidden',
        }),
        (row) => ({ publishedAt: row.published_at, id: row.id }),
        list,
      );
    },

    async closeExpiredJobs() {
      let closed = 0;
      for (;;) {
        const ids = await database.transaction(async (tx) => {
          const expired = await closeExpired(tx, clock.now(), expiryBatch);
          await events.changed.emit(tx, expired);
          return expired;
        });
        closed += ids.length;
        if (ids.length < expiryBatch) return closed;
      }
    },
  };
}

/** What recruiters are told of a review: why, and not by which words, which would only tell how to write around them. */
function toReview({ review, review_note, flags }: JobRow): Job['review'] {
  if (review !== 'flagged' && review !== 'hidden') return null;
  return { state: review, reasons: flags.map(({ code }) => code), note: review_note };
}
