import { type Base, defineModule } from '../../../composition/module.ts';
import type { MailEvents, MailEventsRecorded } from '../events/index.ts';
import { pruneMailTask, scheduleMailAnalyticsJobs, workOnMailAnalytics } from './analytics.jobs.ts';
import { mailAnalyticsRoutes } from './analytics.routes.ts';
import { createMailAnalytics } from './analytics.ts';
import { migrations } from './migrations.ts';

type Needs = Base<'database' | 'clock' | 'queue'> & {
  readonly mailEvents: MailEvents;
  readonly mailEventsRecorded: MailEventsRecorded;
};

export const mailAnalyticsModule = defineModule({
  name: 'mail/analytics',
  migrations,
  tasks: [pruneMailTask],
  create({ clock, mailEventsRecorded }: Needs) {
    const mailAnalytics = createMailAnalytics({ clock });
    mailEventsRecorded.on(mailAnalytics.count);
    return { mailAnalytics };
  },
  brings: (parts) => ({
    routes: mailAnalyticsRoutes(parts),
    work: [
      {
        register: () => workOnMailAnalytics(parts.queue, parts),
        schedule: () => scheduleMailAnalyticsJobs(parts.queue),
      },
    ],
  }),
});
