import {
  type Application,
  type ApplicationActor,
  type ApplicationDetail,
  allowedTransitions,
  type Resume,
} from '@rolecall/contract';
import type { ApplicationView, EventRow } from './applications.store.ts';
import type { InterviewRow } from './interviews.store.ts';
import { toInterview } from './interviews.ts';
import { toResume } from './resumes.ts';

/** An application as this side sees it. */
export function toApplication(row: ApplicationView, actor: ApplicationActor): Application {
  return {
    id: row.id,
    status: row.status,
    note: row.note,
    resume: resumeOf(row),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    job: {
      id: row.job_id,
      title: row.job_title,
      company_name: row.company_name,
      location: row.places[0] ?? null,
      status: row.job_status,
    },
    applicant: {
      id: row.user_id,
      name: row.applicant_name,
      email: row.applicant_email,
      headline: row.headline ?? '',
    },
    allowed_statuses: [...allowedTransitions(row.status, actor)],
  };
}

/** The same with its history and its interviews. */
export function toDetail(
  row: ApplicationView,
  events: readonly EventRow[],
  interviews: readonly InterviewRow[],
  actor: ApplicationActor,
): ApplicationDetail {
  return {
    ...toApplication(row, actor),
    history: events.map((event) => ({
      from_status: event.from_status,
      to_status: event.to_status,
      by: event.actor,
      note: event.note,
      created_at: event.created_at.toISOString(),
    })),
    interviews: interviews.map(toInterview),
  };
}

function resumeOf(row: ApplicationView): Resume | null {
  const { resume_id, resume_file_name, resume_media_type, resume_size, resume_created_at } = row;
  if (resume_id === null || resume_file_name === null || resume_media_type === null) return null;
  if (resume_size === null || resume_created_at === null) return null;
  return toResume({
    id: resume_id,
    file_name: resume_file_name,
    media_type: resume_media_type,
    size: resume_size,
    created_at: resume_created_at,
  });
}
