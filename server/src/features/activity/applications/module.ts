import { type Base, defineModule } from '../../../composition/module.ts';
import { createReadFlags, type Jobs } from '../../catalog/jobs/index.ts';
import type { Moderation } from '../../catalog/moderation/index.ts';
import { forgetApplicant, type Notifications } from '../../messaging/notifications/index.ts';
import type { Reminders } from '../reminders/index.ts';
import { applicationRoutes } from './applications.routes.ts';
import { createApplications } from './applications.ts';
import { closingCheck, tellOfClosingTask, workOnClosings } from './closings.ts';
import { digestFacts } from './digest-facts.ts';
import { applicationKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { createCheckNotes } from './notes.ts';
import { type ApplicationDataDependencies, applicationData } from './personal-data.store.ts';
import type {
  ApplicantSettings,
  ApplicationInterviews,
  ApplicationResumes,
  CompanyMembers,
} from './ports.ts';
import { releaseRejectionsTask, scheduleRejections, workOnRejections } from './rejections.jobs.ts';
import { applicationChecks } from './relevance.ts';
import { reassureApplicantsTask, warnApplicantsTask, warningCheck, workOnWarnings } from './warnings.ts';

type Needs = Base<'database' | 'clock' | 'queue' | 'logger' | 'setAside' | 'workers'> & {
  readonly jobs: Pick<Jobs, 'closed'>;
  readonly moderation: Pick<Moderation, 'hidden' | 'restored'>;
  readonly companies: CompanyMembers & ApplicationDataDependencies['companies'];
  readonly notifications: Notifications;
  readonly preferences: ApplicantSettings;
  readonly applicationResumes: ApplicationResumes;
  readonly applicationInterviews: ApplicationInterviews;
  readonly exportInterviews: ApplicationDataDependencies['exportInterviews'];
  readonly reminders: Pick<Reminders, 'applicationChanged'>;
};

export const applicationsModule = defineModule({
  name: 'activity/applications',
  migrations,
  kinds: applicationKinds,
  tasks: [warnApplicantsTask, reassureApplicantsTask, releaseRejectionsTask, tellOfClosingTask],
  create({
    applicationResumes,
    applicationInterviews,
    reminders,
    moderation,
    jobs,
    queue,
    workers,
    ...needs
  }: Needs) {
    const applications = createApplications({
      ...needs,
      resumes: applicationResumes,
      interviews: applicationInterviews,
    });
    applications.changed.on(reminders.applicationChanged);
    jobs.closed.on((tx, { jobId, at }) =>
      queue.enqueue(tx, tellOfClosingTask, { job_id: jobId, closed_at: at.toISOString() }),
    );
    moderation.hidden.on((tx, { jobId, at }) =>
      queue.enqueue(tx, warnApplicantsTask, { job_id: jobId, hidden_at: at.toISOString() }),
    );
    moderation.restored.on((tx, { jobId, at }) =>
      queue.enqueue(tx, reassureApplicantsTask, { job_id: jobId, restored_at: at.toISOString() }),
    );
    return {
      applications,
      checkNotes: createCheckNotes(createReadFlags(workers)),
      digestFacts: digestFacts(needs.clock),
    };
  },
  brings: (parts) => ({
    routes: applicationRoutes(parts),
    relevance: [...applicationChecks, warningCheck, closingCheck],
    work: [
      { register: () => workOnWarnings(parts.queue, parts) },
      { register: () => workOnClosings(parts.queue, parts) },
      {
        register: () => workOnRejections(parts.queue, parts),
        schedule: () => scheduleRejections(parts.queue),
      },
    ],
    personalData: applicationData({ ...parts, forgetApplicant }),
  }),
});
