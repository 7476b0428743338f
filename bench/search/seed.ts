import pg from 'pg';
import { withoutTextIndexes } from '../api/seed.ts';
import { madePostings } from './jobs.ts';

const batch = 2_000;

/** Fills a migrated database with made-up jobs, always the same ones, published within the last 90 days. */
export async function seedSearchJobs(databaseUrl: string, jobs: number, log: (line: string) => void) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await withoutTextIndexes(client, async () => {
      let rows: unknown[] = [];
      let done = 0;
      for (const { vacancy: _, ...posting } of madePostings(jobs)) {
        rows.push(posting);
        if (rows.length < batch && done + rows.length < jobs) continue;
        await insert(client, rows);
        done += rows.length;
        rows = [];
        if (done % 20_000 === 0) log(`jobs: ${done} of ${jobs}`);
      }
    });
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function insert(client: pg.Client, rows: readonly unknown[]): Promise<void> {
  const given = [JSON.stringify(rows)];
  await client.query(
    `insert into companies (id, name, normalized_name, origin, created_at)
     select "companyId", min(company), "companyId"::text, 'source', now()
     from jsonb_to_recordset($1::jsonb) as t ("companyId" uuid, company text) group by 1 on conflict do nothing`,
    given,
  );
  await client.query(
    `insert into jobs (id, company_id, company_name, cluster_id, cluster_key, title, description_html,
       description_text, places, workplace, employment_type, seniority, skills, pay_minimum, pay_maximum,
       pay_currency, pay_period, pay_annual, published_at, status, matched_at, created_at, updated_at)
     select id, "companyId", company, id, id::text, title, '', text, places, workplace, "employmentType", seniority,
       skills, "payAnnual", "payAnnual", "payCurrency", case when "payAnnual" is not null then 'year' end, "payAnnual",
       moment, 'open', moment, moment, moment
     from (select *, date_trunc('milliseconds', now() - (1790000000000 - "publishedAt") * interval '1 millisecond') as moment
       from jsonb_to_recordset($1::jsonb) as t (id uuid, "companyId" uuid, company text, title text, text text,
         places text[], workplace text, "employmentType" text, seniority text, skills text[], "payAnnual" int,
         "payCurrency" text, "publishedAt" bigint)) as source`,
    given,
  );
}
