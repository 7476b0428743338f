import type { Database } from '../../../../platform/db/index.ts';
import { countCall } from './quotas.store.ts';

/** For how long a limit of calls holds, from a full minute, a day, a Monday or the first of a month of UTC on. */
export const spans = ['minute', 'day', 'week', 'month'] as const;
export type Span = (typeof spans)[number];
export type CallLimits = Readonly<Record<Span, number>>;

/** A limit that is reached, and when it holds no more. */
export interface UsedUp {
  readonly span: Span;
  readonly limit: number;
  readonly until: Date;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** When a span has begun that lasts at this moment, and when it ends. */
export function spanAt(span: Span, now: Date): { readonly start: Date; readonly end: Date } {
  const time = now.getTime();
  const day = Math.floor(time / dayMs) * dayMs;
  switch (span) {
    case 'minute': {
      const start = Math.floor(time / minuteMs) * minuteMs;
      return { start: new Date(start), end: new Date(start + minuteMs) };
    }
    case 'day':
      return { start: new Date(day), end: new Date(day + dayMs) };
    case 'week': {
      const start = day - ((now.getUTCDay() + 6) % 7) * dayMs;
      return { start: new Date(start), end: new Date(start + 7 * dayMs) };
    }
    case 'month':
      return {
        start: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)),
        end: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)),
      };
  }
}

class QuotaUsedUp extends Error {
  override readonly name = 'QuotaUsedUp';
  readonly usedUp: UsedUp;

  constructor(usedUp: UsedUp) {
    super(`the quota of a ${usedUp.span} is used up`);
    this.usedUp = usedUp;
  }
}

/**
 * Counts a call before it is made, for all processes together; of one that is too much nothing is counted. A call whose process
 * dies stays counted.
 * @returns null when it may be made, or else the limit that lasts the longest
 */
export async function takeCall(
  database: Database,
  provider: string,
  limits: CallLimits,
  now: Date,
): Promise<UsedUp | null> {
  const current = spans.map((span) => ({ span, ...spanAt(span, now) }));
  try {
    await database.transaction(async (tx) => {
      const used = await countCall(tx, provider, current);
      // The longest span last.
      const reached = current.filter(({ span }) => (used.get(span) ?? 0) > limits[span]).at(-1);
      if (reached !== undefined) {
        throw new QuotaUsedUp({ span: reached.span, limit: limits[reached.span], until: reached.end });
      }
    });
    return null;
  } catch (error) {
    if (error instanceof QuotaUsedUp) return error.usedUp;
    throw error;
  }
}
