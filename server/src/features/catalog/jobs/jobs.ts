import type { Job, JobInput, JobMark, JobSummary, JobUpdate, Match } from '@rolecall/contract';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage, type Viewer } from '../../../platform/http/index.ts';
import type { Companies, Company } from '../companies/index.ts';
import { clusterKey, clusterSince } from './cluster.ts';
import { readDescription } from './description.ts';
import { createJobImports, type JobImports } from './imports.ts';
import {
  closeExpired,
  findCluster,
  findSource,
  insertJob,
  lockJobOfCompany,
  selectCompanyJobs,
  selectJobs,
  updateJob,
} from './jobs.store.ts';
import { toPayColumns } from './pay.ts';
import { type JobRow, toSummary } from './rows.ts';

/** Hears of jobs that people may be told of. */
export interface JobEvents {
  /** Open jobs that were not there before, in the transaction that writes them. */
  jobsPublished(tx: Tx, jobIds: readonly string[]): Promise<void>;
  /** Jobs that were closed or opened again, or may have another deadline, in the transaction of that. */
  jobsChanged(tx: Tx, jobIds: readonly string[]): Promise<void>;
}

/** What a job page shows of the person who looks at it. */
export interface JobPageExtras {
  /** How well it fits; null for anybody but a job seeker. */
  matchFor(viewer: Viewer, job: JobRow): Promise<Match | null>;
  /** The viewer's own application for it. */
  applicationOf(viewer: Viewer, jobId: string): Promise<string | null>;
  /** What the viewer has done with it. */
  markOf(viewer: Viewer, jobId: string): Promise<JobMark | null>;
}

/** The numbers beside the jobs of a recruiter. */
export interface ApplicationNumbers {
  /** Per job; a job without applications may be left out. */
  countApplications(
    tx: Tx,
    jobIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly total: number; readonly unviewed: number }>>;
}

export interface JobsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly events: JobEvents;
  readonly extras: JobPageExtras;
  readonly numbers: ApplicationNumbers;
}

export type CompanyJob = JobSummary & { applications: { total: number; unviewed: number } };

