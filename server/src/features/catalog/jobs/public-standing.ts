import type { JobRow } from './rows.ts';

/**
 * How a posting stands beyond this instance. `advertised`: search engines, feeds and previews of links may tell of it; `shown`:
 * who comes by sees it, and it is told to nobody; `closed`: it takes no more applications.
 */
export type PublicStanding = 'advertised' | 'shown' | 'closed';

/**
 * Decides it, for the pages of a job, the sitemap and the feeds alike; `isAdvertised` of the store says the same in SQL. What
 * nobody has vouched for, what is kept back, and what an operator has yet to look at is not advertised.
 */
export function publicStanding(
  job: Pick<JobRow, 'status' | 'deadline_at' | 'hold' | 'review' | 'company_trust'>,
  now: Date,
): PublicStanding {
  if (job.status === 'closed' || (job.deadline_at !== null && job.deadline_at <= now)) return 'closed';
  const isHeld = job.hold !== 'none' || job.review === 'flagged' || job.review === 'hidden';
  return isHeld || job.company_trust === 'unverified' ? 'shown' : 'advertised';
}
