import {
  type Application,
  type ApplicationActor,
  type ApplicationDetail,
  allowedTransitions,
  type Interview,
} from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { findJobBriefs } from '../../catalog/jobs/index.ts';
import { findPeople } from '../../identity/people/index.ts';
import { findProfiles } from '../../identity/profiles/index.ts';
import type { ApplicationRow, EventRow } from './applications.store.ts';
import type { ApplicationResumes } from './ports.ts';

/** Shows applications as this side sees them, with a constant number of statements. */
export async function createViewer(
  tx: Tx,
  rows: readonly ApplicationRow[],
  resumes: Pick<ApplicationResumes, 'findResumes'>,
): Promise<(row: ApplicationRow, actor: ApplicationActor) => Application> {
  const userIds = [...new Set(rows.map(({ user_id }) => user_id))];
  const jobs = await findJobBriefs(tx, [...new Set(rows.map(({ job_id }) => job_id))]);
  const people = await findPeople(tx, userIds);
  const profiles = await findProfiles(tx, userIds);
  const sent = await resumes.findResumes(
    tx,
    rows.flatMap(({ resume_id }) => resume_id ?? []),
  );
  return (row, actor) => {
    const job = jobs.get(row.job_id);
    const applicant = people.get(row.user_id);
    return {
      id: row.id,
      status: row.status,
      note: row.note,
      resume: sent.get(row.resume_id ?? '') ?? null,
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
      job: {
        id: row.job_id,
        title: job?.title ?? '',
        company_name: job?.company_name ?? '',
        company_trust: job?.company_trust ?? 'unverified',
        company_domain: job?.company_domain ?? null,
        location: job?.places[0] ?? null,
        status: job?.status ?? 'closed',
      },
      applicant: {
        id: row.user_id,
        name: applicant?.name ?? '',
        email: applicant?.email ?? '',
        headline: profiles.get(row.user_id)?.headline ?? '',
      },
      allowed_statuses: [...allowedTransitions(row.status, actor)],
    };
  };
}

/** The same with its history and its interviews. */
export function toDetail(
  application: Application,
  { events, interviews }: { readonly events: readonly EventRow[]; readonly interviews: Interview[] },
): ApplicationDetail {
  return {
    ...application,
    history: events.map((event) => ({
      from_status: event.from_status,
      to_status: event.to_status,
      by: event.actor,
      note: event.note,
      created_at: event.created_at.toISOString(),
    })),
    interviews,
  };
}
