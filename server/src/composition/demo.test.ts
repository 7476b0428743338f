import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDemo, type Demo } from '../edges/demo/index.ts';
import { createCompanies } from '../features/catalog/companies/index.ts';
import { createJobsDemo } from '../features/catalog/jobs/demo.ts';
import type { Jobs } from '../features/catalog/jobs/index.ts';
import { createPeopleDemo } from '../features/identity/accounts/demo.ts';
import { demoNurse, demoSeeker } from '../features/identity/accounts/index.ts';
import { findViewer } from '../features/identity/people/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { createTestIdentity } from '../testing/identity.ts';
import { createTestJobs } from '../testing/jobs.ts';

let database: TestDatabase;
let jobs: Jobs;
let demo: Demo;
/** Who looks. */
let connected: string | undefined;
const clock = new FakeClock();

beforeAll(async () => {
  database = await createTestDatabase();
  const { accounts, profiles } = createTestIdentity(database, { clock });
  accounts.created.on(createCompanies({ clock }).accountCreated);
  jobs = createTestJobs(database, clock);
  demo = createDemo({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    parts: [createPeopleDemo(accounts, profiles), createJobsDemo(database, jobs)],
    isConnected: (userId) => userId === connected,
  });
});
afterAll(() => database.close());

test.each([demoSeeker, demoNurse])(
  'a recruiter posts while $name watches, one job after the other, each once',
  async (seeker) => {
    const countJobs = async () => (await database.query.selectFrom('jobs').select('title').execute()).length;
    await demo.load();
    await demo.load();
    const before = await countJobs();
    const userId = (await findViewer(database.query, seeker.email))?.userId;
    expect(before).toBeGreaterThan(1);

    connected = undefined;
    const posted: (string | undefined)[] = [];
    const wait = async (seconds: number) => {
      clock.advance(seconds * 1_000);
      posted.push(await demo.tick());
    };
    await wait(60);
    connected = userId;
    await wait(1);
    await wait(5);
    expect(posted).toEqual([undefined, undefined, undefined]);
    await wait(5);
    await wait(5);
    expect(posted.slice(3)).toEqual([expect.any(String), undefined]);

    connected = undefined;
    await wait(300);
    connected = userId;
    for (let round = 0; round < 10; round += 1) await wait(130);
    expect(posted.at(-1)).toBeUndefined();
    const titles = posted.filter((title) => title !== undefined);
    expect(titles.length).toBeGreaterThan(2);
    expect(new Set(titles).size).toBe(titles.length);
    expect(await countJobs()).toBe(before + titles.length);
  },
);
