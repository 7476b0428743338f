import type { JobFlag } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { assertAddressVerified } from '../../identity/people/index.ts';
import type { Companies, Company, CompanyStanding } from '../companies/index.ts';
import type { JobEvents } from './events.ts';
import type { JobHolds } from './holds.ts';
import { insertJob, lockJobOfCompany, updateJob } from './jobs.store.ts';
import { toPayColumns } from './pay.ts';
import { storedText } from './plain-description.ts';
import { assertMayPost, type PostingQuotas } from './quotas.ts';
import {
  changesWords,
  type FlaggedWords,
  type ReadJob,
  type ReadUpdate,
  wordsBesideTitle,
} from './reading.ts';
import { flagRepeats } from './repeats.ts';
import { reviewAfterChange } from './reviews.ts';
import type { JobRow } from './rows.ts';

/** What recruiters do with the jobs of their company. */
export interface JobPosting {
  /**
   * What people hear of it depends on how the company stands.
   *
   * @throws {ApplicationError} `invalid_request` for a deadline that has passed, `forbidden` without a company,
   * `address_unconfirmed`, `too_many_open_jobs`, `posting_quota_reached`
   */
  post(tx: Tx, viewer: Viewer, input: ReadJob): Promise<string>;
  /**
   * Nobody is told of an edit.
   *
   * @throws {ApplicationError} `not_found`, `job_closed`, `invalid_request`, `edit_conflict` where its words were changed since
   * they were read
   */
  edit(tx: Tx, viewer: Viewer, jobId: string, change: ReadUpdate): Promise<void>;
  /** Closing a closed job changes nothing. @throws {ApplicationError} `not_found` */
  close(tx: Tx, viewer: Viewer, jobId: string): Promise<void>;
  /**
   * Takes away a deadline that has passed. Nobody is told again.
   *
   * @throws {ApplicationError} `not_found`, `address_unconfirmed`, `too_many_open_jobs`
   */
  reopen(tx: Tx, viewer: Viewer, jobId: string): Promise<void>;
}

export interface JobPostingDependencies {
  readonly clock: Clock;
  readonly companies: Pick<Companies, 'companyOf' | 'lockStanding' | 'lockSisters'>;
  readonly events: JobEvents;
  readonly holds: Pick<JobHolds, 'settle' | 'setReview'>;
  readonly quotas: PostingQuotas;
}

