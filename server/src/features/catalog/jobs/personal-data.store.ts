import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type PersonalData, tableData } from '../../identity/privacy/index.ts';

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

/** Closes jobs of a company that loses its only member: nobody would read what people send. */
async function closeUnattended(tx: Tx, userId: string, now: Date): Promise<number> {
  const { rows } = await sql`
    update jobs set status = 'closed', closed_at = ${now}, closed_reason = 'recruiter', updated_at = ${now}
    where id in (
      select jobs.id from company_members as own
      join jobs on jobs.company_id = own.company_id and jobs.status = 'open'
      where own.user_id = ${userId} and not exists (
        select from company_members as other
        where other.company_id = own.company_id and other.user_id <> own.user_id
      )
      limit ${batchSize}
    )
    returning id`.execute(tx);
  return rows.length;
}
