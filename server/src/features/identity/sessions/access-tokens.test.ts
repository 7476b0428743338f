import { AsyncLocalStorage } from 'node:async_hooks';
import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity, testPassword } from '../../../testing/identity.ts';

const minute = 60_000;
const day = 86_400_000;

describeEachDatabase('access tokens', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let token: string;
  let userId: string;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
    userId = await identity.createUser('recruiter');
  });

  beforeEach(async () => {
    token = await freshToken();
  });

  async function freshToken(from: TestIdentity = identity): Promise<string> {
    const { email } = await identity.accounts.read(database.query, userId);
    return (await from.accounts.signIn(email, testPassword)).accessToken.token;
  }

  const claims = () => ({ ...decodeJwt(token) });

  it('say who it is, in which session and until when, and nothing else', async () => {
    const { sub, sid, iat, exp, ...rest } = decodeJwt(token);
    expect(rest).toEqual({ role: 'recruiter', iss: 'http://localhost:3000', aud: 'rolecall' });
    const expiresAt = new Date(identity.clock.now().getTime() + 15 * minute);
    expect([iat, exp]).toEqual([identity.clock.now().getTime() / 1000, expiresAt.getTime() / 1000]);
    expect(await identity.accounts.verifyAccessToken(token)).toEqual({
      viewer: { userId: sub, role: 'recruiter', sessionId: sid },
      expiresAt,
    });
    expect(await identity.accounts.authenticate(token)).toEqual({
      userId,
      role: 'recruiter',
      sessionId: sid,
    });
  });

  it('run out after 15 minutes', async () => {
    identity.clock.advance(15 * minute - 1_000);
    expect(await identity.accounts.authenticate(token)).not.toBeNull();
    identity.clock.advance(1_000);
    expect(await identity.accounts.verifyAccessToken(token)).toBe('expired');
    expect(await identity.accounts.authenticate(token)).toBeNull();
  });

  it('are refused when a single character was changed', async () => {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims(), role: 'operator' })).toString('base64url');
    expect(await identity.accounts.verifyAccessToken(`${header}.${forged}.${signature}`)).toBe('invalid');
    const changed = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    expect(await identity.accounts.verifyAccessToken(`${header}.${payload}.${changed}`)).toBe('invalid');
    expect(await identity.accounts.verifyAccessToken(`${header}.${payload}.`)).toBe('invalid');
  });

  it('are refused without a signature', async () => {
    expect(await identity.accounts.verifyAccessToken(new UnsecuredJWT(claims()).encode())).toBe('invalid');
  });

  it('are refused when the public key was taken for a shared secret', async () => {
    const { keys } = await identity.accounts.keySet();
    const [key] = keys;
    const secret = createSecretKey(Buffer.from(JSON.stringify(key)));
    const forged = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: key?.kid ?? '' })
      .sign(secret);
    expect(await identity.accounts.verifyAccessToken(forged)).toBe('invalid');
  });

  it('are refused when another key signed them under the name of ours', async () => {
    const { keys } = await identity.accounts.keySet();
    const forged = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'EdDSA', kid: keys[0]?.kid ?? '' })
      .sign(generateKeyPairSync('ed25519').privateKey);
    expect(await identity.accounts.verifyAccessToken(forged)).toBe('invalid');
  });

  it('are refused when they name no key or one that is not there', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    for (const header of [{ alg: 'EdDSA' }, { alg: 'EdDSA', kid: crypto.randomUUID() }]) {
      const forged = await new SignJWT(claims()).setProtectedHeader(header).sign(privateKey);
      expect(await identity.accounts.verifyAccessToken(forged)).toBe('invalid');
    }
  });

  it('of another issuer are refused, though it has the same keys', async () => {
    const other = createTestIdentity(database, {
      clock: identity.clock,
      publicUrl: 'https://jobs.example.org',
    });
    expect(await identity.accounts.verifyAccessToken(await freshToken(other))).toBe('invalid');
  });

  it('of an instance with another secret are refused', async () => {
    const other = createTestIdentity(database, {
      clock: identity.clock,
      secret: 'another secret of more than thirty-two characters',
    });
    const foreign = await freshToken(other);
    identity.clock.advance(2 * minute);
    expect(await identity.accounts.verifyAccessToken(foreign)).toBe('invalid');
  });

  it.each(['', 'nonsense', 'a.b', 'a.b.c', `${'e30.'.repeat(2)}x`, 'x'.repeat(100_000)])(
    'are told from what is none: %j',
    async (text) => {
      expect(await identity.accounts.verifyAccessToken(text)).toBe('malformed');
      expect(await identity.accounts.authenticate(text)).toBeNull();
    },
  );

  it('can be verified by others with the published keys', async () => {
    const { keys } = await identity.accounts.keySet();
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(key).toEqual({
        kty: 'OKP',
        crv: 'Ed25519',
        x: expect.any(String),
        kid: expect.any(String),
        alg: 'EdDSA',
        use: 'sig',
      });
      await expect(importJWK(key)).resolves.toBeDefined();
    }
  });
});

