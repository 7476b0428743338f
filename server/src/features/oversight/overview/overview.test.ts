import { expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createOverview } from './index.ts';

describeEachDatabase('the overview of an instance', (open) => {
  test('is all zeros at first, counts what is there, and is counted anew after a second', async () => {
    const database = await open();
    const clock = new FakeClock();
    const overview = createOverview({
      database,
      clock,
      countConnections: async () => 3,
      readQueues: async () => [],
    });
    expect(await overview.read()).toEqual({
      people: { job_seeker: 0, recruiter: 0, operator: 0 },
      jobs: { open: 0, closed: 0, unmatched: 0 },
      applications: 0,
      notifications: 0,
      deliveries: [],
      connections: 3,
      queues: [],
    });

    await database.query
      .insertInto('users')
      .values({
        id: '0198c000-0000-7000-8000-000000000001',
        name: 'A',
        email: 'a@example.org',
        email_verified: true,
        role: 'operator',
        created_at: clock.now(),
        updated_at: clock.now(),
      })
      .execute();
    clock.advance(1_000);
    expect((await overview.read()).people).toEqual({ job_seeker: 0, recruiter: 0, operator: 1 });
  });
});
