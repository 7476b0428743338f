import type { SignUp } from '@rolecall/contract';
import { decodeJwt } from 'jose';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import {
  createTestIdentity,
  type TestIdentity,
  testPassword,
  uniqueEmail,
} from '../../../testing/identity.ts';
import { findRecipients, findViewer } from '../people/index.ts';
import { deriveSecrets } from '../sessions/index.ts';

const day = 86_400_000;

function signUpOf(changes: Partial<SignUp> = {}): SignUp {
  return {
    email: uniqueEmail(),
    password: testPassword,
    name: 'Ada Byron',
    role: 'job_seeker',
    time_zone: 'Europe/Berlin',
    locale: 'de',
    ...changes,
  };
}

describeEachDatabase('accounts', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database, { sharedAddresses: ['everybody@example.org'] });
  });

  const usersWith = async (email: string) =>
    database.query.selectFrom('users').select('id').where('email', '=', email).execute();

  describe('a sign-up', () => {
    it('makes account, profile and session, tells the others and asks to confirm the address', async () => {
      const input = signUpOf();
      const { account, accessToken, refreshToken } = await identity.accounts.signUp(input);

      expect(account).toEqual({
        id: expect.any(String),
        email: input.email,
        email_verified: false,
        name: 'Ada Byron',
        role: 'job_seeker',
        company: null,
        created_at: identity.clock.now().toISOString(),
      });
      expect(await identity.profiles.read(database.query, account.id)).toMatchObject({
        time_zone: 'Europe/Berlin',
        locale: 'de',
        skills: [],
      });
      expect(identity.created.at(-1)).toMatchObject({ id: account.id, email: input.email });
      expect(identity.verificationMails.at(-1)).toMatchObject({
        userId: account.id,
        email: input.email,
        expiresAt: new Date(identity.clock.now().getTime() + day),
      });
      expect(await identity.accounts.authenticate(accessToken.token)).toMatchObject({ userId: account.id });
      expect((await identity.accounts.refresh(refreshToken)).account.id).toBe(account.id);
    });

    it('hands on what a recruiter calls the company', async () => {
      const { account } = await identity.accounts.signUp(
        signUpOf({ role: 'recruiter', company_name: 'Zuse KG' }),
      );
      expect(identity.created.at(-1)).toMatchObject({ role: 'recruiter', companyName: 'Zuse KG' });
      expect(account.company).toEqual({ id: account.id, name: 'Example GmbH' });
    });

    it('refuses an address that has an account', async () => {
      const input = signUpOf();
      await identity.accounts.signUp(input);
      await expect(identity.accounts.signUp(input)).rejects.toMatchObject({ code: 'email_taken' });
    });

    it('refuses an address that is made to be thrown away, where the operator wants so', async () => {
      const input = { ...signUpOf(), email: 'ada@thrown-away.example' };
      await expect(identity.accounts.signUp(input)).rejects.toMatchObject({ code: 'address_disposable' });
      expect(await findViewer(database.query, input.email)).toBeUndefined();
    });

    it('gives one account to two who want the same address at once', async () => {
      const input = signUpOf();
      const outcomes = await Promise.allSettled([
        identity.accounts.signUp(input),
        identity.accounts.signUp(input),
        identity.accounts.signUp(input),
      ]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason)).toEqual(
        [expect.objectContaining({ code: 'email_taken' }), expect.objectContaining({ code: 'email_taken' })],
      );
      expect(await usersWith(input.email)).toHaveLength(1);
    });

    it('leaves nothing behind when what others do for a new account fails', async () => {
      const failing = createTestIdentity(database, {
        afterCreation: async () => {
          throw new Error('the company cannot be made');
        },
      });
      const input = signUpOf();
      await expect(failing.accounts.signUp(input)).rejects.toThrow('the company cannot be made');
      expect(await usersWith(input.email)).toEqual([]);
      await expect(identity.accounts.signIn(input.email, testPassword)).rejects.toMatchObject({
        code: 'invalid_credentials',
      });
      await expect(identity.accounts.signUp(input)).resolves.toBeDefined();
    });

    it('keeps neither password nor tokens readable', async () => {
      const input = signUpOf();
      const { account, refreshToken } = await identity.accounts.signUp(input);
      const credential = await database.query
        .selectFrom('credentials')
        .selectAll()
        .where('user_id', '=', account.id)
        .executeTakeFirstOrThrow();
      const session = await database.query
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', account.id)
        .executeTakeFirstOrThrow();
      expect(credential.password_hash).toMatch(/^\$argon2id\$v=19\$/);
      expect(JSON.stringify(session)).not.toContain(refreshToken);
      expect(session.token_hash).toBeNull();
    });
  });

  describe('a sign-in', () => {
    it('takes the password and no other, and treats unknown people alike', async () => {
      const input = signUpOf();
      const { account } = await identity.accounts.signUp(input);
      expect((await identity.accounts.signIn(input.email, testPassword)).account.id).toBe(account.id);
      for (const [email, password] of [
        [input.email, `${testPassword} `],
        [uniqueEmail(), testPassword],
      ] as const) {
        await expect(identity.accounts.signIn(email, password)).rejects.toMatchObject({
          code: 'invalid_credentials',
        });
      }
    });

    it('takes the same characters however a keyboard composes them', async () => {
      const input = signUpOf({ password: 'pa\u00dfw\u00f6rter-caf\u00e9' });
      await identity.accounts.signUp(input);
      await expect(
        identity.accounts.signIn(input.email, input.password.normalize('NFD')),
      ).resolves.toBeDefined();
    });

    it('ends the session that was refreshed longest ago when there are too many', async () => {
      const input = signUpOf();
      const first = await identity.accounts.signUp(input);
      const rows = Array.from({ length: 49 }, (_, index) => ({
        id: crypto.randomUUID(),
        user_id: first.account.id,
        token_hash: Buffer.from(`${first.account.id}-${index}`),
        created_at: identity.clock.now(),
        refreshed_at: new Date(identity.clock.now().getTime() + 1 + index),
        expires_at: new Date(identity.clock.now().getTime() + day),
      }));
      await database.query.insertInto('sessions').values(rows).execute();
      identity.clock.advance(1_000);
      const latest = await identity.accounts.signIn(input.email, testPassword);
      await expect(identity.accounts.refresh(first.refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(identity.accounts.refresh(latest.refreshToken)).resolves.toBeDefined();
    });
  });

  describe('a session', () => {
    it('lasts as long as it is refreshed every 30 days', async () => {
      let { refreshToken } = await identity.accounts.signUp(signUpOf());
      for (let month = 0; month < 2; month += 1) {
        identity.clock.advance(29 * day);
        const refreshed = await identity.accounts.refresh(refreshToken);
        expect(refreshed.refreshTokenExpiresAt).toEqual(new Date(identity.clock.now().getTime() + 30 * day));
        ({ refreshToken } = refreshed);
      }
      identity.clock.advance(30 * day);
      await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it('ends after 90 days however often it is refreshed', async () => {
      let { refreshToken, refreshTokenExpiresAt } = await identity.accounts.signUp(signUpOf());
      const end = new Date(identity.clock.now().getTime() + 90 * day);
      for (let days = 0; days < 80; days += 20) {
        identity.clock.advance(20 * day);
        ({ refreshToken, refreshTokenExpiresAt } = await identity.accounts.refresh(refreshToken));
      }
      expect(refreshTokenExpiresAt).toEqual(end);
      identity.clock.advance(10 * day);
      await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it('gives a new token at each refresh, the same to tabs that ask at once', async () => {
      const { refreshToken } = await identity.accounts.signUp(signUpOf());
      const [first, second] = await Promise.all([
        identity.accounts.refresh(refreshToken),
        identity.accounts.refresh(refreshToken),
      ]);
      expect(first.refreshToken).not.toBe(refreshToken);
      expect(second.refreshToken).toBe(first.refreshToken);
      identity.clock.advance(30_000);
      expect((await identity.accounts.refresh(refreshToken)).refreshToken).toBe(first.refreshToken);
    });

    it.each([
      ['after half a minute', 1, 30_001],
      ['when it was two refreshes ago', 2, 0],
    ])(
      'ends with all that it gave when an old token is used %s, and its person is told',
      async (_when, refreshes, wait) => {
        const stolen = await identity.accounts.signUp(signUpOf());
        let latest = stolen;
        for (let count = 0; count < refreshes; count += 1) {
          latest = await identity.accounts.refresh(latest.refreshToken);
        }
        identity.clock.advance(wait);
        for (const { refreshToken } of [stolen, latest]) {
          await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
            code: 'unauthenticated',
          });
        }
        expect(await identity.accounts.authenticate(latest.accessToken.token)).toBeNull();
        expect(identity.securityChanges).toContain(`session_copied ${stolen.account.id}`);
      },
    );

    it('goes on with the token that it had before tokens changed', async () => {
      const { account } = await identity.accounts.signUp(signUpOf());
      const legacy = 'a-token-of-43-characters-as-earlier-ones-were';
      const { hashToken } = deriveSecrets('a secret of at least thirty-two characters');
      await database.query
        .insertInto('sessions')
        .values({
          id: crypto.randomUUID(),
          user_id: account.id,
          token_hash: hashToken(legacy),
          created_at: identity.clock.now(),
          refreshed_at: identity.clock.now(),
          expires_at: new Date(identity.clock.now().getTime() + day),
          ends_at: new Date(identity.clock.now().getTime() + 90 * day),
        })
        .execute();
      const { refreshToken } = await identity.accounts.refresh(legacy);
      await expect(identity.accounts.refresh(refreshToken)).resolves.toMatchObject({ account });
    });

    it('of a device that was not seen before is told of, and not the one of the sign-up', async () => {
      const device = {
        address: '192.0.2.7',
        userAgent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
        token: 'one',
      };
      const input = signUpOf();
      const { account } = await identity.accounts.signUp(input, device);
      await identity.accounts.signIn(input.email, testPassword, { ...device, address: '198.51.100.9' });
      expect(identity.securityChanges).not.toContain(`new_sign_in ${account.id}`);
      await identity.accounts.signIn(input.email, testPassword, { ...device, token: 'another' });
      expect(identity.securityChanges).toContain(`new_sign_in ${account.id}`);
    });

    it('alarms nobody where everybody may sign in', async () => {
      const { account } = await identity.accounts.signUp(signUpOf({ email: 'everybody@example.org' }));
      const device = { address: '192.0.2.7', userAgent: 'Firefox', token: 'of a visitor' };
      await identity.accounts.signIn('everybody@example.org', testPassword, device);
      expect(identity.securityChanges).not.toContain(`new_sign_in ${account.id}`);
    });

    it('can be refreshed by two tabs at once', async () => {
      const { refreshToken } = await identity.accounts.signUp(signUpOf());
      const [first, second] = await Promise.all([
        identity.accounts.refresh(refreshToken),
        identity.accounts.refresh(refreshToken),
      ]);
      expect((await identity.accounts.refresh(first.refreshToken)).account).toEqual(second.account);
    });

    it('tells whose it is, by its token, while it is on', async () => {
      const { account, accessToken, refreshToken, refreshTokenExpiresAt } = await identity.accounts.signUp(
        signUpOf({ role: 'recruiter', company_name: 'Zuse KG' }),
      );
      const { sid } = decodeJwt(accessToken.token);
      expect(await identity.accounts.authenticateSession(refreshToken)).toEqual({
        viewer: { userId: account.id, role: 'recruiter', sessionId: sid },
        expiresAt: refreshTokenExpiresAt,
      });
      expect(await identity.accounts.authenticateSession(accessToken.token)).toBeNull();
      identity.clock.advance(30 * day);
      expect(await identity.accounts.authenticateSession(refreshToken)).toBeNull();
    });

    it('ends at the sign-out, the others go on', async () => {
      const input = signUpOf();
      const here = await identity.accounts.signUp(input);
      const there = await identity.accounts.signIn(input.email, testPassword);
      await database.transaction((tx) => identity.accounts.signOut(tx, here.refreshToken));
      await database.transaction((tx) => identity.accounts.signOut(tx, here.refreshToken));
      await expect(identity.accounts.refresh(here.refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(identity.accounts.refresh(there.refreshToken)).resolves.toBeDefined();
    });

    it('ends everywhere at once, for this person only', async () => {
      const other = await identity.accounts.signUp(signUpOf());
      const input = signUpOf();
      const here = await identity.accounts.signUp(input);
      const there = await identity.accounts.signIn(input.email, testPassword);
      await database.transaction((tx) => identity.accounts.signOutEverywhere(tx, here.account.id));
      for (const { refreshToken } of [here, there]) {
        await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
          code: 'unauthenticated',
        });
      }
      for (const { accessToken } of [here, there]) {
        expect(await identity.accounts.authenticate(accessToken.token)).toBeNull();
      }
      await expect(identity.accounts.refresh(other.refreshToken)).resolves.toBeDefined();
    });

    it('is not announced as ended when the transaction rolls back', async () => {
      const { account, accessToken, refreshToken } = await identity.accounts.signUp(signUpOf());
      const work = database.transaction(async (tx) => {
        await identity.accounts.signOutEverywhere(tx, account.id);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await identity.accounts.authenticate(accessToken.token)).not.toBeNull();
      await expect(identity.accounts.refresh(refreshToken)).resolves.toBeDefined();
    });

    it('of an instance whose secret has changed does not hold', async () => {
      const { refreshToken } = await identity.accounts.signUp(signUpOf());
      const changed = createTestIdentity(database, {
        clock: identity.clock,
        secret: 'another secret of more than thirty-two characters',
      });
      await expect(changed.accounts.refresh(refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    });
  });

  it('leave no secret and no address in the log', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
    const { accounts, resetMails, verificationMails, createUser } = createTestIdentity(database, { logger });
    const input = signUpOf();
    const { accessToken, refreshToken } = await accounts.signUp(input);
    const proven = await createUser();
    const { key } = await database.transaction((tx) => accounts.apiKeys.create(tx, proven, { name: 'a' }));
    await expect(accounts.signIn(input.email, 'a wrong password')).rejects.toThrow();
    await database.transaction((tx) => accounts.requestPasswordReset(tx, input.email));
    await accounts.resetPassword(resetMails[0]?.token ?? '', 'a much better password');
    await accounts.signIn(input.email, 'a much better password');

    const log = lines.join('');
    expect(log).toContain('sign_in_refused');
    const mailed = [...resetMails, ...verificationMails].map(({ token }) => token);
    const passwords = [testPassword, 'a wrong password', 'a much better password'];
    for (const secret of [input.email, accessToken.token, refreshToken, key, ...mailed, ...passwords]) {
      expect(log).not.toContain(secret);
    }
  });

  describe('an account', () => {
    it('can change its name', async () => {
      const { account } = await identity.accounts.signUp(signUpOf());
      const renamed = await database.transaction((tx) =>
        identity.accounts.rename(tx, account.id, 'Ada King'),
      );
      expect(renamed).toEqual({ ...account, name: 'Ada King' });
      expect(await identity.accounts.read(database.query, account.id)).toEqual(renamed);
    });

    it('that is gone signs nobody in', async () => {
      const { account, refreshToken } = await identity.accounts.signUp(signUpOf());
      await database.query.deleteFrom('users').where('id', '=', account.id).execute();
      await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(identity.accounts.read(database.query, account.id)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it('made by the command line can be an operator and needs no mail', async () => {
      const mails = identity.verificationMails.length;
      const id = await identity.createUser('operator');
      expect(await identity.accounts.read(database.query, id)).toMatchObject({
        role: 'operator',
        email_verified: true,
        company: null,
      });
      expect(identity.verificationMails).toHaveLength(mails);
    });

    it('is found with what a message to it needs', async () => {
      const { account } = await identity.accounts.signUp(signUpOf());
      const operator = await identity.createUser('operator');
      const recipients = await findRecipients(database.query, [account.id, operator, crypto.randomUUID()]);
      expect(recipients).toHaveLength(2);
      expect(recipients).toContainEqual({
        user_id: account.id,
        email: account.email,
        email_verified: false,
        name: 'Ada Byron',
        role: 'job_seeker',
        minimum_match_score: 50,
        is_disabled: false,
        time_zone: 'Europe/Berlin',
        locale: 'de',
      });
      expect(await findRecipients(database.query, [])).toEqual([]);
    });
  });
});
