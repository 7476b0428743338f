import type { JobStaleness, LinkFinding, StaleReason } from '@rolecall/contract';

const dayMs = 86_400_000;
/** A job that is open for longer is unusual; half a year is what search engines drop postings after. */
const oldAfterMs = 180 * dayMs;
/** Posted so many times, over so long, without a change. */
const manyTimes = 4;
const manyTimesOverMs = 90 * dayMs;
/** A snapshot that was not read for so long confirms nothing. */
const unseenAfterMs = 30 * dayMs;
/** So many attempts in a row have to fail, on different days, before that says something. */
const failuresThatCount = 3;

/** When the source of a job has last said that there is it. */
export interface Sighting {
  readonly seenAt: Date;
  /** Whether the source lists all that is open, so that what it has no more is closed. */
  readonly seesAll: boolean;
}

export interface LinkState {
  readonly finding: LinkFinding | null;
  readonly failures: number;
  readonly checkedAt: Date | null;
}

const ofFinding: ReadonlyMap<LinkFinding, StaleReason> = new Map([
  ['gone', 'link_dead'],
  ['redirected', 'link_redirected'],
  ['says_closed', 'link_says_closed'],
  ['without_title', 'link_without_title'],
]);

/** Whether an open job is probably stale, and why; what its link says alone never closes it. */
export function judge(facts: {
  readonly firstPostedAt: Date;
  readonly timesPosted: number;
  readonly publishedAt: Date;
  /** Null: a recruiter has posted it. */
  readonly sighting: Sighting | null;
  readonly link: LinkState | null;
  readonly now: Date;
}): JobStaleness | null {
  const { firstPostedAt, timesPosted, sighting, link } = facts;
  const now = facts.now.getTime();
  const since = Math.min(firstPostedAt.getTime(), facts.publishedAt.getTime());
  const reasons: StaleReason[] = [];
  if (now - since > oldAfterMs) reasons.push('old');
  if (timesPosted >= manyTimes && now - since > manyTimesOverMs) reasons.push('reposted');
  const isConfirmed = link?.finding === 'open' && now - (link.checkedAt?.getTime() ?? 0) < unseenAfterMs;
  if (sighting !== null && now - sighting.seenAt.getTime() > unseenAfterMs && !isConfirmed) {
    reasons.push('unseen');
  }
  const told = link?.finding == null ? undefined : ofFinding.get(link.finding);
  if (told !== undefined) reasons.push(told);
  else if ((link?.failures ?? 0) >= failuresThatCount) reasons.push('link_unreachable');
  if (reasons.length === 0) return null;
  return {
    reasons,
    first_posted_at: new Date(since).toISOString(),
    times_posted: timesPosted,
    checked_at: link?.checkedAt?.toISOString() ?? null,
  };
}

/** A job that its source has shown so lately needs no look at its link. */
const lately = { snapshot: 3 * dayMs, increment: 7 * dayMs } as const;

/** Whether the source of a job has not shown it lately, or cannot tell. */
export function wantsLook({ seenAt, seesAll }: Sighting, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > (seesAll ? lately.snapshot : lately.increment);
}
