import {
  type ApplicationActor,
  type ApplicationStatus,
  allowedTransitions,
  type InterviewInput,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { achievementOfStep } from './achievements.ts';
import { insertEvent, updateStatus } from './applications.store.ts';
import type { LockedApplication } from './locked-application.ts';
import { ofAchievement, ofInterview, toApplicant, toRecruiters } from './notices.ts';
import { deletePending } from './pending.store.ts';
import type { ApplicationInterviews, CompanyMembers } from './ports.ts';

/** An application that is new or not as it was. */
export type ChangedApplication = Pick<LockedApplication, 'id' | 'user_id' | 'job_id'>;

export interface StepsDependencies {
  readonly clock: Clock;
  readonly companies: CompanyMembers;
  readonly interviews: ApplicationInterviews;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  readonly changed: TransactionEvent<ChangedApplication>;
}

/**
 * Gives a locked application another status: one row of the history, with what the other side is told of it. It takes the
 * place of a rejection that is pending.
 * @param actorId null: the account of who has decided it is gone
 */
export type TakeStep = (
  tx: Tx,
  actorId: string | null,
  application: LockedApplication,
  given: {
    readonly actor: ApplicationActor;
    readonly to: ApplicationStatus;
    readonly note: string;
    readonly interview?: InterviewInput | undefined;
  },
) => Promise<void>;

export function createTakeStep(dependencies: StepsDependencies): TakeStep {
  const { clock, companies, interviews, notifications, changed } = dependencies;
  return async (tx, actorId, application, { actor, to, note, interview }) => {
    const { id, status: from, user_id: applicant } = application;
    const allowed = allowedTransitions(from, actor);
    if (!allowed.includes(to)) {
      throw new ApplicationError('illegal_transition', { extensions: { from, allowed } });
    }
    const step = { eventId: uuidv7(), from, to, note };
    const created_at = after(application.updated_at, clock.now());
    await deletePending(tx, id);
    await updateStatus(tx, id, to, created_at);
    await insertEvent(tx, {
      id: step.eventId,
      application_id: id,
      from_status: from,
      to_status: to,
      actor,
      actor_id: actorId,
      note,
      created_at,
    });
    const invitation =
      interview === undefined
        ? null
        : await interviews.addInterview(tx, actorId, application, interview, clock.now());
    const cancelled = isFinal(to) ? await interviews.cancelInterviewsAhead(tx, id, clock.now()) : [];
    // Whoever ended it: the interviews stand in the calendar of the applicant.
    const ended = cancelled.map((one) => ofInterview(application, one, 'cancelled', ''));
    await changed.emit(tx, application);
    if (actor === 'applicant') {
      const recruiters = await companies.membersOf(tx, application.company_id);
      const told = [...toRecruiters(application, step, recruiters), ...ended];
      await notifications.notifyAll(
        tx,
        told.map((one) => ({ ...one, causedBy: actorId })),
      );
      return;
    }
    const achievement = await achievementOfStep(tx, applicant, to);
    // The last one stands above the others in the inbox.
    await notifications.notifyAll(tx, [
      ...(achievement === null ? [] : [ofAchievement(applicant, achievement)]),
      ...ended,
      toApplicant(application, step, invitation),
    ]);
  };
}

/** Whether nothing can follow this status. */
function isFinal(status: ApplicationStatus): boolean {
  return allowedTransitions(status, 'recruiter').length === 0;
}

/** Now, but behind the step before, so that the history keeps its order on nodes whose clocks differ. */
function after(before: Date, now: Date): Date {
  return now > before ? now : new Date(before.getTime() + 1);
}
