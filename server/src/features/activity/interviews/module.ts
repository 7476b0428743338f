import { type Base, defineModule } from '../../../composition/module.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import type { Applications, CheckNotes } from '../applications/index.ts';
import type { Reminders } from '../reminders/index.ts';
import { interviewRoutes } from './interviews.routes.ts';
import { createInterviews } from './interviews.ts';
import { interviewKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { exportInterviews, interviewData } from './personal-data.store.ts';
import { interviewChecks } from './relevance.ts';
import { applicationInterviews } from './rows.ts';

/** What applications ask of their interviews. */
export const applicationInterviewsModule = defineModule({
  name: 'activity/interviews',
  create: () => ({ applicationInterviews, exportInterviews }),
});

type Needs = Base<'database' | 'clock'> & {
  readonly applications: Applications;
  readonly checkNotes: CheckNotes;
  readonly notifications: Notifications;
  readonly reminders: Pick<Reminders, 'applicationChanged'>;
};

export const interviewsModule = defineModule({
  name: 'activity/interviews',
  migrations,
  kinds: interviewKinds,
  create({ reminders, ...needs }: Needs) {
    const interviews = createInterviews(needs);
    interviews.changed.on(reminders.applicationChanged);
    return { interviews };
  },
  brings: (parts) => ({
    routes: interviewRoutes(parts),
    relevance: interviewChecks,
    personalData: interviewData,
  }),
});
