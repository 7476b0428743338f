import type { Tx } from '../../../platform/db/index.ts';
import type { DigestPeriod, JobOfPerson } from '../../messaging/digests/index.ts';
import { countActivity, selectAppliedJobs } from './applications.store.ts';

/** Applications that people made or received in the period and changes of their status, in the order of the periods. */
export async function countApplicationActivity(
  tx: Tx,
  periods: readonly DigestPeriod[],
): Promise<readonly { readonly applications: number; readonly application_changes: number }[]> {
  return countActivity(tx, periods);
}

/** For each question whether the person has applied for the job. */
export async function haveApplied(tx: Tx, questions: readonly JobOfPerson[]): Promise<readonly boolean[]> {
  const pairs = questions.map(({ userId, jobId }) => ({ user_id: userId, job_id: jobId }));
  const applied = await selectAppliedJobs(tx, pairs);
  return questions.map(({ userId, jobId }) => applied.has(`${userId} ${jobId}`));
}
