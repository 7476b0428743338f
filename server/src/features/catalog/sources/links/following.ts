import type { LinkFinding } from '@rolecall/contract';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A page that is gone is looked at once more after this, since sites break for a while. */
const pauseMs = hour;
/** When the next look is, by what was found. */
const nextMs: ReadonlyMap<LinkFinding, number> = new Map([
  ['open', 7 * day],
  ['gone', pauseMs],
  ['redirected', 3 * day],
  ['says_closed', 3 * day],
  ['without_title', 3 * day],
  ['unclear', 7 * day],
  ['not_allowed', 7 * day],
  // It is closed, and not looked at any more.
  ['expired', 7 * day],
]);
const mostBackOffMs = 14 * day;
/** Sooner a look is not asked for again, whoever reports the job. */
export const leastBetweenMs = 10 * minute;

export interface Followed {
  readonly dueAt: Date;
  /** In a row. */
  readonly failures: number;
  /** Since when the finding is the same. */
  readonly since: Date;
  /** The signs are sure. */
  readonly closes: boolean;
}

/** What follows from a finding: a page that is gone twice with a pause in between, or has expired by its own word, closes the job. */
export function follow(
  before: { readonly finding: LinkFinding | null; readonly since: Date | null; readonly failures: number },
  finding: LinkFinding,
  now: Date,
): Followed {
  const since = before.finding === finding && before.since !== null ? before.since : now;
  const failures = finding === 'unreachable' ? before.failures + 1 : 0;
  const waitMs =
    finding === 'unreachable'
      ? Math.min(day * 2 ** Math.min(failures - 1, 10), mostBackOffMs)
      : (nextMs.get(finding) ?? day);
  return {
    dueAt: new Date(now.getTime() + waitMs),
    failures,
    since,
    closes: finding === 'expired' || (finding === 'gone' && now.getTime() - since.getTime() >= pauseMs),
  };
}
