import type { Interview, InterviewInput } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { ApplicationInterviews, InterviewDetails, LockedApplication } from '../applications/index.ts';
import {
  cancelInterviewsAhead,
  type InterviewRow,
  insertInterview,
  selectInterviews,
} from './interviews.store.ts';

/** Writes an interview of an application that is locked. @throws {ApplicationError} `invalid_request` */
export async function addInterview(
  tx: Tx,
  arrangedBy: string | null,
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
    created_by: arrangedBy,
    created_at: now,
    scheduled_at: now,
    updated_at: now,
  };
  await insertInterview(tx, interview);
  return interview;
}

/** An interview as both sides see it. */
function toInterview(row: InterviewRow): Interview {
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

/** An interview as people are told of it. */
export function toDetails(interview: InterviewRow): InterviewDetails {
  return {
    interview_id: interview.id,
    revision: interview.revision,
    starts_at: interview.starts_at.toISOString(),
    ends_at: interview.ends_at.toISOString(),
    time_zone: interview.time_zone,
    place: interview.place,
    note: interview.note,
  };
}

/** What applications need of interviews. */
export const applicationInterviews: ApplicationInterviews = {
  addInterview: async (...given) => toDetails(await addInterview(...given)),
  cancelInterviewsAhead: async (...given) => (await cancelInterviewsAhead(...given)).map(toDetails),
  listInterviews: async (tx, applicationId) => (await selectInterviews(tx, applicationId)).map(toInterview),
};

export function columnsOf({ starts_at, ends_at, time_zone, place, note }: InterviewInput) {
  return { starts_at: new Date(starts_at), ends_at: new Date(ends_at), time_zone, place, note };
}

export function assertAhead({ starts_at }: InterviewInput, now: Date): void {
  if (new Date(starts_at) > now) return;
  throw new ApplicationError('invalid_request', {
    fields: [{ path: 'starts_at', message: 'must be in the future' }],
  });
}
