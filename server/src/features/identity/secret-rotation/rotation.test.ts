import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { createQueue } from '../../../platform/queue/index.ts';
import type { SealedRows } from '../../../platform/secret/index.ts';
import { createTestDatabase } from '../../../testing/database.ts';
import { createRotation } from './index.ts';
import { resealTask, scheduleRotation, workOnRotation } from './rotation.jobs.ts';

/** Rows `0`, `1` and so on, each of which is a page of its own; notes where it was asked to go on. */
function pages(count: number, asked: string[]): SealedRows {
  return {
    name: `${count} pages`,
    async reseal(_tx, _secret, { after }) {
      asked.push(`${count} after ${after}`);
      const next = after === null ? 0 : Number(after) + 1;
      return { last: next < count - 1 ? String(next) : null, old: 1, lost: 0 };
    },
  };
}

test('a process with a secret of before looks at all that is sealed, a step at a time', async () => {
  const database = await createTestDatabase();
  const logger = pino({ level: 'silent' });
  const asked: string[] = [];
  const secret = { current: 'new', previous: ['old'], kept: new Map() };
  const queue = createQueue({
    ...{ database, logger, tasks: [resealTask], pollSeconds: 0.5 },
    ...(database.url === undefined ? {} : { postgresUrl: database.url }),
  });
  const work = { queue, database, secret };
  workOnRotation(work, createRotation({ sealed: [pages(3, asked), pages(1, asked)], secret, logger }));
  await queue.start();
  await scheduleRotation(work);
  await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(4), { timeout: 20_000, interval: 20 });
  await queue.stop();
  await database.close();
  expect(asked).toEqual(['3 after null', '3 after 0', '3 after 1', '1 after null']);
});
