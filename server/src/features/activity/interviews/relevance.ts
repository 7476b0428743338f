import { type InterviewEvent, kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { checkOf, type KindCheck } from '../../messaging/deliveries/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { findStatuses } from '../applications/index.ts';
import { selectStandings } from './interviews.store.ts';

/** A notification about an interview that is about to be sent. */
export interface InterviewQuestion {
  readonly notificationId: string;
  readonly payload: {
    readonly interview_id: string;
    readonly starts_at: string;
    readonly place: string;
    readonly event?: InterviewEvent | undefined;
  };
}

/** Those that tell of an interview what is not so any more. */
export async function findOutdatedInvitations(
  tx: Tx,
  questions: readonly InterviewQuestion[],
): Promise<ReadonlyMap<string, IrrelevanceReason>> {
  const ids = new Set(questions.map(({ payload }) => payload.interview_id));
  const standings = new Map((await selectStandings(tx, [...ids])).map((row) => [row.id, row]));
  const applicationIds = new Set([...standings.values()].map(({ application_id }) => application_id));
  const statuses = await findStatuses(tx, [...applicationIds]);
  const found = new Map<string, IrrelevanceReason>();
  for (const { notificationId, payload } of questions) {
    const now = standings.get(payload.interview_id);
    const isWithdrawn =
      now === undefined || (statuses.get(now.application_id) ?? 'withdrawn') === 'withdrawn';
    // That an interview is cancelled matters to a calendar however the application has ended.
    if (now === undefined || (isWithdrawn && payload.event !== 'cancelled')) {
      found.set(notificationId, 'application_withdrawn');
    } else if (
      (now.status === 'cancelled') !== (payload.event === 'cancelled') ||
      now.starts_at.getTime() !== Date.parse(payload.starts_at) ||
      now.place !== payload.place
    ) {
      found.set(notificationId, 'superseded');
    }
  }
  return found;
}

export const interviewChecks: readonly KindCheck[] = [
  checkOf('interview_invitation', kinds.interview_invitation.payload, findOutdatedInvitations),
];
