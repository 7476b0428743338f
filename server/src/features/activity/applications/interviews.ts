import type { Interview, InterviewInput } from '@rolecall/contract';
import { maximumInterviews } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { createAccess } from './access.ts';
import type { LockedApplication } from './applications.store.ts';
import type { CompanyMembers } from './companies.ts';
import type { ApplicationEvents } from './events.ts';
import { type InterviewRow, insertInterview, selectInterviews, updateInterview } from './interviews.store.ts';
import { ofInterview } from './telling.ts';

export interface InterviewsDependencies {
  readonly clock: Clock;
  readonly companies: CompanyMembers;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  readonly events: ApplicationEvents;
}

/**
 * The interviews of an application. Recruiters of the company make, move and cancel them while the application has the
 * status `interview`; each of that is told to the applicant in its transaction. What lies ahead when an application
 * ends is cancelled with it.
 */
export interface Interviews {
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
  const { clock, companies, notifications, events } = dependencies;
  const { lockFor } = createAccess(companies);

  /** The application, locked, and its interviews. */
  async function open(tx: Tx, viewer: Viewer, applicationId: string) {
    const application = await lockFor(tx, viewer, applicationId, 'recruiter');
    return { application, interviews: await selectInterviews(tx, applicationId) };
  }

  async function openOne(tx: Tx, viewer: Viewer, applicationId: string, interviewId: string) {
    const { application, interviews } = await open(tx, viewer, applicationId);
    const interview = interviews.find(({ id }) => id === interviewId);
    if (interview === undefined) throw new ApplicationError('not_found');
    return { application, interview };
  }

  return {
    async schedule(tx, viewer, applicationId, input) {
      const { application, interviews } = await open(tx, viewer, applicationId);
      if (application.status !== 'interview' || interviews.length >= maximumInterviews) {
        throw new ApplicationError('interview_not_open');
      }
      const interview = await addInterview(tx, viewer, application, input, clock.now());
      await events.applicationChanged(tx, application);
      await notifications.notifyAll(tx, [ofInterview(application, interview, 'invited', input.note)]);
    },

    async move(tx, viewer, applicationId, interviewId, input) {
      const { application, interview } = await openOne(tx, viewer, applicationId, interviewId);
      const now = clock.now();
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
      await events.applicationChanged(tx, application);
      await notifications.notifyAll(tx, [ofInterview(application, moved, 'moved', input.note)]);
    },

    async cancel(tx, viewer, applicationId, interviewId, note) {
      const { application, interview } = await openOne(tx, viewer, applicationId, interviewId);
      if (interview.status === 'cancelled') return;
      const now = clock.now();
      assertOpen(application, interview, now);
      const change = { status: 'cancelled', revision: interview.revision + 1, updated_at: now } as const;
      await updateInterview(tx, interview.id, change);
      await events.applicationChanged(tx, application);
      await notifications.notifyAll(tx, [
        ofInterview(application, { ...interview, ...change }, 'cancelled', note),
      ]);
    },
  };
}

/** Writes an interview of an application that is locked. @throws {ApplicationError} `invalid_request` */
export async function addInterview(
  tx: Tx,
  viewer: Viewer,
  application: LockedApplication,
  input: InterviewInput,
  now: Date,
): Promise<InterviewRow> {
  assertAhead(input, now);
  const interview: InterviewRow = {
    id: uuidv7(),
    application_id: application.id,
    ...columnsOf(input),
    status: 'scheduled',
    revision: 1,
    created_by: viewer.userId,
    created_at: now,
    scheduled_at: now,
    updated_at: now,
  };
  await insertInterview(tx, interview);
  return interview;
}

/** An interview as both sides see it. */
export function toInterview(row: InterviewRow): Interview {
  return {
    id: row.id,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at.toISOString(),
    time_zone: row.time_zone,
    place: row.place,
    note: row.note,
    status: row.status,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}

function columnsOf({ starts_at, ends_at, time_zone, place, note }: InterviewInput) {
  return { starts_at: new Date(starts_at), ends_at: new Date(ends_at), time_zone, place, note };
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

function assertOpen(application: LockedApplication, interview: InterviewRow, now: Date): void {
  if (application.status !== 'interview' || interview.status === 'cancelled' || interview.ends_at <= now) {
    throw new ApplicationError('interview_not_open');
  }
}

function assertAhead({ starts_at }: InterviewInput, now: Date): void {
  if (new Date(starts_at) > now) return;
  throw new ApplicationError('invalid_request', {
    fields: [{ path: 'starts_at', message: 'must be in the future' }],
  });
}
