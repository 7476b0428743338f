import type { Tx } from '../../../platform/db/index.ts';
import type { DigestPeriod, JobOfPerson, JobStanding } from '../../messaging/digests/index.ts';
import { countPublishedJobs, findJobStandings } from '../jobs/index.ts';
import { countMatches, selectScores } from './matching.store.ts';

/** What the catalogue tells for digests: new jobs and new matches of job seekers, in the order of the periods. */
export async function countNewJobs(
  tx: Tx,
  periods: readonly DigestPeriod[],
): Promise<readonly { readonly new_jobs: number; readonly new_matches: number }[]> {
  const matches = await countMatches(tx, periods);
  // People whose digests go out together share their period to the minute, so few of them are counted.
  const minutes = new Map(periods.map((period) => [minutesOf(period), toMinutes(period)]));
  const counts = await countPublishedJobs(tx, [...minutes.values()]);
  const published = new Map([...minutes.keys()].map((key, index) => [key, counts[index] ?? 0]));
  return periods.map((period, index) =>
    period.role === 'job_seeker'
      ? { new_jobs: published.get(minutesOf(period)) ?? 0, new_matches: matches[index] ?? 0 }
      : { new_jobs: 0, new_matches: 0 },
  );
}

/** How jobs stand for people, in the order of the questions; null: the job is gone. */
export async function standingsOf(
  tx: Tx,
  questions: readonly JobOfPerson[],
  now: Date,
): Promise<(JobStanding | null)[]> {
  const jobs = await findJobStandings(
    tx,
    questions.map(({ jobId }) => jobId),
    now,
  );
  const scores = await selectScores(
    tx,
    questions.flatMap(({ userId, jobId }) => {
      const cluster_id = jobs.get(jobId)?.cluster_id;
      return cluster_id === undefined ? [] : [{ user_id: userId, cluster_id }];
    }),
  );
  return questions.map(({ userId, jobId }) => {
    const job = jobs.get(jobId);
    if (job === undefined) return null;
    const score = scores.get(`${userId} ${job.cluster_id}`) ?? null;
    return { state: job.state, deadlineAt: job.deadline_at, score };
  });
}

const minute = 60_000;
const floor = (moment: Date) => new Date(Math.floor(moment.getTime() / minute) * minute);

function toMinutes({ from, until }: DigestPeriod) {
  return { from: floor(from), until: floor(until) };
}

function minutesOf(period: DigestPeriod): string {
  const { from, until } = toMinutes(period);
  return `${from.getTime()} ${until.getTime()}`;
}
