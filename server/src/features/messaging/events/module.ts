import { type Base, defineModule } from '../../../composition/module.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Topics } from '../topics/index.ts';
import { forgetKeysTask, scheduleEventJobs, workOnEvents } from './events.jobs.ts';
import { eventRoutes } from './events.routes.ts';
import { createEvents } from './events.ts';
import { eventKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { eventData } from './personal-data.ts';

type Needs = Base<'database' | 'clock' | 'queue' | 'publisher'> & {
  readonly notifications: Notifications;
  readonly topics: Topics;
};

export const eventsModule = defineModule({
  name: 'messaging/events',
  migrations,
  kinds: eventKinds,
  tasks: [forgetKeysTask],
  create: ({ publisher, ...needs }: Needs) => ({ events: createEvents({ ...needs, live: publisher }) }),
  brings: (parts) => ({
    routes: eventRoutes(parts),
    work: [
      {
        register: () => workOnEvents(parts.queue, parts),
        schedule: () => scheduleEventJobs(parts.queue),
      },
    ],
    // Tasks tell people things too, so what was taken is written when they have stopped.
    services: [{ name: 'events', start: async () => parts.events.close }],
    personalData: eventData,
  }),
});
