import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';
import { findCompaniesOnlyOf } from '../companies/index.ts';

/** Jobs that a person has posted. They are their company's: the name of the person goes, the jobs stay. */
const postings = tableData({
  name: 'posted_jobs',
  table: 'jobs',
  owner: 'posted_by',
  key: { id: 'uuid' },
  without: ['search', 'headline_search', 'places_search', 'beginning'],
  erase: 'name',
});

const batchSize = 500;

export const postingData: PersonalData = {
  ...postings,
  async eraseSome(tx, subject, now) {
    const closed = await closeUnattended(tx, subject.userId, now);
    const more = await postings.eraseSome(tx, subject, now);
    return more || closed >= batchSize;
  },
};

/** Closes jobs of companies that lose their only member: nobody would read what people send. */
async function closeUnattended(tx: Tx, userId: string, now: Date): Promise<number> {
  const companyIds = await findCompaniesOnlyOf(tx, userId);
  const { rows } = await sql`
    update jobs set status = 'closed', closed_at = ${now}, closed_reason = 'recruiter', updated_at = ${now}
    where id in (
      select id from jobs where company_id = any(${companyIds}::uuid[]) and status = 'open' limit ${batchSize}
    )
    returning id`.execute(tx);
  return rows.length;
}
