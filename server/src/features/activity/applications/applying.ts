import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { companyMarkOf, holdJob, type JobBrief, takesApplications } from '../../catalog/jobs/index.ts';
import { assertAddressVerified, findPeople } from '../../identity/people/index.ts';
import type { AnyNotification, Notifications } from '../../messaging/notifications/index.ts';
import { achievementOfApplying } from './achievements.ts';
import { applicationOf, insertApplication, insertEvent } from './applications.store.ts';
import { ofAchievement, subjectOf } from './notices.ts';
import type { ApplicationResumes, CompanyMembers } from './ports.ts';
import type { ChangedApplication } from './steps.ts';

export interface ApplyingDependencies {
  readonly clock: Clock;
  readonly companies: CompanyMembers;
  readonly resumes: ApplicationResumes;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
  readonly changed: TransactionEvent<ChangedApplication>;
}

/** Applies for a job. */
export type Apply = (
  tx: Tx,
  viewer: Viewer,
  jobId: string,
  input: { readonly note: string; readonly resume_id?: string | undefined },
) => Promise<string>;

export function createApply({
  clock,
  companies,
  resumes,
  notifications,
  changed,
}: ApplyingDependencies): Apply {
  /** Both sides of a new application are told in one call, so that inboxes are locked in one order. */
  async function announcements(
    tx: Tx,
    viewer: Viewer,
    job: JobBrief,
    applicationId: string,
  ): Promise<AnyNotification[]> {
    const about = { application_id: applicationId, job_id: job.id, job_title: job.title };
    const subject = subjectOf({ id: applicationId });
    const recruiters = await companies.membersOf(tx, job.company_id);
    const applicant = (await findPeople(tx, [viewer.userId])).get(viewer.userId);
    const achievement = await achievementOfApplying(tx, viewer.userId);
    return [
      {
        kind: 'application_confirmation',
        userId: viewer.userId,
        dedupeKey: `application_confirmation:${applicationId}`,
        subject,
        payload: { ...about, company_name: job.company_name, ...companyMarkOf(job) },
      },
      ...recruiters.map(
        (userId): AnyNotification => ({
          kind: 'application_received',
          userId,
          dedupeKey: `application_received:${applicationId}`,
          subject,
          payload: { ...about, applicant_name: applicant?.name ?? '' },
        }),
      ),
      ...(achievement === null ? [] : [ofAchievement(viewer.userId, achievement)]),
    ];
  }

  return async (tx, viewer, jobId, { note, resume_id }) => {
    await assertAddressVerified(tx, viewer.userId);
    const job = await holdJob(tx, jobId);
    if (job === undefined) throw new ApplicationError('not_found');
    assertTakesApplications(job, clock.now());
    if (resume_id !== undefined && !(await resumes.holdResume(tx, resume_id, viewer.userId))) {
      throw new ApplicationError('invalid_request', {
        fields: [{ path: 'resume_id', message: 'must be one of your résumés' }],
      });
    }
    const id = uuidv7();
    const now = clock.now();
    const isFirst = await insertApplication(tx, {
      id,
      job_id: jobId,
      user_id: viewer.userId,
      company_id: job.company_id,
      resume_id: resume_id ?? null,
      status: 'submitted',
      note,
      created_at: now,
      updated_at: now,
    });
    if (!isFirst) {
      const application_id = await applicationOf(tx, viewer.userId, jobId);
      throw new ApplicationError('already_applied', {
        extensions: application_id === null ? {} : { application_id },
      });
    }
    await insertEvent(tx, {
      id: uuidv7(),
      application_id: id,
      from_status: null,
      to_status: 'submitted',
      actor: 'applicant',
      actor_id: viewer.userId,
      note: '',
      created_at: now,
    });
    await changed.emit(tx, { id, user_id: viewer.userId, job_id: jobId });
    const told = await announcements(tx, viewer, job, id);
    await notifications.notifyAll(
      tx,
      told.map((one) => ({ ...one, causedBy: viewer.userId })),
    );
    return id;
  };
}

function assertTakesApplications(job: JobBrief, now: Date): void {
  if (job.source_id !== null || job.apply_url !== null) {
    throw new ApplicationError('job_applies_elsewhere', {
      extensions: job.apply_url === null ? {} : { apply_url: job.apply_url },
    });
  }
  if (!takesApplications(job, now)) throw new ApplicationError('job_closed');
}
