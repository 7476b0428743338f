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
import { findPending, type PendingRejection } from './pending.store.ts';
import type { ApplicationResumes } from './ports.ts';

/**
 * Shows applications as this side sees them, with a constant number of statements. Only recruiters are asked for what is
 * pending, so that no reader of the other side can come upon it.
 */
export async function createViewer(
  tx: Tx,
  rows: readonly ApplicationRow[],
  actor: ApplicationActor,
  resumes: Pick<ApplicationResumes, 'findResumes'>,
): Promise<(row: ApplicationRow) => ShownApplication> {
  const userIds = [...new Set(rows.map(({ user_id }) => user_id))];
  const jobs = await findJobBriefs(tx, [...new Set(rows.map(({ job_id }) => job_id))]);
  const people = await findPeople(tx, userIds);
  const profiles = await findProfiles(tx, userIds);
  const sent = await resumes.findResumes(
    tx,
    rows.flatMap(({ resume_id }) => resume_id ?? []),
  );
  const undisclosed =
    actor === 'recruiter'
      ? await findPending(
          tx,
          rows.map(({ id }) => id),
        )
      : new Map<string, PendingRejection>();
  return (row) => {
    const pending = undisclosed.get(row.id) ?? null;

    const job = jobs.get(row.job_id);
    const applicant = people.get(row.user_id);
    const application = {
      id: row.id,
      status: pending === null ? row.status : ('rejected' as const),
      pending: pending && {
        told_status: row.status,
        release_at: pending.release_at.toISOString(),
        time_zone: profiles.get(row.user_id)?.time_zone ?? 'UTC',
      },
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
      allowed_statuses: allowedTransitions(row.status, actor).filter(
        (status) => pending === null || status !== 'rejected',
      ),
    };
    return { application, pending };
  };
}

/** An application, with what of it is not told yet to who must not see it. */
interface ShownApplication {
  readonly application: Application;
  readonly pending: PendingRejection | null;
}

/** The same with its history and its interviews. */
export function toDetail(
  { application, pending }: ShownApplication,
  { events, interviews }: { readonly events: readonly EventRow[]; readonly interviews: Interview[] },
): ApplicationDetail {
  return {
    ...application,
    history: [
      ...events.map((event) => ({
        from_status: event.from_status,
        to_status: event.to_status,
        by: event.actor,
        note: event.note,
        created_at: event.created_at.toISOString(),
      })),
      ...(application.pending === null || pending === null
        ? []
        : [
            {
              from_status: application.pending.told_status,
              to_status: application.status,
              by: 'recruiter' as const,
              note: pending.note,
              created_at: pending.decided_at.toISOString(),
            },
          ]),
    ],
    interviews,
  };
}
