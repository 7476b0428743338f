import type { SuppressionReason, SuppressionScope } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface SuppressionRow {
  readonly id: string;
  readonly address: string | null;
  readonly reason: SuppressionReason;
  readonly scope: SuppressionScope;
  readonly source: string;
  readonly note: string | null;
  readonly status: string | null;
  /** The operator who has entered it. */
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly expires_at: Date | null;
}

export interface ListFilter {
  /** Beginning of an address, or of a domain behind an `@`. */
  readonly q: string;
  readonly reason?: SuppressionReason | undefined;
  readonly scope?: SuppressionScope | undefined;
  readonly expired: boolean;
}

const listed = (tx: Tx) =>
  tx
    .selectFrom('suppressions')
    .select([
      'id',
      'address',
      'reason',
      'scope',
      'source',
      'note',
      'status',
      'created_by',
      'created_at',
      'expires_at',
    ]);

/** The newest first, after a position. */
export async function selectSuppressions(
  tx: Tx,
  filter: ListFilter,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
  now: Date,
): Promise<SuppressionRow[]> {
  const { q, reason, scope, expired } = filter;
  const byDomain = q.startsWith('@');
  return listed(tx)
    .$if(byDomain && q.length > 1, (query) =>
      query.where(sql<boolean>`split_part(address, '@', 2) like ${`${escapeLike(q.slice(1))}%`}`),
    )
    .$if(!byDomain && q !== '', (query) => query.where(sql<boolean>`address like ${`${escapeLike(q)}%`}`))
    .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? 'manual'))
    .$if(scope !== undefined, (query) => query.where('scope', '=', scope ?? 'all'))
    .$if(!expired, (query) => query.where(sql<boolean>`(expires_at is null or expires_at > ${now})`))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.createdAt}, ${after?.id})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function selectSuppression(
  tx: Tx,
  address: string,
  reason: SuppressionReason,
): Promise<SuppressionRow | undefined> {
  return listed(tx).where('address', '=', address).where('reason', '=', reason).executeTakeFirst();
}

/** The list in the order of its ids, after one, without entries that have only a hash. */
export async function selectAfter(tx: Tx, after: string, limit: number): Promise<SuppressionRow[]> {
  return listed(tx)
    .where('id', '>', after)
    .where('address', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
