import { type Base, defineModule } from '../../../composition/module.ts';
import { countAudience, listAudience, sampleAudience } from '../../identity/audiences/index.ts';
import { findViewer } from '../../identity/people/index.ts';
import type { Events } from '../events/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Recipients } from '../recipients/index.ts';
import type { Texts } from '../texts/index.ts';
import type { Audiences } from './audiences.ts';
import {
  createBroadcastWork,
  runBroadcastTask,
  scheduleBroadcastJobs,
  sweepBroadcastsTask,
  workOnBroadcasts,
} from './broadcasts.jobs.ts';
import { broadcastRoutes } from './broadcasts.routes.ts';
import { createBroadcasts } from './broadcasts.ts';
import { broadcastKinds } from './kinds/index.ts';
import { createLiveProgress } from './live-progress.ts';
import { migrations } from './migrations.ts';
import { broadcastData } from './personal-data.ts';
import { createPreviews, type MailPreviews } from './preview.ts';
import { broadcastChecks } from './relevance.ts';
import { createBroadcastRunner } from './runner.ts';
import { createSteps } from './steps.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'queue' | 'setAside'> & {
  readonly recipients: Recipients;
  readonly notifications: Notifications;
  readonly events: Events;
  readonly texts: Texts;
  readonly mailPreviews: MailPreviews;
};

/** People in a batch: large enough to be fast, and over soon enough for those who wait for the one connection. */
const batchSizes = { postgres: 1_000, embedded: 500 } as const;

export const broadcastsModule = defineModule({
  name: 'messaging/broadcasts',
  migrations,
  kinds: broadcastKinds,
  tasks: [runBroadcastTask, sweepBroadcastsTask],
  create(needs: Needs) {
    const audiences: Audiences = { count: countAudience, list: listAudience, sample: sampleAudience };
    const work = createBroadcastWork(needs.queue);
    const live = createLiveProgress(needs);
    const steps = createSteps({ ...needs, audiences, work, live });
    const people = needs.metrics.counter({
      name: 'rolecall_broadcast_people_total',
      help: 'People whose turn has come in a broadcast',
    });
    return {
      broadcasts: createBroadcasts({ ...needs, accounts: { findViewer }, audiences, steps, work }),
      broadcastPreviews: createPreviews({ ...needs, mails: needs.mailPreviews }),
      broadcastRunner: createBroadcastRunner({
        ...needs,
        audiences,
        steps,
        live,
        onPeople: (count) => people.inc(count),
        batchSize: batchSizes[needs.database.kind],
      }),
    };
  },
  brings: (parts) => ({
    routes: broadcastRoutes(parts),
    work: [
      {
        register: () =>
          workOnBroadcasts(parts.queue, { database: parts.database, runner: parts.broadcastRunner }),
        schedule: () => scheduleBroadcastJobs(parts.queue),
      },
    ],
    relevance: broadcastChecks(parts.broadcasts),
    personalData: broadcastData,
  }),
});
