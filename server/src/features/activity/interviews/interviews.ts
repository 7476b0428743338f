import { type InterviewInput, maximumInterviews } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import type { Applications, ChangedApplication, LockedApplication } from '../applications/index.ts';
import { type InterviewRow, selectInterviews, updateInterview } from './interviews.store.ts';
import { toApplicant } from './notices.ts';
import { addInterview, assertAhead, columnsOf } from './rows.ts';

export interface InterviewsDependencies {
  readonly clock: Clock;
  readonly applications: Pick<Applications, 'lockForRecruiter'>;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
}

/**
 * The interviews of an application. Recruiters of the company make, move and cancel them while the application has the
 * status `interview`; each of that is told to the applicant in its transaction. What lies ahead when an application
 * ends is cancelled with it.
 */
export interface Interviews {
  /** The interviews of an application are not as they were; told before people, since it locks before inboxes. */
  readonly changed: TransactionEvent<ChangedApplication>;
  /** @throws {ApplicationError} `not_found`, `interview_not_open`, `invalid_request` for a time that is over */
  schedule(tx: Tx, viewer: Viewer, applicationId: string, input: InterviewInput): Promise<void>;
  /** @throws {ApplicationError} `not_found`, `interview_not_open`, `invalid_request` for a time that is over */
  move(
    tx: Tx,
    viewer: Viewer,
    applicationId: string,
    interviewId: string,
    input: InterviewInput,
  ): Promise<void>;
  /** To cancel it again changes nothing. @throws {ApplicationError} `not_found`, `interview_not_open` */
  cancel(tx: Tx, viewer: Viewer, applicationId: string, interviewId: string, note: string): Promise<void>;
}

export function createInterviews(dependencies: InterviewsDependencies): Interviews {
  const { clock, applications, notifications } = dependencies;
  const changed = createTransactionEvent<ChangedApplication>();

  /** The application, locked, and its interviews. */
  async function open(tx: Tx, viewer: Viewer, applicationId: string) {
    const application = await applications.lockForRecruiter(tx, viewer, applicationId);
    return { application, interviews: await selectInterviews(tx, applicationId) };
  }

  async function openOne(tx: Tx, viewer: Viewer, applicationId: string, interviewId: string) {
    const { application, interviews } = await open(tx, viewer, applicationId);
    const interview = interviews.find(({ id }) => id === interviewId);
    if (interview === undefined) throw new ApplicationError('not_found');
    return { application, interview };
  }

  return {
    changed,

    async schedule(tx, viewer, applicationId, input) {
      const { application, interviews } = await open(tx, viewer, applicationId);
      assertGoesOn(application);
      if (interviews.length >= maximumInterviews) throw new ApplicationError('interview_not_open');
      const interview = await addInterview(tx, viewer.userId, application, input, clock.now());
      await changed.emit(tx, application);
      await notifications.notifyAll(tx, [toApplicant(application, interview, 'invited', input.note)]);
    },

    async move(tx, viewer, applicationId, interviewId, input) {
      const { application, interview } = await openOne(tx, viewer, applicationId, interviewId);
      const now = clock.now();
      assertGoesOn(application);
      assertOpen(application, interview, now);
      assertAhead(input, now);
      const given = columnsOf(input);
      if (isSame(interview, given)) return;
      const isOtherTime = interview.starts_at.getTime() !== given.starts_at.getTime();
      const moved: InterviewRow = {
        ...interview,
        ...given,
        status: 'moved',
        revision: interview.revision + 1,
        scheduled_at: isOtherTime ? now : interview.scheduled_at,
        updated_at: now,
      };
      const { id, application_id: _, created_by: _by, created_at: _at, ...change } = moved;
      await updateInterview(tx, id, change);
      await changed.emit(tx, application);
      await notifications.notifyAll(tx, [toApplicant(application, moved, 'moved', input.note)]);
    },

    async cancel(tx, viewer, applicationId, interviewId, note) {
      const { application, interview } = await openOne(tx, viewer, applicationId, interviewId);
      if (interview.status === 'cancelled') return;
      const now = clock.now();
      assertOpen(application, interview, now);
      const change = { status: 'cancelled', revision: interview.revision + 1, updated_at: now } as const;
      await updateInterview(tx, interview.id, change);
      await changed.emit(tx, application);
      await notifications.notifyAll(tx, [
        toApplicant(application, { ...interview, ...change }, 'cancelled', note),
      ]);
    },
  };
}

function isSame(interview: InterviewRow, given: ReturnType<typeof columnsOf>): boolean {
  return (
    interview.starts_at.getTime() === given.starts_at.getTime() &&
    interview.ends_at.getTime() === given.ends_at.getTime() &&
    interview.time_zone === given.time_zone &&
    interview.place === given.place &&
    interview.note === given.note
  );
}

/** Nobody is invited whose rejection is on its way. */
function assertGoesOn({ status, pending }: LockedApplication): void {
  if (status !== 'interview' || pending !== null) throw new ApplicationError('interview_not_open');
}

function assertOpen(application: LockedApplication, interview: InterviewRow, now: Date): void {
  if (application.status !== 'interview' || interview.status === 'cancelled' || interview.ends_at <= now) {
    throw new ApplicationError('interview_not_open');
  }
}
