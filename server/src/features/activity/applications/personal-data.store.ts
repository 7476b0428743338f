import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type PersonalData, tableData } from '../../identity/privacy/index.ts';

export interface ApplicationDataDependencies {
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
    resumes,
    tableData({
      name: 'decisions_about_applications',
      table: 'application_events',
      owner: 'actor_id',
      key: { id: 'uuid' },
      erase: 'name',
    }),
    tableData({
      name: 'arranged_interviews',
      table: 'interviews',
      owner: 'created_by',
      key: { id: 'uuid' },
      erase: 'name',
    }),
    tableData({
      name: 'reminders',
      table: 'reminders',
      key: { kind: 'text', subject: 'text', step: 'integer' },
      erase: 'row',
    }),
  ];
}

function applications({ companies, forgetApplicant }: ApplicationDataDependencies): PersonalData {
  return {
    name: 'applications',
    columns: ['applications.user_id'],

    async *pages(tx, { userId }) {
      let after: string | null = null;
      for (;;) {
        const page: { id: string; row: unknown }[] = await readApplications(tx, userId, after);
        if (page.length > 0) yield page.map(({ row }) => row);
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
  const { rows } = await sql<{ id: string; row: unknown }>`
    select own.id, to_jsonb(own) || jsonb_build_object(
      'job_title', jobs.title, 'company_name', jobs.company_name,
      'history', (
        select coalesce(jsonb_agg(to_jsonb(event) - 'actor_id' order by event.created_at, event.id), '[]')
        from application_events as event where event.application_id = own.id
      ),
      'interviews', (
        select coalesce(jsonb_agg(to_jsonb(interview) - 'created_by' order by interview.starts_at), '[]')
        from interviews as interview where interview.application_id = own.id
      )
    ) as row
    from applications as own join jobs on jobs.id = own.job_id
    where own.user_id = ${userId} ${after === null ? sql`` : sql`and own.id > ${after}::uuid`}
    order by own.id limit ${pageSize}`.execute(tx);
  return rows;
}

/** Files, one at a time: each may be as large as an upload. */
const resumes: PersonalData = {
  name: 'resumes',
  columns: ['resumes.user_id'],

  async *pages(tx, { userId }) {
    const listed = await tx
      .selectFrom('resumes')
      .select(['id', 'file_name', 'media_type', 'size', 'created_at', 'removed_at'])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    for (const { id, ...resume } of listed) {
      const file = await tx.selectFrom('resumes').select('content').where('id', '=', id).executeTakeFirst();
      if (file === undefined) continue;
      yield [{ id, ...resume, content_base64: Buffer.from(file.content).toString('base64') }];
    }
  },

  async eraseSome(tx, { userId }) {
    await tx.deleteFrom('resumes').where('user_id', '=', userId).execute();
    return false;
  },
};
