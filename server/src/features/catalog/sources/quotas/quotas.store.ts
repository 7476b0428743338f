import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';

/** Counts one call in each of these spans, which begin where the last ones ended; answers how many there have been in each. */
export async function countCall(
  tx: Tx,
  provider: string,
  spans: readonly { readonly span: string; readonly start: Date }[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ span: string; used: number }>`
    insert into source_quotas (provider, span, starts_at, used)
    select ${provider}, span, starts_at, 1
    from unnest(
      ${spans.map(({ span }) => span)}::text[],
      ${spans.map(({ start }) => start.toISOString())}::timestamptz[]
    ) as now (span, starts_at)
    order by span
    on conflict (provider, span) do update set
      -- A process whose clock is behind counts in the span that has begun already.
      used = case when excluded.starts_at > source_quotas.starts_at then 1 else source_quotas.used + 1 end,
      starts_at = greatest(excluded.starts_at, source_quotas.starts_at)
    returning span, used
  `.execute(tx);
  return new Map(rows.map(({ span, used }) => [span, Number(used)]));
}

/** How many calls were counted in the spans that have begun last. */
export async function usedCalls(
  tx: Tx,
  provider: string,
): Promise<readonly { readonly span: string; readonly starts_at: Date; readonly used: number }[]> {
  return tx
    .selectFrom('source_quotas')
    .select(['span', 'starts_at', 'used'])
    .where('provider', '=', provider)
    .execute();
}