/** Jobs, whoever posted them. What a recruiter may not see or change is `not_found`. */
export interface Jobs extends JobImports {
  /** The jobs with these ids; unknown ids are left out. */
  readJobs(tx: Tx, ids: readonly string[]): Promise<JobRow[]>;
  /** @throws {ApplicationError} `not_found` */
  readPage(jobId: string, viewer: Viewer | null): Promise<Job>;
  /** @throws {ApplicationError} `invalid_request` for a deadline that has passed, `forbidden` without a company */
  post(tx: Tx, viewer: Viewer, input: JobInput): Promise<string>;
  /** Nobody is told of an edit. @throws {ApplicationError} `not_found`, `job_closed`, `invalid_request` */
  edit(tx: Tx, viewer: Viewer, jobId: string, change: JobUpdate): Promise<void>;
  /** Closing a closed job changes nothing. @throws {ApplicationError} `not_found` */
  close(tx: Tx, viewer: Viewer, jobId: string): Promise<void>;
  /** Takes away a deadline that has passed. Nobody is told again. @throws {ApplicationError} `not_found` */
  reopen(tx: Tx, viewer: Viewer, jobId: string): Promise<void>;
  /** @throws {ApplicationError} `invalid_cursor`, `forbidden` without a company */
  listOwn(
    viewer: Viewer,
    query: {
      readonly status?: 'open' | 'closed' | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<{ items: CompanyJob[]; next_cursor: string | null }>;
  /** Closes every job whose deadline has passed, batch by batch; answers how many. */
  closeExpiredJobs(): Promise<number>;
}

const expiryBatch = 500;

export function createJobs(dependencies: JobsDependencies): Jobs {
  const { database, clock, companies, events, extras, numbers } = dependencies;

  async function companyOf(tx: Tx, viewer: Viewer): Promise<Company> {
    const company = await companies.companyOf(tx, viewer.userId);
    if (company === null) throw new ApplicationError('forbidden', { detail: 'You belong to no company.' });
    return company;
  }

  async function lockOwnJob(tx: Tx, viewer: Viewer, jobId: string): Promise<JobRow> {
    const company = await companyOf(tx, viewer);
    const job = await lockJobOfCompany(tx, jobId, company.id);
    if (job === undefined) throw new ApplicationError('not_found');
    return job;
  }

  function assertAhead(deadline: string | null | undefined): void {
    if (deadline === null || deadline === undefined || new Date(deadline) > clock.now()) return;
    throw new ApplicationError('invalid_request', {
      fields: [{ path: 'deadline_at', message: 'must be in the future' }],
    });
  }

  return {
    ...createJobImports({ clock, companies, events }),

    readJobs: selectJobs,

    async readPage(jobId, viewer) {
      const [job] = await selectJobs(database.query, [jobId]);
      if (job === undefined) throw new ApplicationError('not_found');
      const [source, match, applicationId, mark] = await Promise.all([
        job.source_id === null ? undefined : findSource(database.query, job.source_id),
        viewer === null ? null : extras.matchFor(viewer, job),
        viewer === null ? null : extras.applicationOf(viewer, job.id),
        viewer === null ? null : extras.markOf(viewer, job.id),
      ]);
      return {
        ...toSummary(job, mark),
        description_html: job.description_html,
        department: job.department,
        apply_url: job.apply_url,
        source: source ?? null,
        updated_at: job.updated_at.toISOString(),
        match,
        application_id: applicationId,
      };
    },

    async post(tx, viewer, input) {
      const company = await companyOf(tx, viewer);
      assertAhead(input.deadline_at);
      const now = clock.now();
      const id = uuidv7();
      const description = readDescription({ format: 'unknown', content: input.description });
      const key = recruiterClusterKey(company.id, input);
      await insertJob(tx, {
        id,
        company_id: company.id,
        company_name: company.name,
        posted_by: viewer.userId,
        cluster_id: (await findCluster(tx, key, clusterSince(now))) ?? id,
        cluster_key: key,
        title: input.title,
        description_html: description.html,
        description_text: description.text,
        department: input.department,
        places: input.places,
        workplace: input.workplace,
        employment_type: input.employment_type,
        seniority: input.seniority,
        skills: input.skills,
        ...toPayColumns(input.pay),
        published_at: now,
        deadline_at: input.deadline_at === null ? null : new Date(input.deadline_at),
        status: 'open',
        created_at: now,
        updated_at: now,
      });
      await events.jobsPublished(tx, [id]);
      return id;
    },

    async edit(tx, viewer, jobId, change) {
      const job = await lockOwnJob(tx, viewer, jobId);
      if (job.status === 'closed') throw new ApplicationError('job_closed');
      assertAhead(change.deadline_at);
      const { description, pay, deadline_at, ...plain } = change;
      const text =
        description === undefined ? null : readDescription({ format: 'unknown', content: description });
      await updateJob(tx, jobId, {
        ...plain,
        ...(text === null ? {} : { description_html: text.html, description_text: text.text }),
        ...(pay === undefined ? {} : toPayColumns(pay)),
        ...(deadline_at === undefined
          ? {}
          : { deadline_at: deadline_at === null ? null : new Date(deadline_at) }),
        cluster_key: recruiterClusterKey(job.company_id, {
          title: change.title ?? job.title,
          places: change.places ?? job.places,
        }),
        updated_at: clock.now(),
      });
      if (deadline_at !== undefined) await events.jobsChanged(tx, [jobId]);
    },

    async close(tx, viewer, jobId) {
      const job = await lockOwnJob(tx, viewer, jobId);
      if (job.status === 'closed') return;
      const now = clock.now();
      await updateJob(tx, jobId, {
        status: 'closed',
        closed_at: now,
        closed_reason: 'recruiter',
        updated_at: now,
      });
      await events.jobsChanged(tx, [jobId]);
    },

    async reopen(tx, viewer, jobId) {
      const job = await lockOwnJob(tx, viewer, jobId);
      if (job.status === 'open') return;
      const now = clock.now();
      const hasPassed = job.deadline_at !== null && job.deadline_at <= now;
      await updateJob(tx, jobId, {
        status: 'open',
        closed_at: null,
        closed_reason: null,
        updated_at: now,
        ...(hasPassed ? { deadline_at: null } : {}),
      });
      await events.jobsChanged(tx, [jobId]);
    },

    async listOwn(viewer, { status, limit, cursor }) {
      const tx = database.query;
      const company = await companyOf(tx, viewer);
      const rows = await selectCompanyJobs(tx, company.id, {
        status,
        after: cursor === undefined ? null : decodePosition(cursor, status ?? 'any'),
        limit: limit + 1,
      });
      const counts = await numbers.countApplications(
        tx,
        rows.slice(0, limit).map((row) => row.id),
      );
      return toPage(
        rows,
        limit,
        (row) => ({ ...toSummary(row), applications: counts.get(row.id) ?? { total: 0, unviewed: 0 } }),
        (row) => [status ?? 'any', row.published_at.toISOString(), row.id],
      );
    },

    async closeExpiredJobs() {
      let closed = 0;
      for (;;) {
        const ids = await database.transaction(async (tx) => {
          const expired = await closeExpired(tx, clock.now(), expiryBatch);
          await events.jobsChanged(tx, expired);
          return expired;
        });
        closed += ids.length;
        if (ids.length < expiryBatch) return closed;
      }
    },
  };
}

/**
 * The jobs of a recruiter form clusters among themselves: a company that somebody registered under a known name must
 * not stand in for the postings that sources give for that name.
 */
function recruiterClusterKey(
  companyId: string,
  job: { readonly title: string; readonly places: readonly string[] },
): string {
  return clusterKey(`company:${companyId}`, job.title, job.places);
}

function decodePosition(cursor: string, filter: string): { publishedAt: Date; id: string } {
  const [expectedFilter, published = '', id = ''] = decodeCursor(cursor, 3);
  const publishedAt = new Date(published);
  if (expectedFilter !== filter || Number.isNaN(publishedAt.getTime()) || !isUuid(id)) {
    throw new ApplicationError('invalid_cursor');
  }
  return { publishedAt, id };
}
