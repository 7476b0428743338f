import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Topics } from './topics.ts';

/** Deletes live messages that nobody can resume from any more. */
export const pruneTopicsTask = defineTask({
  name: 'topics.prune',
  payload: z.object({}),
  expireInSeconds: 300,
});

/** Registers the workers; before the queue starts. */
export function workOnTopics(
  queue: Queue,
  dependencies: {
    readonly database: Database;
    readonly logger: Logger;
    readonly topics: Pick<Topics, 'prune'>;
  },
): void {
  const { database, logger, topics } = dependencies;
  queue.work(pruneTopicsTask, async () => {
    const pruned = await database.transaction((tx) => topics.prune(tx));
    logger.debug({ pruned }, 'deleted old live messages');
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleTopicJobs(queue: Queue): Promise<void> {
  await queue.schedule(pruneTopicsTask, 'prune', '17 * * * *', 'UTC', {});
}
