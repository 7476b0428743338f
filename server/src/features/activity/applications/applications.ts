import type {
  Application,
  ApplicationActor,
  ApplicationDetail,
  ApplicationStatus,
  InterviewInput,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import { findJobBriefs } from '../../catalog/jobs/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { createAccess } from './access.ts';
import {
  type ApplicationScope,
  selectApplication,
  selectApplications,
  selectEvents,
} from './applications.store.ts';
import { createApply } from './applying.ts';
import type { LockedApplication } from './locked-application.ts';
import { deletePending } from './pending.store.ts';
import type {
  ApplicantSettings,
  ApplicationInterviews,
  ApplicationResumes,
  CompanyMembers,
} from './ports.ts';
import { createRejections } from './rejections.ts';
import { type ChangedApplication, createTakeStep } from './steps.ts';
import { createViewer, toDetail } from './views.ts';

const cursors = createCursors({ createdAt: momentField, id: idField });

export interface ApplicationsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: CompanyMembers;
  readonly resumes: ApplicationResumes;
  readonly interviews: ApplicationInterviews;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  readonly preferences: ApplicantSettings;
  readonly setAside: SetAside;
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
   * An application was made or has another status. It is told before the people, since what waits to be told is locked
   * before inboxes.
   */
  readonly changed: TransactionEvent<ChangedApplication>;
  /** Locks an application of the recruiter's company. @throws {ApplicationError} `not_found` */
  lockForRecruiter(tx: Tx, viewer: Viewer, applicationId: string): Promise<LockedApplication>;
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
   * Moves an application of the recruiter's company on, with an invitation to an interview where one is given. A rejection
   * is told at a sensible hour (`releaseMoment`): until then it is pending, and any other status takes its place.
   * @throws {ApplicationError} `not_found`, `illegal_transition` (with `from` and `allowed`), `edit_conflict`,
   * `invalid_request` for an interview that is over or does not belong to the status
   */
  changeStatus(tx: Tx, viewer: Viewer, applicationId: string, change: StatusChange): Promise<void>;
  /**
   * Takes back a rejection of the recruiter's company that is pending.
   * @throws {ApplicationError} `not_found`, `nothing_to_take_back`
   */
  takeBack(tx: Tx, viewer: Viewer, applicationId: string): Promise<void>;
  /**
   * Tells the applicants whose rejections are due: status, history, interviews and what they are told change in one
   * transaction for each. Whatever is interrupted is done by the next call; two at once tell nobody twice.
   * @returns how many were told
   */
  releaseDue(): Promise<number>;
  /** Ends an own application. @throws {ApplicationError} `not_found`, `illegal_transition` */
  withdraw(tx: Tx, viewer: Viewer, applicationId: string): Promise<void>;
  /** Reading changes nothing, so `viewed` is a decision of its own. @throws {ApplicationError} `not_found` */
  read(tx: Tx, viewer: Viewer, applicationId: string): Promise<ApplicationDetail>;
  /** @throws {ApplicationError} `invalid_cursor` */
  listOwn(viewer: Viewer, query: ApplicationQuery): Promise<ApplicationList>;
  /** Of a job of the recruiter's company. @throws {ApplicationError} `not_found`, `invalid_cursor` */
  listForJob(viewer: Viewer, jobId: string, query: ApplicationQuery): Promise<ApplicationList>;
}

export function createApplications(dependencies: ApplicationsDependencies): Applications {
  const { database, companies, resumes, interviews } = dependencies;
  const { sideOf, lockFor } = createAccess(companies);
  const changed = createTransactionEvent<ChangedApplication>();
  const takeStep = createTakeStep({ ...dependencies, changed });
  const rejections = createRejections({ ...dependencies, takeStep });

  async function list(
    scope: ApplicationScope,
    actor: ApplicationActor,
    { status, limit, cursor }: ApplicationQuery,
  ): Promise<ApplicationList> {
    const page = { status, limit: limit + 1, after: cursors.read(cursor) };
    const rows = await selectApplications(database.query, scope, page);
    const show = await createViewer(database.query, rows, actor, resumes);
    return cursors.page(
      rows,
      limit,
      (row) => show(row).application,
      (row) => ({ createdAt: row.created_at, id: row.id }),
    );
  }

  return {
    changed,
    lockForRecruiter: (tx, viewer, applicationId) => lockFor(tx, viewer, applicationId, 'recruiter'),
    apply: createApply({ ...dependencies, changed }),

    async changeStatus(tx, viewer, applicationId, { status, note, expected_status, interview }) {
      if (interview !== undefined && status !== 'interview') {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'interview', message: 'needs the status interview' }],
        });
      }
      const application = await lockFor(tx, viewer, applicationId, 'recruiter');
      const shown = application.pending === null ? application.status : 'rejected';
      if (expected_status !== undefined && expected_status !== shown) {
        throw new ApplicationError('edit_conflict', { detail: `The application is ${shown} by now.` });
      }
      if (status === 'rejected') await rejections.decide(tx, viewer, application, note);
      else
        await takeStep(tx, viewer.userId, application, { actor: 'recruiter', to: status, note, interview });
    },

    async takeBack(tx, viewer, applicationId) {
      await lockFor(tx, viewer, applicationId, 'recruiter');
      if ((await deletePending(tx, applicationId)) === undefined) {
        throw new ApplicationError('nothing_to_take_back');
      }
    },

    releaseDue: rejections.releaseDue,

    async withdraw(tx, viewer, applicationId) {
      const application = await lockFor(tx, viewer, applicationId, 'applicant');
      await takeStep(tx, viewer.userId, application, { actor: 'applicant', to: 'withdrawn', note: '' });
    },

    async read(tx, viewer, applicationId) {
      const row = await selectApplication(tx, applicationId);
      if (row === undefined) throw new ApplicationError('not_found');
      const side = await sideOf(tx, viewer, row);
      const show = await createViewer(tx, [row], side, resumes);
      return toDetail(show(row), {
        events: await selectEvents(tx, applicationId),
        interviews: await interviews.listInterviews(tx, applicationId),
      });
    },

    listOwn: (viewer, query) => list({ userId: viewer.userId }, 'applicant', query),

    async listForJob(viewer, jobId, query) {
      const company = await companies.companyOf(database.query, viewer.userId);
      const job = (await findJobBriefs(database.query, [jobId])).get(jobId);
      if (company === null || job?.company_id !== company.id) throw new ApplicationError('not_found');
      return list({ jobId }, 'recruiter', query);
    },
  };
}
