import { type KindPayload, kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { checkOf, type KindCheck, type RelevanceQuestion } from '../deliveries/index.ts';
import type { IrrelevanceReason } from '../routing/index.ts';
import type { Broadcasts } from './broadcasts.ts';

type Question = RelevanceQuestion<Pick<KindPayload<'maintenance'>, 'broadcast_id'>>;

/** Keeps back what has not been sent yet of a broadcast that was stopped. */
export function broadcastChecks(broadcasts: Pick<Broadcasts, 'findStopped'>): KindCheck[] {
  async function findStoppedMessages(
    tx: Tx,
    questions: readonly Question[],
  ): Promise<ReadonlyMap<string, IrrelevanceReason>> {
    const ids = questions.flatMap(({ payload }) => payload.broadcast_id ?? []);
    const stopped = await broadcasts.findStopped(tx, [...new Set(ids)]);
    const withdrawn = questions.filter(({ payload }) => stopped.has(payload.broadcast_id ?? ''));
    return new Map(withdrawn.map(({ notificationId }) => [notificationId, 'broadcast_stopped']));
  }

  return [
    checkOf('feature_announcement', kinds.feature_announcement.payload, findStoppedMessages),
    checkOf('maintenance', kinds.maintenance.payload, findStoppedMessages),
  ];
}
