import { type DigestChange, type DigestEntry, kindSchema, kinds } from '@rolecall/contract';
import type { JobStanding } from './facts.ts';

/** A job that the last digest told of. */
export interface ToldJob {
  readonly job_id: string;
  readonly job_title: string;
  readonly company_name: string;
  /** How well it fitted, in percent, as far as the digest said so. */
  readonly score: number | null;
}

const mostChanges = 5;
/** A deadline is near from three days before it on. */
const nearMs = 3 * 86_400_000;
/** A score that moved by less, in points, is no news. */
const worthyPoints = 5;

/** The jobs of a digest's entries, each once, the best first. */
export function toldJobs(entries: readonly DigestEntry[]): ToldJob[] {
  const jobs = new Map<string, ToldJob>();
  for (const { kind, payload } of entries) {
    const known = kindSchema.safeParse(kind);
    const { job_id, job_title, company_name, score } = payload;
    if (!known.success || kinds[known.data].category !== 'jobs') continue;
    if (typeof job_id !== 'string' || typeof job_title !== 'string' || typeof company_name !== 'string')
      continue;
    if (!jobs.has(job_id)) {
      jobs.set(job_id, { job_id, job_title, company_name, score: typeof score === 'number' ? score : null });
    }
  }
  return [...jobs.values()];
}

/**
 * What has become of the jobs of the last digest: closed, out of sight for now, soon over, or fitting otherwise than it said. One thing for
 * each job, and nothing of those that this digest tells of anyway.
 *
 * @param standings how the jobs stand now, in their order; null: there is nothing to tell of it
 */
export function changesSince(
  jobs: readonly ToldJob[],
  standings: readonly (JobStanding | null)[],
  toldNow: ReadonlySet<string>,
  now: Date,
): DigestChange[] {
  const changes = jobs.flatMap(({ score, ...job }, index): DigestChange[] => {
    const standing = standings[index] ?? null;
    if (standing === null || toldNow.has(job.job_id)) return [];
    const { state, deadlineAt } = standing;
    if (state === 'closed') return [{ change: 'job_closed', ...job }];
    if (state === 'hidden') return [{ change: 'job_held', ...job }];
    if (state === 'quiet') return [];
    if (deadlineAt !== null && deadlineAt > now && deadlineAt.getTime() - now.getTime() <= nearMs) {
      return [{ change: 'deadline_near', ...job, deadline_at: deadlineAt.toISOString() }];
    }
    if (score === null || standing.score === null) return [];
    if (Math.abs(standing.score - score) < worthyPoints) return [];
    return [{ change: 'score_changed', ...job, score: standing.score, previous_score: score }];
  });
  return changes.slice(0, mostChanges);
}
