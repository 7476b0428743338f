import { kinds } from '@rolecall/contract';
import { compareImportance, type Ranked } from './worth.ts';

/** Something that is about to come into the inbox of one person. */
export type Arrival = Pick<Ranked, 'kind' | 'rank' | 'payload'>;

/** The rank of what is urgent. */
const urgent = 0;

/**
 * Decides what of all that comes to one person at one moment has no place in the inbox today, so that a cap leaves the
 * best, as it does for what is sent: what may not wait comes in whatever the cap is, and takes the place of something
 * that may; what is mandatory counts for nothing.
 *
 * @param reached how many notifications have reached the person today
 * @returns those that are kept out of the inbox
 */
export function chooseForInbox<Item extends Arrival>(
  items: readonly Item[],
  perDay: number,
  reached: number,
): ReadonlySet<Item> {
  const counted = items.filter(({ kind }) => !kinds[kind].mandatory);
  const waiting = counted.filter(({ kind, rank }) => kinds[kind].digestible && rank !== urgent);
  const free = Math.max(0, perDay - reached - (counted.length - waiting.length));
  // The sort is stable: of what is worth the same the first comes first.
  return new Set(waiting.toSorted(compareImportance).slice(free));
}
