import { type Base, defineModule } from '../../../../composition/module.ts';
import type { Deliveries } from '../../deliveries/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { Texts } from '../../texts/index.ts';
import type { LivePush } from '../live-push.ts';
import { inboxData } from '../personal-data.ts';
import { scheduleInboxJobs, tidyInboxesTask, wakeSnoozedTask, workOnInboxes } from './inbox.jobs.ts';
import { inboxRoutes } from './inbox.routes.ts';
import { createInbox } from './inbox.ts';
import { createInboxStreams } from './streams.ts';
import { createUpkeep } from './upkeep.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'queue' | 'reasons'> & {
  readonly recipients: Recipients;
  readonly texts: Texts;
  readonly livePush: LivePush;
  readonly deliveries: Deliveries;
};

export const inboxModule = defineModule({
  name: 'messaging/inbox',
  tasks: [wakeSnoozedTask, tidyInboxesTask],
  create: (needs: Needs) => ({
    inbox: createInbox({ ...needs, cancelDeliveries: needs.deliveries.cancel }),
    streams: createInboxStreams(needs),
    upkeep: createUpkeep(needs),
  }),
  brings: (parts) => ({
    routes: inboxRoutes(parts),
    personalData: inboxData,
    work: [
      {
        register: () => workOnInboxes(parts.queue, parts),
        schedule: () => scheduleInboxJobs(parts.queue),
      },
    ],
  }),
});
