import { type Base, defineModule } from '../../../composition/module.ts';
import type { Jobs } from '../../catalog/jobs/index.ts';
import type { Accounts } from '../../identity/accounts/index.ts';
import type { Profiles } from '../../identity/profiles/index.ts';
import type { Inbox, Notifications } from '../../messaging/notifications/index.ts';
import { reminderKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { reminderData } from './personal-data.ts';
import { reminderChecks } from './relevance.ts';
import {
  scheduleReminders,
  sweepRemindersTask,
  tellRemindersTask,
  workOnReminders,
} from './reminders.jobs.ts';
import { createReminders } from './reminders.ts';
import { reminderSettings } from './settings.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'config' | 'queue'> & {
  readonly notifications: Notifications;
  readonly inbox: Inbox;
  readonly profiles: Profiles;
  readonly accounts: Accounts;
  readonly jobs: Jobs;
};

export const remindersModule = defineModule({
  name: 'activity/reminders',
  migrations,
  settings: [reminderSettings],
  kinds: reminderKinds,
  tasks: [tellRemindersTask, sweepRemindersTask],
  create({ config, profiles, accounts, jobs, inbox, ...needs }: Needs) {
    const reminders = createReminders({
      ...needs,
      followUpDays: config.of(reminderSettings).followUpDays,
      async archiveProfileReminders(tx, userId) {
        const { head } = await inbox.counts(tx, userId);
        const filter = { state: 'inbox', kind: 'profile_reminder' } as const;
        await inbox.change(tx, userId, { change: 'archive', filter, up_to_seq: head });
      },
    });
    profiles.changed.on(reminders.profileChanged);
    accounts.created.on((tx, { id }) => reminders.profileChanged(tx, id));
    jobs.changed.on(reminders.jobsChanged);
    return { reminders };
  },
  brings: (parts) => ({
    work: [
      {
        register: () => workOnReminders(parts.queue, parts),
        schedule: () => scheduleReminders(parts.queue),
      },
    ],
    relevance: reminderChecks(parts.reminders),
    personalData: reminderData,
  }),
});
