import { kinds } from '@rolecall/contract';
import { compareWorth, type Ranked, type RouteDecision, type RouteFacts } from '../routing/index.ts';

/** What counts for a person and a day before anything more is sent. */
export interface Spent {
  /** Notifications that have reached the person by the inbox or any other way, by their ids: each counts once. */
  readonly reached: ReadonlySet<string>;
  /** How many of them have gone out on the channel that is decided about. */
  readonly onChannel: number;
}

/** Something that is due, on one channel. */
export interface Due extends Ranked {
  readonly notification_id: string;
}

/**
 * Decides about all that is due for one person at one moment, so that caps leave the best. What goes out whatever the
 * caps say is counted first, so that it takes the place of something that may wait; what is mandatory counts for nothing,
 * and what the person has in the inbox since today counts already.
 */
export function applyCaps<Item extends Due>(
  items: readonly Item[],
  spent: Spent,
  decide: (item: Item, spent: NonNullable<RouteFacts['spent']>) => RouteDecision,
): Map<Item, RouteDecision> {
  const reached = new Set(spent.reached);
  let { onChannel } = spent;
  const decisions = new Map<Item, RouteDecision>();
  const decideAbout = (item: Item, known: NonNullable<RouteFacts['spent']>) => {
    const decision = decide(item, known);
    if (decision.decision === 'send' && !kinds[item.kind].mandatory) {
      reached.add(item.notification_id);
      onChannel += 1;
    }
    decisions.set(item, decision);
  };
  const [mayWait, mayNot] = partition(items, (item) => decide(item, exhausted).decision !== 'send');
  for (const item of mayNot) decideAbout(item, exhausted);
  for (const item of mayWait.toSorted(compareWorth)) {
    const countsAlready = reached.has(item.notification_id);
    decideAbout(item, { total: reached.size, onChannel, countsAlready });
  }
  return decisions;
}

/** More than any cap allows. */
const exhausted = {
  total: Number.POSITIVE_INFINITY,
  onChannel: Number.POSITIVE_INFINITY,
  countsAlready: false,
};

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  const { yes = [], no = [] } = Object.groupBy(items, (item) => (test(item) ? 'yes' : 'no'));
  return [yes, no];
}
