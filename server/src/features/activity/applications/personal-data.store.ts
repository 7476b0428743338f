import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { findJobBriefs } from '../../catalog/jobs/index.ts';
import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

export interface ApplicationDataDependencies {
  /** The interviews of these applications as they are exported. */
  readonly exportInterviews: (
    tx: Tx,
    applicationIds: readonly string[],
  ) => Promise<readonly { readonly application_id: string; readonly row: unknown }[]>;
  readonly companies: { membersOf(tx: Tx, companyId: string): Promise<readonly string[]> };
  /** Takes the name of an applicant out of what recruiters were told of these applications. */
  readonly forgetApplicant: (
    tx: Tx,
    recruiterIds: readonly string[],
    applicationIds: readonly string[],
  ) => Promise<void>;
}

const pageSize = 100;

/**
 * Applications with their history. When their person leaves they go, and companies keep nothing of them; what a
 * recruiter has decided about others stays with them, without the recruiter.
 */
export function applicationData(dependencies: ApplicationDataDependencies): readonly PersonalData[] {
  return [
    applications(dependencies),
    tableData({
      name: 'decisions_about_applications',
      table: 'application_events',
      owner: 'actor_id',
      key: { id: 'uuid' },
      erase: 'name',
    }),
    tableData({
      name: 'pending_rejections',
      table: 'pending_rejections',
      owner: 'decided_by',
      key: { application_id: 'uuid' },
      erase: 'name',
    }),
  ];
}

function applications({
  companies,
  forgetApplicant,
  exportInterviews,
}: ApplicationDataDependencies): PersonalData {
  return {
    name: 'applications',
    columns: ['applications.user_id'],

    async *pages(tx, { userId }) {
      let after: string | null = null;
      for (;;) {
        const page: { id: string; job_id: string; row: object }[] = await readApplications(tx, userId, after);
        const interviews = Map.groupBy(
          await exportInterviews(
            tx,
            page.map(({ id }) => id),
          ),
          ({ application_id }) => application_id,
        );
        if (page.length > 0) {
          const jobs = await findJobBriefs(
            tx,
            page.map(({ job_id }) => job_id),
          );
          yield page.map(({ id, job_id, row }) => ({
            ...row,
            job_title: jobs.get(job_id)?.title ?? '',
            company_name: jobs.get(job_id)?.company_name ?? '',
            interviews: (interviews.get(id) ?? []).map((interview) => interview.row),
          }));
        }
        if (page.length < pageSize) return;
        after = page.at(-1)?.id ?? null;
      }
    },

    async eraseSome(tx, { userId }) {
      const { rows } = await sql<{ id: string; company_id: string }>`
        select id, company_id from applications where user_id = ${userId}
        order by id limit ${pageSize} for update`.execute(tx);
      const ids = rows.map(({ id }) => id);
      const recruiters = new Set<string>();
      for (const companyId of new Set(rows.map((row) => row.company_id))) {
        for (const recruiter of await companies.membersOf(tx, companyId)) recruiters.add(recruiter);
      }
      await forgetApplicant(tx, [...recruiters], ids);
      await sql`delete from applications where id = any(${ids}::uuid[])`.execute(tx);
      return rows.length === pageSize;
    },
  };
}

async function readApplications(tx: Tx, userId: string, after: string | null) {
  const { rows } = await sql<{ id: string; job_id: string; row: object }>`
    select own.id, own.job_id, to_jsonb(own) || jsonb_build_object(
      'history', (
        select coalesce(jsonb_agg(to_jsonb(event) - 'actor_id' order by event.created_at, event.id), '[]')
        from application_events as event where event.application_id = own.id
      )
    ) as row
    from applications as own
    where own.user_id = ${userId} ${after === null ? sql`` : sql`and own.id > ${after}::uuid`}
    order by own.id limit ${pageSize}`.execute(tx);
  return rows;
}
