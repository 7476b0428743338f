import { beforeAll, expect, test } from 'vitest';
import { createPeopleDemo } from '../features/identity/accounts/demo.ts';
import { loadConfig } from '../platform/config/index.ts';
import { describeEachDatabase, type TestDatabase } from '../testing/database.ts';
import { createTestIdentity, type TestIdentity } from '../testing/identity.ts';
import { examinePeople, refuseDemoPeople } from './people-findings.ts';
import { allSettings } from './settings.ts';

const development = loadConfig(allSettings, {});
const production = loadConfig(allSettings, {
  ROLECALL_ENVIRONMENT: 'production',
  ROLECALL_SECRET: 'uT3bV9kzQ0mXr7LhYpWf2nCjE8sGd5aI',
});

describeEachDatabase('the people who may do most', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  const examine = (config = production) => examinePeople(database.query, config);

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  test('are missed, and have to prove more than a password', async () => {
    expect(await examine()).toMatchObject([
      { state: 'warning', detail: expect.stringContaining('user create') },
    ]);
    const [first, second] = [await identity.createUser('operator'), await identity.createUser('operator')];
    await identity.createUser('job_seeker');
    const now = identity.clock.now();
    const factor = { totp_secret: Buffer.from('sealed'), created_at: now };
    const add = (user_id: string, confirmed_at: Date | null) =>
      database.query
        .insertInto('second_factors')
        .values({ ...factor, user_id, confirmed_at })
        .execute();
    await add(first, now);
    await add(second, null);
    expect(await examine()).toMatchObject([
      {
        part: 'operators',
        state: 'warning',
        detail: expect.stringMatching(/^1 of 2 sign in with a password alone/),
      },
    ]);
    await database.query.updateTable('second_factors').set({ confirmed_at: now }).execute();
    expect(await examine()).toMatchObject([{ part: 'operators', state: 'ok' }]);
  });

  test('are no demo people in production, whatever a database was used for before', async () => {
    await refuseDemoPeople(database.query, production);
    const demo = createPeopleDemo(identity.accounts, identity.profiles);
    await database.transaction((tx) => demo.load(tx));
    await refuseDemoPeople(database.query, development);
    await expect(refuseDemoPeople(database.query, production)).rejects.toThrow(
      'the database has demo people (claire@demo.example, mara@demo.example, mia@demo.example, odile@demo.example, ravi@demo.example)',
    );
    expect(await examine()).toMatchObject([{ state: 'failed' }, { state: 'warning' }]);
  });
});
