import type { ApplicationStatus, InterviewEvent } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { selectAppliedJobs, selectStatuses } from './applications.store.ts';
import { selectStandings } from './interviews.store.ts';

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
  const applied = await selectAppliedJobs(
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
  const found = new Map<string, IrrelevanceReason>();
  for (const { notificationId, payload } of questions) {
    const now = standings.get(payload.interview_id);
    if (now === undefined || now.application_status === 'withdrawn') {
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
  return selectStatuses(tx, [...new Set(questions.map(({ payload }) => payload.application_id))]);
}
