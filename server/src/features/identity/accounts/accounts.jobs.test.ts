import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { createQueue } from '../../../platform/queue/index.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestIdentity, testPassword, uniqueEmail } from '../../../testing/identity.ts';
import { scheduleAccountJobs, sweepAccountsTask, workOnAccounts } from './accounts.jobs.ts';

const day = 86_400_000;
const hour = 3_600_000;

describeEachDatabase('the sweep of accounts', (open) => {
  it('removes what cannot be used any more and nothing else', async () => {
    const database = await open();
    const { accounts, clock, createUser } = createTestIdentity(database);
    const sweep = () => database.transaction((tx) => accounts.sweepExpired(tx));
    const userId = await createUser();
    const { email } = await accounts.read(database.query, userId);
    await accounts.signIn(email, testPassword);
    await database.transaction((tx) => accounts.requestPasswordReset(tx, email));
    await database.transaction((tx) => accounts.apiKeys.create(tx, userId, { name: 'a', expiresInDays: 1 }));
    await database.transaction((tx) =>
      accounts.apiKeys.create(tx, userId, { name: 'b', expiresInDays: 700 }),
    );
    const nothing = {
      sessions: 0,
      revocations: 0,
      oneTimeTokens: 0,
      attempts: 0,
      emailChanges: 0,
      apiKeys: 0,
      signingKeys: 0,
    };
    expect(await sweep()).toEqual(nothing);

    clock.advance(hour);
    expect(await sweep()).toEqual({ ...nothing, oneTimeTokens: 1 });

    clock.advance(30 * day - hour);
    const { accessToken } = await accounts.signIn(email, testPassword);
    expect(await sweep()).toEqual({ ...nothing, sessions: 1 });

    clock.advance(10 * 60_000);
    expect(await accounts.authenticate(accessToken.token)).not.toBeNull();

    clock.advance(2 * hour);
    expect(await sweep()).toEqual({ ...nothing, signingKeys: 1 });
    expect((await accounts.keySet()).keys).toHaveLength(1);

    clock.advance(day);
    expect(await sweep()).toEqual({ ...nothing, apiKeys: 1 });
    expect(await accounts.apiKeys.list(database.query, userId)).toMatchObject([{ name: 'b' }]);
  });

  it('is done by the queue, on a schedule that can be set again', async () => {
    const database = await open();
    const { accounts, clock } = createTestIdentity(database);
    const logger = pino({ level: 'silent' });
    const queue = createQueue({
      database,
      logger,
      tasks: [sweepAccountsTask],
      pollSeconds: 0.5,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    workOnAccounts(queue, { database, logger, accounts });
    await queue.start();
    try {
      await scheduleAccountJobs(queue);
      await scheduleAccountJobs(queue);
      await accounts.signUp({
        email: uniqueEmail(),
        password: testPassword,
        name: 'Ada Byron',
        role: 'job_seeker',
        time_zone: 'UTC',
        locale: 'en',
      });
      clock.advance(31 * day);
      await database.transaction((tx) => queue.enqueue(tx, sweepAccountsTask, {}));
      await vi.waitFor(
        async () =>
          expect(await database.query.selectFrom('sessions').select('id').execute()).toHaveLength(0),
        { timeout: 20_000, interval: 50 },
      );
    } finally {
      await queue.stop();
    }
  });
});
