import { type DeliveryChannel, type Kind, kinds } from '@rolecall/contract';
import type { RouteDecision, RouteFacts } from '../routing/index.ts';

/** What decides which of several messages are worth the attention of a day. */
export interface Ranked {
  readonly kind: Kind;
  /** 0 urgent to 3 low. */
  readonly rank: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly id: string;
}

/** The most urgent first, then what fits best, what ends soonest, and what came first. */
export function compareWorth(a: Ranked, b: Ranked): number {
  return compareImportance(a, b) || a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1);
}

/** The most urgent first, then what fits best, then what ends soonest. */
export function compareImportance(a: Ranked, b: Ranked): number {
  return a.rank - b.rank || scoreOf(b) - scoreOf(a) || deadlineOf(a) - deadlineOf(b);
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
 * Decides about all that is due for one person at one moment, so that caps leave the best. What goes out whatever the
 * caps say is counted first, so that it takes the place of something that may wait; what is mandatory counts for nothing.
 */
export function applyCaps<Item extends Ranked>(
  items: readonly Item[],
  spent: Spent,
  channel: DeliveryChannel,
  decide: (item: Item, spent: NonNullable<RouteFacts['spent']>) => RouteDecision,
): Map<Item, RouteDecision> {
  let onChannel = spent.get(channel) ?? 0;
  let total = spent.values().reduce((sum, count) => sum + count, 0);
  const decisions = new Map<Item, RouteDecision>();
  const decideAbout = (item: Item, known: NonNullable<RouteFacts['spent']>) => {
    const decision = decide(item, known);
    if (decision.decision === 'send' && !kinds[item.kind].mandatory) {
      total += 1;
      onChannel += 1;
    }
    decisions.set(item, decision);
  };
  const [mayWait, mayNot] = partition(items, (item) => decide(item, exhausted).decision !== 'send');
  for (const item of mayNot) decideAbout(item, exhausted);
  for (const item of mayWait.toSorted(compareWorth)) decideAbout(item, { total, onChannel });
  return decisions;
}

/** More than any cap allows. */
const exhausted = { total: Number.POSITIVE_INFINITY, onChannel: Number.POSITIVE_INFINITY };

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  const { yes = [], no = [] } = Object.groupBy(items, (item) => (test(item) ? 'yes' : 'no'));
  return [yes, no];
}
