import { z } from 'zod';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Reminders } from './reminders.ts';

/** Tells what people are to be reminded of now. */
export const tellRemindersTask = defineTask({
  name: 'reminders.tell',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 300,
});

/** Makes up for reminders that are missing. */
export const sweepRemindersTask = defineTask({
  name: 'reminders.sweep',
  payload: z.object({}),
  retryLimit: 0,
  expireInSeconds: 1_800,
});

export interface ReminderWorkDependencies {
  readonly logger: Logger;
  readonly reminders: Pick<Reminders, 'notifyDue' | 'sweep'>;
}

/** Registers the workers; before the queue starts. */
export function workOnReminders(queue: Queue, { logger, reminders }: ReminderWorkDependencies): void {
  queue.work(tellRemindersTask, async () => {
    const told = await reminders.notifyDue();
    if (told > 0) logger.info({ told }, 'reminded people');
  });
  queue.work(sweepRemindersTask, () => reminders.sweep());
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleReminders(queue: Queue): Promise<void> {
  await queue.schedule(tellRemindersTask, 'tell', '* * * * *', 'UTC', {});
  await queue.schedule(sweepRemindersTask, 'sweep', '41 * * * *', 'UTC', {});
}