describeEachDatabase('signing keys', (open, kind) => {
  let database: TestDatabase;
  let clock: FakeClock;
  const outside = AsyncLocalStorage.snapshot();

  beforeEach(async () => {
    database = await open();
    clock = new FakeClock();
  });

  const signUp = async (identity: TestIdentity): Promise<string> => {
    const id = await identity.createUser();
    const { email } = await identity.accounts.read(database.query, id);
    return (await identity.accounts.signIn(email, testPassword)).accessToken.token;
  };

  /** Lets nobody write keys until three transactions wait for it, so that they are sure to meet. */
  const duringStandstill = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const outcome = await database.transaction(async (tx) => {
      await sql`lock table signing_keys in share mode`.execute(tx);
      // Outside of this transaction, which all that is called here would otherwise join.
      const begun = outside(work);
      await vi.waitFor(
        async () => {
          const waiting =
            await sql`select 1 from pg_locks where relation = 'signing_keys'::regclass and not granted`.execute(
              tx,
            );
          expect(waiting.rows).toHaveLength(3);
        },
        { timeout: 20_000, interval: 20 },
      );
      return { begun };
    });
    return outcome.begun;
  };

  const storedKeys = () => database.query.selectFrom('signing_keys').selectAll().execute();

  it('are made by one of several processes that start at once', async () => {
    const processes = [1, 2, 3].map(() => createTestIdentity(database, { clock }));
    const keySets = () => Promise.all(processes.map(({ accounts }) => accounts.keySet()));
    const sets = await (kind === 'postgres' ? duringStandstill(keySets) : keySets());
    expect(await storedKeys()).toHaveLength(1);
    for (const { keys } of sets) expect(keys).toHaveLength(1);
  });

  it('are replaced after 30 days, while what the old one signed goes on', async () => {
    const identity = createTestIdentity(database, { clock });
    await signUp(identity);
    clock.advance(30 * day - minute);
    const before = await signUp(identity);
    clock.advance(minute);
    const after = await signUp(identity);
    expect(await storedKeys()).toHaveLength(2);
    expect((await identity.accounts.keySet()).keys).toHaveLength(2);
    expect(await identity.accounts.authenticate(before)).not.toBeNull();
    expect(await identity.accounts.authenticate(after)).not.toBeNull();
  });

  it('are known to a process that has started before they were made', async () => {
    const early = createTestIdentity(database, { clock });
    await signUp(early);
    const late = createTestIdentity(database, { clock });
    clock.advance(30 * day);
    await early.accounts.authenticate(await signUp(early));
    clock.advance(2_000);
    expect(await early.accounts.authenticate(await signUp(late))).not.toBeNull();
  });

  it('cannot be read in a copy of the database', async () => {
    const identity = createTestIdentity(database, { clock });
    await identity.accounts.keySet();
    const [key] = await storedKeys();
    expect(key?.public_key).not.toHaveProperty('d');
    expect(key?.private_key.split('.')).toHaveLength(5);
  });
});
