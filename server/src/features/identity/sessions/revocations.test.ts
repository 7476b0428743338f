import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createInProcessBus } from '../../../platform/bus/index.ts';
import { type Database, openDatabase } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity, testPassword } from '../../../testing/identity.ts';
import { silent } from '../../../testing/logger.ts';
import { commandLine } from '../audit/index.ts';
import { createRevocations, type Revocations } from './revocations.ts';

describeEachDatabase('what has ended', (open, kind) => {
  let database: TestDatabase;
  let clock: FakeClock;
  let here: Revocations;
  let there: Revocations;

  /** Processes that hear nothing of each other but by the database. */
  const createProcess = (of: Database = database) =>
    createRevocations({ database: of, clock, logger: silent, bus: createInProcessBus({ logger: silent }) });

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => {
    clock = new FakeClock();
    here = createProcess();
    there = createProcess();
  });

  const revoke = (id: string) => database.transaction((tx) => here.revoke(tx, [id]));

  it('has ended at once where it was ended, and for others when what they know is older than a second', async () => {
    const id = uuidv7();
    expect([await here.isRevoked(id), await there.isRevoked(id)]).toEqual([false, false]);
    await revoke(id);
    expect(await here.isRevoked(id)).toBe(true);
    clock.advance(1_001);
    expect(await there.isRevoked(id)).toBe(true);
  });

  it('is told once to those who listen, by the next reading', async () => {
    const told: string[] = [];
    there.onRevoked((ids) => told.push(...ids));
    const [first, second] = [uuidv7(), uuidv7()];
    await there.poll();
    await revoke(first);
    await there.poll();
    await revoke(second);
    await there.poll();
    await there.poll();
    expect(told.filter((id) => id === first || id === second)).toEqual([first, second]);
  });

  it('has not ended when the transaction rolls back', async () => {
    const id = uuidv7();
    const work = database.transaction(async (tx) => {
      await here.revoke(tx, [id]);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    clock.advance(1_001);
    expect([await here.isRevoked(id), await there.isRevoked(id)]).toEqual([false, false]);
  });

  // The embedded database has one connection, and one process.
  if (kind === 'postgres') {
    it('is known in time though everybody else keeps all connections busy', async () => {
      const busy = await openDatabase({ kind: 'postgres', url: database.url ?? '', poolSize: 2 }, silent);
      const process = createProcess(busy);
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const holders = [0, 1].map(async () => {
        await busy.transaction(async (tx) => {
          await sql`select 1`.execute(tx);
          await released;
        });
      });
      const queued = busy.executeSql('select 1');
      const id = uuidv7();
      await revoke(id);
      clock.advance(1_001);
      expect(await process.isRevoked(id)).toBe(true);
      release();
      await Promise.all([...holders, queued]);
      await busy.close();
    });
  }

  it('lets nobody in when it cannot be read', async () => {
    const id = uuidv7();
    const broken = createProcess({
      ...database,
      get reserved(): never {
        throw new Error('no connection');
      },
    });
    await expect(broken.isRevoked(id)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describeEachDatabase('a session that ends', (open) => {
  let database: TestDatabase;
  let clock: FakeClock;
  let here: TestIdentity;
  let there: TestIdentity;

  beforeAll(async () => {
    database = await open();
    clock = new FakeClock();
    here = createTestIdentity(database, { clock });
    there = createTestIdentity(database, { clock });
  });

  type Ending = (userId: string, sessionId: string, refreshToken: string) => Promise<unknown>;
  const endings: Record<string, Ending> = {
    'a sign-out': (_userId, _sessionId, token) =>
      database.transaction((tx) => here.accounts.signOut(tx, token)),
    'a sign-out everywhere': (userId) =>
      database.transaction((tx) => here.accounts.signOutEverywhere(tx, userId)),
    'the list of sessions': (userId, sessionId) =>
      database.transaction((tx) => here.sessions.endOne(tx, userId, sessionId)),
    'a changed password': (userId) =>
      here.accounts.changePassword(userId, testPassword, 'a much better password'),
    'the end of the account': (userId) =>
      database.transaction((tx) => here.accounts.administration.shutOut(tx, userId)),
    'an operator who disables it': (userId) =>
      database.transaction((tx) => here.accounts.administration.disable(tx, commandLine, userId, 'Fraud')),
    'an operator who changes the role': (userId) =>
      database.transaction((tx) =>
        here.accounts.administration.changeRole(tx, commandLine, userId, 'operator'),
      ),
    'an operator who signs out': (userId) =>
      database.transaction((tx) => here.accounts.administration.signOutPerson(tx, commandLine, userId)),
  };

  it.each(Object.entries(endings))(
    'by %s ends its tokens and keys in another process within a second',
    async (_by, end) => {
      const userId = await here.createUser();
      const { email } = await here.accounts.read(database.query, userId);
      const { accessToken, refreshToken } = await here.accounts.signIn(email, testPassword);
      const viewer = await there.accounts.authenticate(accessToken.token);
      expect(viewer).toMatchObject({ userId });
      await end(userId, viewer?.sessionId ?? '', refreshToken);
      clock.advance(1_001);
      expect(await there.accounts.authenticate(accessToken.token)).toBeNull();
      expect(await there.accounts.verifyAccessToken(accessToken.token)).toBe('invalid');
      await expect(there.accounts.refresh(refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    },
  );

  it('by a reset takes the keys along', async () => {
    const userId = await here.createUser();
    const { email } = await here.accounts.read(database.query, userId);
    const { key } = await database.transaction((tx) =>
      here.accounts.apiKeys.create(tx, userId, { name: 'a' }),
    );
    expect(await there.accounts.authenticate(key)).toMatchObject({ userId });
    await database.transaction((tx) => here.accounts.requestPasswordReset(tx, email));
    await here.accounts.resetPassword(here.resetMails.at(-1)?.token ?? '', 'a much better password');
    clock.advance(1_001);
    expect(await there.accounts.authenticate(key)).toBeNull();
  });

  it('is no session of somebody else', async () => {
    const [owner, stranger] = [await here.createUser(), await here.createUser()];
    const { email } = await here.accounts.read(database.query, owner);
    const { accessToken } = await here.accounts.signIn(email, testPassword);
    const viewer = await here.accounts.authenticate(accessToken.token);
    const ended = await database.transaction((tx) =>
      here.sessions.endOne(tx, stranger, viewer?.sessionId ?? ''),
    );
    expect(ended).toBe(false);
    expect(await here.accounts.authenticate(accessToken.token)).not.toBeNull();
  });
});
