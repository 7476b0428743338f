import type { DeliveryChannel } from '@rolecall/contract';
import type { RouteDecision, RouteFacts } from '../routing/index.ts';

/** What decides which of several messages are worth the attention of a day. */
export interface Ranked {
  /** 0 urgent to 3 low. */
  readonly rank: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly id: string;
}

/** The most urgent first, then what fits best, what ends soonest, and what came first. */
export function compareWorth(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    scoreOf(b) - scoreOf(a) ||
    deadlineOf(a) - deadlineOf(b) ||
    a.created_at.getTime() - b.created_at.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

function scoreOf({ payload: { score } }: Ranked): number {
  return typeof score === 'number' ? score : -1;
}

function deadlineOf({ payload: { deadline_at: deadline } }: Ranked): number {
  const moment = typeof deadline === 'string' ? Date.parse(deadline) : Number.NaN;
  return Number.isNaN(moment) ? Number.MAX_SAFE_INTEGER : moment;
}

/** What has gone out to one person in one day, by channel. */
export type Spent = ReadonlyMap<DeliveryChannel, number>;

/**
 * Decides about all that is due for one person at one moment, the worthiest first, so that caps leave the best. What may
 * not wait in a digest counts too, wherever it stands.
 */
export function spend<Item extends Ranked>(
  items: readonly Item[],
  spent: Spent,
  channel: DeliveryChannel,
  decide: (item: Item, spent: NonNullable<RouteFacts['spent']>) => RouteDecision,
): Map<Item, RouteDecision> {
  let onChannel = spent.get(channel) ?? 0;
  let total = spent.values().reduce((sum, count) => sum + count, 0);
  const decisions = new Map<Item, RouteDecision>();
  for (const item of items.toSorted(compareWorth)) {
    const decision = decide(item, { total, onChannel });
    decisions.set(item, decision);
    if (decision.decision === 'send') {
      total += 1;
      onChannel += 1;
    }
  }
  return decisions;
}
