import {
  type Application,
  type ApplicationActor,
  type ApplicationDetail,
  type ApplicationStatus,
  allowedTransitions,
  type InterviewInput,
} from '@rolecall/contract';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage, type Viewer } from '../../../platform/http/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import { createAccess } from './access.ts';
import { achievementOfApplying, achievementOfStep } from './achievements.ts';
import {
  type ApplicationScope,
  holdJob,
  insertApplication,
  insertEvent,
  isJobOfCompany,
  type JobToApplyFor,
  type LockedApplication,
  selectApplication,
  selectApplicationId,
  selectApplications,
  selectEvents,
  selectNumbers,
  updateStatus,
} from './applications.store.ts';
import type { CompanyMembers } from './companies.ts';
import type { ApplicationEvents } from './events.ts';
import { cancelInterviewsAhead, selectInterviews } from './interviews.store.ts';
import { addInterview } from './interviews.ts';
import { holdResume } from './resumes.store.ts';
import { ofAchievement, toApplicant, toRecruiters } from './telling.ts';
import { toApplication, toDetail } from './views.ts';

export interface ApplicationsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyMembers;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  readonly events: ApplicationEvents;
}

/** A page of applications, the newest first. */
export interface ApplicationQuery {
  readonly status?: ApplicationStatus | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ApplicationList {
  readonly items: Application[];
  readonly next_cursor: string | null;
}

/** A recruiter's decision about an application. */
export interface StatusChange {
  readonly status: ApplicationStatus;
  /** Shown to the applicant. */
  readonly note: string;
  /** The status that the recruiter saw. */
  readonly expected_status?: ApplicationStatus | undefined;
  /** Invites the applicant; only with the status `interview`. */
  readonly interview?: InterviewInput | undefined;
}

/**
 * Applications and what becomes of them. The contract tells their states (`allowedTransitions`); each step is one
 * row of the history and one notification to the other side, in the transaction of the step. To anybody but the
 * applicant and the recruiters of the company an application is `not_found`.
 */
export interface Applications {
  /**
   * Applies for a job: once, while it is open, and only where its company takes applications here.
   * @returns the id of the application
   * @throws {ApplicationError} `not_found`, `already_applied` (with `application_id`), `job_closed`,
   * `job_applies_elsewhere` (with `apply_url`), `invalid_request` for a résumé that is not in the own list
   */
  apply(
    tx: Tx,
    viewer: Viewer,
    jobId: string,
    input: { readonly note: string; readonly resume_id?: string | undefined },
  ): Promise<string>;
  /**
   * Moves an application of the recruiter's company on, with an invitation to an interview where one is given.
   * @throws {ApplicationError} `not_found`, `illegal_transition` (with `from` and `allowed`), `edit_conflict`,
   * `invalid_request` for an interview that is over or does not belong to the status
   */
  changeStatus(tx: Tx, viewer: Viewer, applicationId: string, change: StatusChange): Promise<void>;
  /** Ends an own application. @throws {ApplicationError} `not_found`, `illegal_transition` */
  withdraw(tx: Tx, viewer: Viewer, applicationId: string): Promise<void>;
  /** Reading changes nothing, so `viewed` is a decision of its own. @throws {ApplicationError} `not_found` */
  read(tx: Tx, viewer: Viewer, applicationId: string): Promise<ApplicationDetail>;
  /** @throws {ApplicationError} `invalid_cursor` */
  listOwn(viewer: Viewer, query: ApplicationQuery): Promise<ApplicationList>;
  /** Of a job of the recruiter's company. @throws {ApplicationError} `not_found`, `invalid_cursor` */
  listForJob(viewer: Viewer, jobId: string, query: ApplicationQuery): Promise<ApplicationList>;
  /** The viewer's own application for a job; null when there is none. */
  applicationOf(viewer: Viewer, jobId: string): Promise<string | null>;
  /** How many applications jobs have, and how many of them nobody has looked at. Jobs without any are left out. */
  countApplications(
    tx: Tx,
    jobIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly total: number; readonly unviewed: number }>>;
}

export function createApplications(dependencies: ApplicationsDependencies): Applications {
  const { database, clock, companies, notifications, events } = dependencies;
  const { sideOf, lockFor } = createAccess(companies);

  /** One step of the history, with what the other side is told of it. */
  async function move(
    tx: Tx,
    viewer: Viewer,
    application: LockedApplication,
    given: {
      readonly actor: ApplicationActor;
      readonly to: ApplicationStatus;
      readonly note: string;
      readonly interview?: InterviewInput | undefined;
    },
  ): Promise<void> {
    const { id, status: from, user_id: applicant } = application;
    const { actor, to, note } = given;
    const allowed = allowedTransitions(from, actor);
    if (!allowed.includes(to)) {
      throw new ApplicationError('illegal_transition', { extensions: { from, allowed } });
    }
    const step = { eventId: uuidv7(), from, to, note };
    const created_at = after(application.updated_at, clock.now());
    await updateStatus(tx, id, to, created_at);
    await insertEvent(tx, {
      id: step.eventId,
      application_id: id,
      from_status: from,
      to_status: to,
      actor,
      actor_id: viewer.userId,
      note,
      created_at,
    });
    const interview =
      given.interview === undefined
        ? null
        : await addInterview(tx, viewer, application, given.interview, clock.now());
    if (isFinal(to)) await cancelInterviewsAhead(tx, id, clock.now());
    await events.applicationChanged(tx, application);
    if (actor === 'applicant') {
      const recruiters = await companies.membersOf(tx, application.company_id);
      await notifications.notifyAll(tx, toRecruiters(application, step, recruiters));
      return;
    }
    const achievement = await achievementOfStep(tx, applicant, to);
    await notifications.notifyAll(tx, [
      toApplicant(application, step, interview),
      ...(achievement === null ? [] : [ofAchievement(applicant, achievement)]),
    ]);
  }

  async function list(
    scope: ApplicationScope,
    actor: ApplicationActor,
    { status, limit, cursor }: ApplicationQuery,
  ): Promise<ApplicationList> {
    const page = { status, limit: limit + 1, after: cursor === undefined ? null : toPosition(cursor) };
    return toPage(
      await selectApplications(database.query, scope, page),
      limit,
      (row) => toApplication(row, actor),
      (row) => [row.created_at.toISOString(), row.id],
    );
  }

  return {
    async apply(tx, viewer, jobId, { note, resume_id }) {
      const job = await holdJob(tx, jobId);
      if (job === undefined) throw new ApplicationError('not_found');
      assertTakesApplications(job, clock.now());
      if (resume_id !== undefined && !(await holdResume(tx, resume_id, viewer.userId))) {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'resume_id', message: 'must be one of your résumés' }],
        });
      }
      const id = uuidv7();
      const now = clock.now();
      const isFirst = await insertApplication(tx, {
        id,
        job_id: jobId,
        user_id: viewer.userId,
        company_id: job.company_id,
        resume_id: resume_id ?? null,
        status: 'submitted',
        note,
        created_at: now,
        updated_at: now,
      });
      if (!isFirst) {
        const application_id = await selectApplicationId(tx, viewer.userId, jobId);
        throw new ApplicationError('already_applied', {
          extensions: application_id === undefined ? {} : { application_id },
        });
      }
      await insertEvent(tx, {
        id: uuidv7(),
        application_id: id,
        from_status: null,
        to_status: 'submitted',
        actor: 'applicant',
        actor_id: viewer.userId,
        note: '',
        created_at: now,
      });
      await events.applicationChanged(tx, { id, user_id: viewer.userId, job_id: jobId });
      await notifications.notifyAll(tx, await announcements(tx, viewer, job, id));
      return id;
    },

    async changeStatus(tx, viewer, applicationId, { status, note, expected_status, interview }) {
      if (interview !== undefined && status !== 'interview') {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'interview', message: 'needs the status interview' }],
        });
      }
      const application = await lockFor(tx, viewer, applicationId, 'recruiter');
      if (expected_status !== undefined && expected_status !== application.status) {
        throw new ApplicationError('edit_conflict', {
          detail: `The application is ${application.status} by now.`,
        });
      }
      await move(tx, viewer, application, { actor: 'recruiter', to: status, note, interview });
    },

    async withdraw(tx, viewer, applicationId) {
      const application = await lockFor(tx, viewer, applicationId, 'applicant');
      await move(tx, viewer, application, { actor: 'applicant', to: 'withdrawn', note: '' });
    },

    async read(tx, viewer, applicationId) {
      const row = await selectApplication(tx, applicationId);
      if (row === undefined) throw new ApplicationError('not_found');
      const side = await sideOf(tx, viewer, row);
      return toDetail(
        row,
        await selectEvents(tx, applicationId),
        await selectInterviews(tx, applicationId),
        side,
      );
    },

    listOwn: (viewer, query) => list({ userId: viewer.userId }, 'applicant', query),

    async listForJob(viewer, jobId, query) {
      const company = await companies.companyOf(database.query, viewer.userId);
      if (company === null || !(await isJobOfCompany(database.query, jobId, company.id))) {
        throw new ApplicationError('not_found');
      }
      return list({ jobId }, 'recruiter', query);
    },

    async applicationOf(viewer, jobId) {
      return (await selectApplicationId(database.query, viewer.userId, jobId)) ?? null;
    },

    async countApplications(tx, jobIds) {
      const numbers = await selectNumbers(tx, jobIds);
      return new Map(numbers.map(({ job_id, total, unviewed }) => [job_id, { total, unviewed }]));
    },
  };

  /** Both sides of a new application are told in one call, so that inboxes are locked in one order. */
  async function announcements(
    tx: Tx,
    viewer: Viewer,
    job: JobToApplyFor,
    applicationId: string,
  ): Promise<AnyNotification[]> {
    const about = { application_id: applicationId, job_id: job.id, job_title: job.title };
    const subject = `application:${applicationId}`;
    const recruiters = await companies.membersOf(tx, job.company_id);
    const row = await selectApplication(tx, applicationId);
    const applicant_name = row?.applicant_name ?? '';
    const achievement = await achievementOfApplying(tx, viewer.userId);
    return [
      {
        kind: 'application_confirmation',
        userId: viewer.userId,
        dedupeKey: `application_confirmation:${applicationId}`,
        subject,
        payload: { ...about, company_name: job.company_name },
      },
      ...recruiters.map(
        (userId): AnyNotification => ({
          kind: 'application_received',
          userId,
          dedupeKey: `application_received:${applicationId}`,
          subject,
          payload: { ...about, applicant_name },
        }),
      ),
      ...(achievement === null ? [] : [ofAchievement(viewer.userId, achievement)]),
    ];
  }
}

function assertTakesApplications(job: JobToApplyFor, now: Date): void {
  if (job.source_id !== null || job.apply_url !== null) {
    throw new ApplicationError('job_applies_elsewhere', {
      extensions: job.apply_url === null ? {} : { apply_url: job.apply_url },
    });
  }
  if (job.status === 'closed' || (job.deadline_at !== null && job.deadline_at <= now)) {
    throw new ApplicationError('job_closed');
  }
}

/** Whether nothing can follow this status. */
function isFinal(status: ApplicationStatus): boolean {
  return allowedTransitions(status, 'recruiter').length === 0;
}

/** Now, but behind the step before, so that the history keeps its order on nodes whose clocks differ. */
function after(before: Date, now: Date): Date {
  return now > before ? now : new Date(before.getTime() + 1);
}

function toPosition(cursor: string): { createdAt: string; id: string } {
  const [createdAt = '', id = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(createdAt)) || !isUuid(id)) throw new ApplicationError('invalid_cursor');
  return { createdAt, id };
}
