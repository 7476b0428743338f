import { idSchema, type Kind } from '@rolecall/contract';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { checkOf, type KindCheck } from '../../messaging/deliveries/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';

/** Kinds that lead a person to one job. */
const offerKinds: readonly Kind[] = [
  'job_posted',
  'job_alert',
  'match_score_calculated',
  'skill_match',
  'salary_alert',
  'job_deadline_reminder',
];

/** A notification that leads to a job and is about to be sent. */
export interface OfferQuestion {
  readonly notificationId: string;
  readonly userId: string;
  readonly payload: { readonly job_id: string };
}

const offerPayload = z.object({ job_id: idSchema });

/** The same check for every kind that leads to a job. */
export function offerChecks(
  check: (tx: Tx, questions: readonly OfferQuestion[]) => Promise<ReadonlyMap<string, IrrelevanceReason>>,
): KindCheck[] {
  return offerKinds.map((kind) => checkOf(kind, offerPayload, check));
}