export function createJobPosting(dependencies: JobPostingDependencies): JobPosting {
  const { clock, companies, events, holds } = dependencies;
  const { published, changed, closed, reworded, flagged } = events;

  async function lockOwnJob(tx: Tx, viewer: Viewer, jobId: string): Promise<JobRow> {
    const company = await companyOfViewer(companies, tx, viewer);
    const job = await lockJobOfCompany(tx, jobId, company.id);
    if (job === undefined) throw new ApplicationError('not_found');
    return job;
  }

  /** The company stands as it does until the transaction ends: a proof that comes meanwhile waits, and finds the job. */
  async function lockForPosting(tx: Tx, viewer: Viewer, isNew: boolean): Promise<CompanyStanding> {
    const company = await companyOfViewer(companies, tx, viewer);
    await assertAddressVerified(tx, viewer.userId);
    const standing = await companies.lockStanding(tx, company.id);
    await assertMayPost(tx, dependencies, standing, isNew);
    return standing;
  }

  function assertAhead(deadline: string | null | undefined): void {
    if (deadline === null || deadline === undefined || new Date(deadline) > clock.now()) return;
    throw new ApplicationError('invalid_request', {
      fields: [{ path: 'deadline_at', message: 'must be in the future' }],
    });
  }

  return {
    async post(tx, viewer, input) {
      assertAhead(input.deadline_at);
      const company = await lockForPosting(tx, viewer, true);
      const now = clock.now();
      const id = uuidv7();
      const repeats = await flagRepeats(
        tx,
        company.id,
        { title: input.title, text: input.description.text },
        null,
      );
      const flags = [...input.flags, ...repeats];
      await insertJob(tx, {
        id,
        company_id: company.id,
        company_name: company.name,
        company_trust: company.trust,
        company_domain: company.domain,
        posted_by: viewer.userId,
        cluster_id: id,
        vacancy_due: true,
        title: input.title,
        description_html: input.description.html,
        description_text: storedText(input.description.text),
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
        flags: JSON.stringify(flags),
        review: flags.length === 0 ? 'none' : 'flagged',
      });
      const unheld = await holds.settle(tx, [id]);
      if (flags.length > 0) await flagged.emit(tx, [{ id, flags }]);
      if (unheld.has(id)) await published.emit(tx, [id]);
      return id;
    },

    async edit(tx, viewer, jobId, change) {
      const job = await lockOwnJob(tx, viewer, jobId);
      if (job.status === 'closed') throw new ApplicationError('job_closed');
      assertAhead(change.deadline_at);
      const { description, words, pay, deadline_at, ...plain } = change;
      const isReworded = description !== undefined || changesWords(change);
      const details = {
        department: change.department === undefined ? job.department : change.department,
        skills: change.skills ?? job.skills,
        places: change.places ?? job.places,
      };
      const text = wordsBesideTitle(description?.text ?? job.description_text, details);
      const posting = {
        title: change.title ?? job.title,
        text: description?.text ?? job.description_text,
      };
      const flags = isReworded
        ? [...flagsOf(words, posting.title, text), ...(await flagRepeats(tx, job.company_id, posting, jobId))]
        : job.flags;
      const review = isReworded ? reviewAfterChange(job, flags) : job.review;
      await updateJob(tx, jobId, {
        ...plain,
        ...(description === undefined
          ? {}
          : { description_html: description.html, description_text: storedText(description.text) }),
        ...(pay === undefined ? {} : toPayColumns(pay)),
        ...(deadline_at === undefined
          ? {}
          : { deadline_at: deadline_at === null ? null : new Date(deadline_at) }),
        ...(isReworded || pay !== undefined ? { vacancy_due: true } : {}),
        flags: JSON.stringify(flags),
        updated_at: clock.now(),
      });
      if (isReworded) await reworded.emit(tx, [jobId]);
      if (isReworded && review === 'flagged') await flagged.emit(tx, [{ id: jobId, flags }]);
      if (review !== job.review) await holds.setReview(tx, jobId, review, job.review_note);
      if (deadline_at !== undefined) await changed.emit(tx, [jobId]);
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
      await changed.emit(tx, [jobId]);
      await closed.emit(tx, { jobId, at: now });
    },

    async reopen(tx, viewer, jobId) {
      const job = await lockOwnJob(tx, viewer, jobId);
      if (job.status === 'open') return;
      await lockForPosting(tx, viewer, false);
      const now = clock.now();
      const hasPassed = job.deadline_at !== null && job.deadline_at <= now;
      await updateJob(tx, jobId, {
        status: 'open',
        closed_at: null,
        closed_reason: null,
        updated_at: now,
        ...(hasPassed ? { deadline_at: null } : {}),
      });
      await changed.emit(tx, [jobId]);
    },
  };
}

/** What the words of a posting ask for, as they were read before. @throws {ApplicationError} `edit_conflict` for other words */
function flagsOf(words: FlaggedWords | undefined, title: string, text: string): readonly JobFlag[] {
  if (words?.title === title && words.text === text) return words.flags;
  throw new ApplicationError('edit_conflict');
}

/** @throws {ApplicationError} `forbidden` without a company */
export async function companyOfViewer(
  companies: Pick<Companies, 'companyOf'>,
  tx: Tx,
  viewer: Viewer,
): Promise<Company> {
  const company = await companies.companyOf(tx, viewer.userId);
  if (company === null) throw new ApplicationError('forbidden', { detail: 'You belong to no company.' });
  return company;
}
