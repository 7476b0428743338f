import { type Base, defineModule } from '../../../composition/module.ts';
import { migrations } from './migrations.ts';
import { pruneTopicsTask, scheduleTopicJobs, workOnTopics } from './topics.jobs.ts';
import { createTopics } from './topics.ts';

export const topicsModule = defineModule({
  name: 'messaging/topics',
  migrations,
  tasks: [pruneTopicsTask],
  create: ({ publisher, ...needs }: Base<'database' | 'clock' | 'logger' | 'queue' | 'publisher'>) => ({
    topics: createTopics({ ...needs, push: publisher }),
  }),
  brings: (parts) => ({
    work: [
      {
        register: () => workOnTopics(parts.queue, parts),
        schedule: () => scheduleTopicJobs(parts.queue),
      },
    ],
  }),
});
