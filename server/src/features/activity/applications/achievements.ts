import type { Achievement, ApplicationStatus } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { countOwn, countReached } from './figures.store.ts';

/** What a person has reached by the application that was just written; null mostly. */
export async function achievementOfApplying(tx: Tx, userId: string): Promise<Achievement | null> {
  const count = await countOwn(tx, userId, 11);
  if (count === 1) return 'first_application';
  return count === 10 ? 'ten_applications' : null;
}

/** What a person has reached by a step of an application that was just written; null mostly. */
export async function achievementOfStep(
  tx: Tx,
  userId: string,
  status: ApplicationStatus,
): Promise<Achievement | null> {
  if (status !== 'interview' && status !== 'offer') return null;
  if ((await countReached(tx, userId, status, 2)) !== 1) return null;
  return status === 'interview' ? 'first_interview' : 'first_offer';
}
