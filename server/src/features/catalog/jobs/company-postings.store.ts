import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** What is posted of a company. */
export interface PostingsSummary {
  /** Of each of its sources, the most first; null: one that is gone, or none. */
  readonly open: readonly { readonly source_id: string | null; readonly count: number }[];
  /** Where one applies for the newest. */
  readonly applyUrls: readonly string[];
}

const newest = 20;

/** What is posted of these companies, by their ids; those without a posting are left out. */
export async function summarizePostings(
  tx: Tx,
  companyIds: readonly string[],
): Promise<ReadonlyMap<string, PostingsSummary>> {
  if (companyIds.length === 0) return new Map();
  const { rows: counts } = await sql<{ company_id: string; source_id: string | null; count: number }>`
    select company_id, source_id, count(*) filter (where status = 'open') as count
    from jobs where company_id = any(${companyIds}::uuid[])
    group by company_id, source_id order by count desc, source_id`.execute(tx);
  const { rows: links } = await sql<{ company_id: string; apply_url: string }>`
    select company.id as company_id, newest.apply_url
    from unnest(${companyIds}::uuid[]) as company (id)
    cross join lateral (
      select apply_url, published_at from jobs
      where jobs.company_id = company.id
      order by published_at desc, id desc
      limit ${newest}
    ) as newest
    where newest.apply_url is not null
    order by newest.published_at desc`.execute(tx);
  const linksOf = Map.groupBy(links, ({ company_id }) => company_id);
  const countsOf = Map.groupBy(counts, ({ company_id }) => company_id);
  return new Map(
    [...countsOf].map(([id, open]): [string, PostingsSummary] => [
      id,
      {
        open: open.map(({ source_id, count }) => ({ source_id, count })),
        applyUrls: (linksOf.get(id) ?? []).map(({ apply_url }) => apply_url),
      },
    ]),
  );
}
