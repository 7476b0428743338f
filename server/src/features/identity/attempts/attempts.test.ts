import { beforeAll, describe, expect, it } from 'vitest';
import { isApplicationError } from '../../../platform/errors/index.ts';
import { describeBothDatabases, type TestDatabase } from '../../../testing/database.ts';
import {
  createTestIdentity,
  type TestIdentity,
  testPassword,
  uniqueEmail,
} from '../../../testing/identity.ts';
import type { Device } from '../sessions/index.ts';
import { sweepAttempts } from './index.ts';

const tooMany = { code: 'too_many_attempts' };
const wrong = { code: 'invalid_credentials' };

let addresses = 0;
/** A browser in a network of its own. */
const browser = (): Device => {
  addresses += 1;
  return {
    address: `198.51.${addresses >> 8}.${addresses & 255}`,
    userAgent: 'Firefox/1',
    token: `t${addresses}`,
  };
};

describeBothDatabases('tries to sign in', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  async function person() {
    const userId = await identity.createUser();
    return { userId, email: (await identity.accounts.read(database.query, userId)).email };
  }
  const signIn = (email: string, password: string, device: Device) =>
    identity.accounts.signIn(email, password, device);
  const minutes = (count: number) => identity.clock.advance(count * 60_000);
  /** Tries until the account is not looked at any more; gives how often that was. */
  async function shut(email: string, make: () => Device = browser): Promise<number> {
    for (let tries = 0; ; tries += 1) {
      const error: unknown = await signIn(email, 'a wrong password', make()).catch(
        (reason: unknown) => reason,
      );
      if (isApplicationError(error, 'too_many_attempts')) return tries;
      expect(error).toMatchObject(wrong);
    }
  }

  describe('of one account', () => {
    it('pause after five wrong passwords, from whatever network, and the pause grows', async () => {
      const { email } = await person();
      expect(await shut(email)).toBe(5);
      const refused = signIn(email, testPassword, browser());
      await expect(refused).rejects.toMatchObject({ ...tooMany, extensions: { retry_after: 30 } });
      minutes(0.5);
      expect(await shut(email)).toBe(1);
      await expect(signIn(email, testPassword, browser())).rejects.toMatchObject({
        extensions: { retry_after: 60 },
      });
      minutes(1);
      await signIn(email, testPassword, browser());
      expect(await shut(email)).toBe(5);
    });

    it('are the same where there is no such account', async () => {
      const email = uniqueEmail();
      expect(await shut(email)).toBe(5);
      await expect(signIn(email, testPassword, browser())).rejects.toMatchObject({
        extensions: { retry_after: 30 },
      });
    });

    it('do not shut out its person on a device that has signed in before', async () => {
      const { email } = await person();
      const own = browser();
      await signIn(email, testPassword, own);
      await shut(email);
      await signIn(email, testPassword, { ...own, address: '203.0.113.9' });
      await expect(signIn(email, testPassword, browser())).rejects.toMatchObject(tooMany);
      // Nor can whoever has that device guess without end.
      expect(await shut(email, () => own)).toBe(5);
    });

    it('are no way around by many at once', async () => {
      const { email } = await person();
      const all = Array.from({ length: 12 }, () => signIn(email, 'a wrong password', browser()));
      const codes = (await Promise.allSettled(all)).map(
        (one) => one.status === 'rejected' && one.reason.code,
      );
      expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(5);
      expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(7);
    });

    it('are over for whoever sets a new password by mail, on that device', async () => {
      const { userId, email } = await person();
      await shut(email);
      await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
      const token = identity.resetMails.findLast((mail) => mail.userId === userId)?.token ?? '';
      const own = browser();
      await identity.accounts.resetPassword(token, 'another long password', own);
      await shut(email);
      await signIn(email, 'another long password', own);
    });

    it('count together with other proofs by the same password', async () => {
      const { userId, email } = await person();
      const { accessToken } = await signIn(email, testPassword, browser());
      const viewer = await identity.accounts.authenticate(accessToken.token);
      const session = { userId, sessionId: viewer?.sessionId ?? '' };
      await shut(email);
      const { proveAgain, changePassword } = identity.accounts;
      await expect(proveAgain(session, testPassword, browser())).rejects.toMatchObject(tooMany);
      await expect(
        changePassword(userId, testPassword, 'another long password', browser()),
      ).rejects.toMatchObject(tooMany);
    });

    it('are counted by all processes, and after a restart', async () => {
      const { email } = await person();
      await shut(email);
      const other = createTestIdentity(database, { clock: identity.clock });
      await expect(other.accounts.signIn(email, testPassword, browser())).rejects.toMatchObject(tooMany);
    });
  });

  describe('of one network', () => {
    const limited = () =>
      createTestIdentity(database, { clock: identity.clock, limits: { failuresPerHour: 3 } });
    const from = (address: string): Device => ({ address, userAgent: 'curl/8' });

    it('are bounded whatever accounts they name, and right ones do not count', async () => {
      const { accounts } = limited();
      const { email } = await person();
      const fail = () => accounts.signIn(uniqueEmail(), 'a wrong password', from('203.0.113.20'));
      for (let count = 0; count < 3; count += 1) {
        await expect(fail()).rejects.toMatchObject(wrong);
        await accounts.signIn(email, testPassword, from('203.0.113.21'));
      }
      await accounts.signIn(email, testPassword, from('203.0.113.21'));
      await expect(fail()).rejects.toMatchObject({ ...tooMany, extensions: { retry_after: 1_200 } });
      const link = accounts.proveAddress('no token', undefined, from('203.0.113.20'));
      await expect(link).rejects.toMatchObject(tooMany);
      minutes(20);
      await expect(fail()).rejects.toMatchObject(wrong);
      await expect(fail()).rejects.toMatchObject(tooMany);
    });

    it('of an IPv6 address are those of its first 64 bits, and IPv4 is IPv4 in either form', async () => {
      const { accounts } = limited();
      const fail = (address: string) => accounts.signIn(uniqueEmail(), 'a wrong password', from(address));
      for (const address of ['2001:db8:0:7::1', '2001:db8:0:7::2', '2001:0db8:0:7:ffff:ffff:ffff:ffff']) {
        await expect(fail(address)).rejects.toMatchObject(wrong);
      }
      await expect(fail('2001:db8:0:7::9')).rejects.toMatchObject(tooMany);
      await expect(fail('2001:db8:0:8::9')).rejects.toMatchObject(wrong);
      for (const address of ['203.0.113.40', '::ffff:203.0.113.40', '::ffff:cb00:7128']) {
        await expect(fail(address)).rejects.toMatchObject(wrong);
      }
      await expect(fail('203.0.113.40')).rejects.toMatchObject(tooMany);
    });
  });

  describe('leave', () => {
    it('at most so many rows, those that hold longest', async () => {
      for (let count = 0; count < 3; count += 1) await shut((await person()).email);
      await database.transaction((tx) => sweepAttempts(tx, identity.clock.now(), 2));
      expect(await database.query.selectFrom('attempts').select('key').execute()).toHaveLength(2);
    });

    it('no trace of whom and where, and nothing after a day', async () => {
      const { userId, email } = await person();
      await shut(email);
      const rows = await database.query.selectFrom('attempts').selectAll().execute();
      const stored = JSON.stringify(
        rows.map((row) => ({ ...row, key: Buffer.from(row.key).toString('latin1') })),
      );
      for (const word of [userId, email, '198.51']) expect(stored).not.toContain(word);
      minutes(26 * 60);
      await database.transaction((tx) => sweepAttempts(tx, identity.clock.now()));
      expect(await database.query.selectFrom('attempts').selectAll().execute()).toEqual([]);
    });
  });
});
