import { type Category, kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { ClaimedDelivery } from './deliveries.store.ts';

/** Categories that come without anybody having done anything just now, to many at once. */
const bulkCategories: ReadonlySet<Category> = new Set(['jobs', 'career', 'digests', 'announcements']);
/** Of the ranks medium and low; 0 is urgent, 3 low. */
const firstBulkRank = 2;

/**
 * Whether a delivery can wait while too much bounces or is reported as spam: alerts, tips, digests and announcements
 * that are not urgent. Whatever answers an act of somebody always goes.
 */
export function isBulk({ kind, rank }: Pick<ClaimedDelivery, 'kind' | 'rank'>): boolean {
  const { category, mandatory } = kinds[kind];
  return !mandatory && rank >= firstBulkRank && bulkCategories.has(category);
}

/** Whether deliveries that can wait are held back, as the group that watches over mails knows. */
export interface BulkGate {
  isPaused(tx: Tx): Promise<boolean>;
}
