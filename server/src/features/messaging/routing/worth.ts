import type { Kind } from '@rolecall/contract';

/** What decides which of several messages are worth the attention of a day. */
interface Importance {
  /** 0 urgent to 3 low. */
  readonly rank: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The same of one among others. */
export interface Ranked extends Importance {
  readonly kind: Kind;
  readonly created_at: Date;
  readonly id: string;
}

/** The most urgent first, then what fits best, what ends soonest, and what came first. */
export function compareWorth(a: Ranked, b: Ranked): number {
  return compareImportance(a, b) || a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1);
}

/** The most urgent first, then what fits best, then what ends soonest. */
export function compareImportance(a: Importance, b: Importance): number {
  return a.rank - b.rank || scoreOf(b) - scoreOf(a) || deadlineOf(a) - deadlineOf(b);
}

function scoreOf({ payload: { score } }: Importance): number {
  return typeof score === 'number' ? score : -1;
}

function deadlineOf({ payload: { deadline_at: deadline } }: Importance): number {
  const moment = typeof deadline === 'string' ? Date.parse(deadline) : Number.NaN;
  return Number.isNaN(moment) ? Number.MAX_SAFE_INTEGER : moment;
}
