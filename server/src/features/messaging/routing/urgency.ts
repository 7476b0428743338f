import { type Category, type Kind, kinds, type Priority } from '@rolecall/contract';

/**
 * How a message travels. `transactional` answers an act of somebody and always goes; `bulk` comes to many at once without
 * anybody having done anything just now, so it can wait for as long as a channel is in trouble.
 */
export type Stream = 'transactional' | 'bulk';

/** What a channel may treat differently because of the hurry of a message. */
export interface Urgency {
  readonly stream: Stream;
  /** Somebody waits for it now: it goes before all that has no such hurry. */
  readonly isUrgent: boolean;
}

/** The place of each priority in the work list: what is due goes out in this order. */
const priorityOfRank = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];

export function rankOf(priority: Priority): number {
  return priorityOfRank.indexOf(priority);
}

/** @param rank of a delivery, as `rankOf` gave it */
export function priorityAt(rank: number): Priority {
  return priorityOfRank[rank] ?? 'low';
}

const bulkCategories: ReadonlySet<Category> = new Set(['jobs', 'career', 'digests', 'announcements']);
const bulkPriorities: ReadonlySet<Priority> = new Set(['medium', 'low']);

/** The one place that decides what is bulk and what is urgent; everybody else is told. */
export function urgencyOf(kind: Kind, priority: Priority): Urgency {
  const { category, mandatory } = kinds[kind];
  const isBulk = !mandatory && bulkPriorities.has(priority) && bulkCategories.has(category);
  return { stream: isBulk ? 'bulk' : 'transactional', isUrgent: priority === 'urgent' };
}
