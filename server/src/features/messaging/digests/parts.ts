import { kinds } from '@rolecall/contract';
import { type CollectedDelivery, partsOf, type SettledCollected } from '../deliveries/index.ts';
import type { ReasonCode } from '../routing/index.ts';
import type { Composition } from './compose.ts';

/** Something that a digest has collected, or what that names, where it sums up others. */
export type CollectedPart = CollectedDelivery & {
  /** What was collected; the part itself where it sums up nothing. */
  readonly whole: CollectedDelivery;
};

/**
 * Takes what sums up others apart, so that a digest judges, ranks and tells of each by itself. A part has an id of its
 * own and everything else of its whole.
 */
export function takeApart(items: readonly CollectedDelivery[]): CollectedPart[] {
  return items.flatMap((item): CollectedPart[] => {
    const parts = partsOf(item.kind, item.payload);
    if (parts.length === 0) return [{ ...item, whole: item }];
    return parts.map((part, place) => ({
      ...item,
      ...part,
      id: `${item.id} ${place}`,
      notification_id: `${item.notification_id} ${place}`,
      whole: item,
    }));
  });
}

/** How much of what these are parts of is counted and not named. */
export function countUnnamed(parts: readonly CollectedPart[]): number {
  const wholes = new Set(parts.map(({ whole }) => whole));
  return [...wholes].reduce((sum, { kind, payload }) => sum + (kinds[kind].sumsUp?.(payload).more ?? 0), 0);
}

/** What becomes of the deliveries whose parts these are: in the digest when any of them is told or counted. */
export function settle(
  parts: readonly CollectedPart[],
  composition: Composition<CollectedPart> | null,
  leaving: ReadonlyMap<string, ReasonCode>,
): SettledCollected[] {
  const told = new Set(
    [...(composition?.entries ?? []), ...(composition?.more ?? [])].map(({ whole }) => whole),
  );
  return [...Map.groupBy(parts, ({ whole }) => whole)].map(([whole, own]) => {
    if (told.has(whole)) return { id: whole.id, status: 'folded', reason: 'in_digest' };
    const reasons = own.flatMap(({ id }) => leaving.get(id) ?? []);
    return { id: whole.id, status: 'skipped', reason: reasons[0] ?? 'same_vacancy' };
  });
}
