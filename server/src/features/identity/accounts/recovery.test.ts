import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import {
  createTestIdentity,
  type TestIdentity,
  testPassword,
  uniqueEmail,
} from '../../../testing/identity.ts';
import { createPasswords } from './passwords.ts';

const hour = 3_600_000;
const newPassword = 'a much better password';

describeEachDatabase('recovery', (open, kind) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  const outside = AsyncLocalStorage.snapshot();

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  const signUp = async () => {
    const email = uniqueEmail();
    const signedIn = await identity.accounts.signUp({
      email,
      password: testPassword,
      name: 'Ada Byron',
      role: 'job_seeker',
      time_zone: 'UTC',
      locale: 'en',
    });
    return { ...signedIn, email, userId: signedIn.account.id };
  };

  const verify = (token: string) => database.transaction((tx) => identity.accounts.verifyEmail(tx, token));
  const isVerified = async (userId: string) =>
    (await identity.accounts.read(database.query, userId)).email_verified;
  const verificationMailsOf = (userId: string) =>
    identity.verificationMails.filter((mail) => mail.userId === userId);
  const resetMailsOf = (userId: string) => identity.resetMails.filter((mail) => mail.userId === userId);
  const resend = (userId: string) =>
    database.transaction((tx) => identity.accounts.requestVerification(tx, userId));

  const askForReset = async (email: string, userId: string): Promise<string> => {
    await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
    const mail = resetMailsOf(userId).at(-1);
    if (mail === undefined) throw new Error('no reset mail was asked for');
    return mail.token;
  };

  const verificationTokenOf = (userId: string): string => {
    const mail = verificationMailsOf(userId).at(-1);
    if (mail === undefined) throw new Error('no verification mail was asked for');
    return mail.token;
  };

  describe('the verification of an address', () => {
    it('works once', async () => {
      const { userId } = await signUp();
      const token = verificationTokenOf(userId);
      await verify(token);
      expect(await isVerified(userId)).toBe(true);
      await expect(verify(token)).rejects.toMatchObject({ code: 'token_invalid' });
    });

    it('works for one of two who follow the link at once', async () => {
      const { userId } = await signUp();
      const token = verificationTokenOf(userId);
      const outcomes = await Promise.allSettled([verify(token), verify(token)]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    });

    it('works for a day', async () => {
      const { userId } = await signUp();
      identity.clock.advance(24 * hour);
      await expect(verify(verificationTokenOf(userId))).rejects.toMatchObject({ code: 'token_invalid' });
      expect(await isVerified(userId)).toBe(false);
    });

    it('takes any of the links that are out, and then none of them', async () => {
      const { userId } = await signUp();
      await resend(userId);
      const [first, second] = verificationMailsOf(userId);
      await verify(first?.token ?? '');
      await expect(verify(second?.token ?? '')).rejects.toMatchObject({ code: 'token_invalid' });
    });

    it('is not asked for again once it is done, nor more than five times a day', async () => {
      const { userId } = await signUp();
      for (let times = 0; times < 8; times += 1) await resend(userId);
      expect(verificationMailsOf(userId)).toHaveLength(5);
      await verify(verificationTokenOf(userId));
      await resend(userId);
      expect(verificationMailsOf(userId)).toHaveLength(5);
    });

    it('is asked for again when mails have come back from the address, and settles that', async () => {
      const { userId, email } = await signUp();
      await verify(verificationTokenOf(userId));
      identity.doubted.add(email);
      await resend(userId);
      expect(verificationMailsOf(userId)).toHaveLength(2);
      await verify(verificationTokenOf(userId));
      expect(identity.doubted).not.toContain(email);
      await resend(userId);
      expect(verificationMailsOf(userId)).toHaveLength(2);
    });

    it('does not take the token of a password reset', async () => {
      const { userId, email } = await signUp();
      const token = await askForReset(email, userId);
      await expect(verify(token)).rejects.toMatchObject({ code: 'token_invalid' });
      await expect(
        identity.accounts.resetPassword(verificationTokenOf(userId), newPassword),
      ).rejects.toMatchObject({ code: 'token_invalid' });
    });
  });

  describe('a password reset', () => {
    it('sets the password, ends all sessions and verifies the address', async () => {
      const { email, userId, refreshToken } = await signUp();
      await identity.accounts.resetPassword(await askForReset(email, userId), newPassword);
      expect(identity.securityChanges).toContain(`password_changed ${userId}`);

      await expect(identity.accounts.signIn(email, testPassword)).rejects.toMatchObject({
        code: 'invalid_credentials',
      });
      await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      expect((await identity.accounts.signIn(email, newPassword)).account.email_verified).toBe(true);
    });

    it('leaves no session to who signs in with the old password at the same moment', async () => {
      const { email, userId } = await signUp();
      const replacement = await createPasswords().hash(newPassword);
      const { begun } = await database.transaction(async (tx) => {
        await tx
          .updateTable('credentials')
          .set({ password_hash: replacement })
          .where('user_id', '=', userId)
          .execute();
        // Outside of this transaction, which the sign-in would otherwise join.
        const signIn = outside(() => Promise.allSettled([identity.accounts.signIn(email, testPassword)]));
        // On the embedded database the sign-in cannot even begin before this transaction ends.
        if (kind === 'postgres') {
          await vi.waitFor(
            async () => {
              const waiting = await sql`select 1 from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'`.execute(tx);
              expect(waiting.rows).toHaveLength(1);
            },
            { timeout: 20_000, interval: 20 },
          );
        }
        return { begun: signIn };
      });
      expect(await begun).toEqual([
        { status: 'rejected', reason: expect.objectContaining({ code: 'invalid_credentials' }) },
      ]);
    });

    it('works once for each link, also when it is followed twice at once', async () => {
      const { email, userId } = await signUp();
      const token = await askForReset(email, userId);
      const outcomes = await Promise.allSettled([
        identity.accounts.resetPassword(token, newPassword),
        identity.accounts.resetPassword(token, `${newPassword}!`),
      ]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      await expect(identity.accounts.resetPassword(token, newPassword)).rejects.toMatchObject({
        code: 'token_invalid',
      });
    });

    it('makes the other links that are out worthless', async () => {
      const { email, userId } = await signUp();
      const earlier = await askForReset(email, userId);
      await identity.accounts.resetPassword(await askForReset(email, userId), newPassword);
      await expect(identity.accounts.resetPassword(earlier, testPassword)).rejects.toMatchObject({
        code: 'token_invalid',
      });
    });

    it('has to happen within an hour', async () => {
      const { email, userId } = await signUp();
      const token = await askForReset(email, userId);
      identity.clock.advance(hour);
      await expect(identity.accounts.resetPassword(token, newPassword)).rejects.toMatchObject({
        code: 'token_invalid',
      });
      await expect(identity.accounts.signIn(email, testPassword)).resolves.toBeDefined();
    });

    it('of an unknown address looks the same and mails nobody', async () => {
      const mails = identity.resetMails.length;
      await expect(
        database.transaction((tx) => identity.accounts.requestPasswordReset(tx, uniqueEmail())),
      ).resolves.toBeUndefined();
      expect(identity.resetMails).toHaveLength(mails);
    });

    it('cannot be used to fill a mailbox', async () => {
      const { email, userId } = await signUp();
      for (let times = 0; times < 8; times += 1) await askForReset(email, userId);
      expect(resetMailsOf(userId)).toHaveLength(5);
    });

    it('keeps only a hash of its token', async () => {
      const { email, userId } = await signUp();
      const token = await askForReset(email, userId);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      const rows = await database.query
        .selectFrom('one_time_tokens')
        .select('hash')
        .where('user_id', '=', userId)
        .execute();
      expect(rows.map(({ hash }) => Buffer.from(hash).toString('base64url'))).not.toContain(token);
    });
  });

  describe('a change of the password', () => {
    it('needs the current one, ends the other sessions and opens a new one', async () => {
      const { email, userId, refreshToken } = await signUp();
      await expect(identity.accounts.changePassword(userId, newPassword, newPassword)).rejects.toMatchObject({
        code: 'invalid_credentials',
      });

      const signedIn = await identity.accounts.changePassword(userId, testPassword, newPassword);
      await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(identity.accounts.refresh(signedIn.refreshToken)).resolves.toBeDefined();
      await expect(identity.accounts.signIn(email, newPassword)).resolves.toBeDefined();
    });

    it('makes reset links that are out worthless', async () => {
      const { email, userId } = await signUp();
      const token = await askForReset(email, userId);
      await identity.accounts.changePassword(userId, testPassword, newPassword);
      await expect(identity.accounts.resetPassword(token, testPassword)).rejects.toMatchObject({
        code: 'token_invalid',
      });
    });

    it('lets one of two win who change it at once', async () => {
      const { userId } = await signUp();
      const outcomes = await Promise.allSettled([
        identity.accounts.changePassword(userId, testPassword, `${newPassword} 1`),
        identity.accounts.changePassword(userId, testPassword, `${newPassword} 2`),
      ]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    });
  });
});
