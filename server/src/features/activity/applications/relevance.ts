import { type ApplicationStatus, kinds } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { offerChecks } from '../../catalog/jobs/index.ts';
import { checkOf, type KindCheck } from '../../messaging/deliveries/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { findAppliedJobs, findStatuses } from './batches.store.ts';

/** A notification about an application that is about to be sent. */
export interface ApplicationQuestion {
  readonly notificationId: string;
  readonly payload: { readonly application_id: string };
}

/** A notification about a new status that is about to be sent. */
export interface StatusQuestion extends ApplicationQuestion {
  readonly payload: { readonly application_id: string; readonly new_status: ApplicationStatus };
}

/** A notification about a job that is about to be sent. */
export interface JobQuestion {
  readonly notificationId: string;
  readonly userId: string;
  readonly payload: { readonly job_id: string };
}

/** Those whose reader has applied for the job meanwhile. */
export async function findApplied(
  tx: Tx,
  questions: readonly JobQuestion[],
): Promise<ReadonlyMap<string, IrrelevanceReason>> {
  const applied = await findAppliedJobs(
    tx,
    questions.map(({ userId, payload }) => ({ user_id: userId, job_id: payload.job_id })),
  );
  const found = questions.filter(({ userId, payload }) => applied.has(`${userId} ${payload.job_id}`));
  return new Map(found.map(({ notificationId }) => [notificationId, 'already_applied']));
}

/** Those whose application was withdrawn or is gone: nobody has to be told any more that it arrived. */
export async function findWithdrawn(
  tx: Tx,
  questions: readonly ApplicationQuestion[],
): Promise<ReadonlyMap<string, IrrelevanceReason>> {
  const statuses = await statusesOf(tx, questions);
  const withdrawn = questions.filter(
    ({ payload }) => (statuses.get(payload.application_id) ?? 'withdrawn') === 'withdrawn',
  );
  return new Map(withdrawn.map(({ notificationId }) => [notificationId, 'application_withdrawn']));
}

/** Those that tell a status which the application has left meanwhile. */
export async function findSuperseded(
  tx: Tx,
  questions: readonly StatusQuestion[],
): Promise<ReadonlyMap<string, IrrelevanceReason>> {
  const statuses = await statusesOf(tx, questions);
  const found = new Map<string, IrrelevanceReason>();
  for (const { notificationId, payload } of questions) {
    const status = statuses.get(payload.application_id) ?? 'withdrawn';
    if (status === payload.new_status) continue;
    found.set(notificationId, status === 'withdrawn' ? 'application_withdrawn' : 'superseded');
  }
  return found;
}

function statusesOf(tx: Tx, questions: readonly ApplicationQuestion[]) {
  return findStatuses(tx, [...new Set(questions.map(({ payload }) => payload.application_id))]);
}

/** What applications make useless. */
export const applicationChecks: readonly KindCheck[] = [
  ...offerChecks(findApplied),
  checkOf('application_received', kinds.application_received.payload, findWithdrawn),
  checkOf('application_confirmation', kinds.application_confirmation.payload, findWithdrawn),
  checkOf('application_status_changed', kinds.application_status_changed.payload, findSuperseded),
  checkOf('offer', kinds.offer.payload, (tx, questions) => findSuperseded(tx, asStatus(questions, 'offer'))),
  checkOf('rejection', kinds.rejection.payload, (tx, questions) =>
    findSuperseded(tx, asStatus(questions, 'rejected')),
  ),
];

/** What these kinds tell, as the status that they are about. */
function asStatus(questions: readonly ApplicationQuestion[], newStatus: ApplicationStatus): StatusQuestion[] {
  return questions.map(({ notificationId, payload }) => ({
    notificationId,
    payload: { application_id: payload.application_id, new_status: newStatus },
  }));
}
