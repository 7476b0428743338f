import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Viewer } from '../../platform/http/index.ts';
import { FakeClock } from '../../testing/clock.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { comingJobs, recruiter, seeker } from './content.ts';
import { createDemo } from './index.ts';

const viewers: Readonly<Record<string, Viewer>> = {
  [seeker.email]: { userId: 'seeker', role: 'job_seeker', sessionId: null },
  [recruiter.email]: { userId: 'recruiter', role: 'recruiter', sessionId: null },
};

test('the recruiter posts while the job seeker watches, one job after the other, each once', async () => {
  const database = await createTestDatabase();
  const clock = new FakeClock();
  const titles: string[] = [];
  let connected = false;
  const demo = createDemo({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    createPerson: async () => 'unused',
    findPerson: async (_tx, email) => viewers[email],
    updateProfile: async () => undefined,
    postJob: async (_tx, _viewer, job) => titles.push(job.title),
    listTitles: async () => titles,
    ingestFeed: async () => undefined,
    isConnected: (userId) => connected && userId === 'seeker',
  });
  try {
    const posted: (string | undefined)[] = [];
    const wait = async (seconds: number) => {
      clock.advance(seconds * 1_000);
      posted.push(await demo.tick());
    };
    await wait(60);
    connected = true;
    await wait(1);
    await wait(5);
    expect(posted).toEqual([undefined, undefined, undefined]);
    await wait(5);
    await wait(5);
    expect(posted.slice(3)).toEqual([comingJobs[0]?.title, undefined]);

    connected = false;
    await wait(300);
    connected = true;
    for (let round = 0; round < comingJobs.length + 2; round += 1) await wait(130);
    expect(titles).toEqual(comingJobs.map(({ title }) => title));
  } finally {
    await database.close();
  }
});
