import { apiKeyScopes } from '@rolecall/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity } from '../../../testing/identity.ts';

const day = 86_400_000;

describeEachDatabase('API keys', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  const create = (userId: string, expiresInDays?: number) =>
    database.transaction((tx) =>
      identity.accounts.apiKeys.create(tx, userId, { name: 'nightly export', expiresInDays }),
    );
  const revoke = (userId: string, id: string) =>
    database.transaction((tx) => identity.accounts.apiKeys.revoke(tx, userId, id));
  const list = (userId: string) => identity.accounts.apiKeys.list(database.query, userId);

  it('act as their owner', async () => {
    const userId = await identity.createUser('recruiter');
    const { key } = await create(userId);
    expect(key).toMatch(/^rk_[\w-]{43}$/);
    expect(await identity.accounts.authenticate(key)).toEqual({
      ...{ userId, role: 'recruiter', sessionId: null },
      apiKey: { id: expect.any(String), scopes: new Set(apiKeyScopes) },
    });
  });

  it('are shown once and kept as a hash', async () => {
    const userId = await identity.createUser();
    const { key, ...shown } = await create(userId, 7);
    expect(await list(userId)).toEqual([shown]);
    expect(shown).toEqual({
      id: expect.any(String),
      name: 'nightly export',
      prefix: key.slice(0, 9),
      scopes: [...apiKeyScopes],
      created_at: identity.clock.now().toISOString(),
      expires_at: new Date(identity.clock.now().getTime() + 7 * day).toISOString(),
      last_used_at: null,
    });
    const row = await database.query
      .selectFrom('api_keys')
      .selectAll()
      .where('id', '=', shown.id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(key);
    expect(identity.securityChanges).toContain(`api_key_created ${userId}`);
  });

  it.each(['rk_', 'rk_unknown', `rk_${'A'.repeat(43)}`])(
    'that nobody has made are refused: %s',
    async (key) => {
      expect(await identity.accounts.authenticate(key)).toBeNull();
    },
  );

  it('run out', async () => {
    const userId = await identity.createUser();
    const { key } = await create(userId, 1);
    identity.clock.advance(day - 1);
    expect(await identity.accounts.authenticate(key)).not.toBeNull();
    identity.clock.advance(1);
    expect(await identity.accounts.authenticate(key)).toBeNull();
    expect(await list(userId)).toEqual([]);
  });

  it('are revoked for good', async () => {
    const userId = await identity.createUser();
    const { id, key } = await create(userId);
    await revoke(userId, id);
    expect(await identity.accounts.authenticate(key)).toBeNull();
    expect(await list(userId)).toEqual([]);
    await expect(revoke(userId, id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of another person can be neither seen nor revoked', async () => {
    const owner = await identity.createUser();
    const stranger = await identity.createUser('operator');
    const { id, key } = await create(owner);
    expect(await list(stranger)).toEqual([]);
    await expect(revoke(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await identity.accounts.authenticate(key)).not.toBeNull();
  });

  it('are each looked up for whom they belong to, when many calls come in together', async () => {
    const owners = [await identity.createUser(), await identity.createUser('operator')];
    const keys = await Promise.all(owners.map(async (userId) => (await create(userId)).key));
    const calls = [...keys, 'rk_unknown', ...keys, ...keys];
    const viewers = await Promise.all(calls.map((key) => identity.accounts.authenticate(key)));
    const [seeker, operator] = owners;
    const pair = [
      { userId: seeker, role: 'job_seeker' },
      { userId: operator, role: 'operator' },
    ];
    expect(viewers).toMatchObject([...pair, null, ...pair, ...pair]);
  });

  it('let nobody in who comes after the revocation, however many come at the same time', async () => {
    const userId = await identity.createUser();
    const { id, key } = await create(userId);
    const before = Array.from({ length: 50 }, () => identity.accounts.authenticate(key));
    await revoke(userId, id);
    const after = Array.from({ length: 50 }, () => identity.accounts.authenticate(key));
    expect(new Set(await Promise.all(after))).toEqual(new Set([null]));
    await Promise.all(before);
  });

  it('that another process has revoked are let in for a second at the most', async () => {
    const other = createTestIdentity(database, { clock: identity.clock });
    const userId = await identity.createUser();
    const { id, key } = await create(userId);
    const known = await identity.accounts.authenticate(key);
    await database.transaction((tx) => other.accounts.apiKeys.revoke(tx, userId, id));
    expect(await identity.accounts.authenticate(key)).toEqual(known);
    identity.clock.advance(1_000);
    expect(await identity.accounts.authenticate(key)).toBeNull();
  });

  it('are looked up again before the second is over, while they are used', async () => {
    const other = createTestIdentity(database, { clock: identity.clock });
    const userId = await identity.createUser();
    const { id, key } = await create(userId);
    const known = await identity.accounts.authenticate(key);
    await database.transaction((tx) => other.accounts.apiKeys.revoke(tx, userId, id));
    identity.clock.advance(500);
    expect(await identity.accounts.authenticate(key)).toEqual(known);
    await expect.poll(() => identity.accounts.authenticate(key)).toBeNull();
  });

  it('are not remembered when they were revoked while they were looked up', async () => {
    const userId = await identity.createUser();
    const { id, key } = await create(userId);
    const looking = identity.accounts.authenticate(key);
    await revoke(userId, id);
    await looking;
    expect(await identity.accounts.authenticate(key)).toBeNull();
  });

  it('note their last use, once a minute at most', async () => {
    const userId = await identity.createUser();
    const { key } = await create(userId);
    const lastUse = async () => (await list(userId))[0]?.last_used_at;
    const first = identity.clock.now().toISOString();
    await identity.accounts.authenticate(key);
    expect(await lastUse()).toBe(first);
    identity.clock.advance(59_000);
    await identity.accounts.authenticate(key);
    expect(await lastUse()).toBe(first);
    identity.clock.advance(1_000);
    await identity.accounts.authenticate(key);
    expect(await lastUse()).toBe(identity.clock.now().toISOString());
  });

  describe('are limited to 20 a person', () => {
    it('also when they are made at once', async () => {
      const userId = await identity.createUser();
      const outcomes = await Promise.allSettled(Array.from({ length: 23 }, () => create(userId)));
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(3);
      for (const { reason } of refused) expect(reason).toMatchObject({ code: 'too_many_api_keys' });
      expect(await list(userId)).toHaveLength(20);
    });

    it('of which revoked ones are none', async () => {
      const userId = await identity.createUser();
      for (let made = 0; made < 20; made += 1) await create(userId);
      const [oldest] = await list(userId);
      await revoke(userId, oldest?.id ?? '');
      await expect(create(userId)).resolves.toBeDefined();
    });
  });
});
