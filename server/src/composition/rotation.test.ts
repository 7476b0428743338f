import { generateSync } from 'otplib';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { createChallenges } from '../features/identity/second-factor/challenges.ts';
import { createSecondFactors } from '../features/identity/second-factor/second-factor.ts';
import { createRotation, type RotationStep } from '../features/identity/secret-rotation/index.ts';
import { createReturnPaths } from '../features/mail/message/index.ts';
import { createSuppressions } from '../features/mail/suppressions/index.ts';
import { createTrackingTokens } from '../features/mail/tracking/index.ts';
import { createUnsubscribeTokens } from '../features/messaging/channels/email/index.ts';
import { createVapidKeys } from '../features/messaging/channels/web-push/vapid-keys.ts';
import { type InstanceSecret, openSecret } from '../platform/secret/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../testing/database.ts';
import { createTestIdentity, testPassword } from '../testing/identity.ts';
import { testWorkers } from '../testing/workers/index.ts';
import { sealedRows } from './sealed.ts';
import { examineSecret, linksHoldFor } from './secret-findings.ts';

const first = 'the first secret of at least thirty-two characters';
const second = 'the second secret of at least thirty-two characters';
const silent = pino({ level: 'silent' });
const publicUrl = 'https://jobs.example.org';
const deliveryId = '01890a5d-ac96-774b-bcce-b302099a8057';

describeEachDatabase('a rotated secret', (open) => {
  const clock = new FakeClock();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });

  /** All that is derived from the secret, as a process has it that was started with these. */
  async function start(current: string, ...previous: string[]) {
    const secret = await openSecret(database, { current, previous }, clock.now());
    return partsOf(database, secret, clock);
  }

  const examine = (current: string, ...previous: string[]) =>
    examineSecret(database.query, sealedRows, { current, previous }, clock.now());

  /** Seals everything anew, step by step. */
  async function rotate(secret: InstanceSecret): Promise<void> {
    const rotation = createRotation({ sealed: sealedRows, secret, logger: silent });
    let step: RotationStep | null = { part: 0, after: null };
    while (step !== null) {
      const now: RotationStep = step;
      step = await database.transaction((tx) => rotation.run(tx, now));
    }
  }

  test('keeps all that was made before it, and needs the old one no more when all is sealed anew', async () => {
    const before = await start(first);
    const userId = await before.identity.createUser();
    const { email } = await before.identity.accounts.read(database.query, userId);
    const session = await before.identity.accounts.signIn(email, testPassword);
    await database.transaction((tx) => before.identity.accounts.requestPasswordReset(tx, email));
    const setup = await database.transaction((tx) => before.factors.startTotp(tx, { id: userId, email }));
    const push = await before.vapidKeys.current();
    const erased = 'erased@example.org';
    await database.transaction(async (tx) => {
      await before.suppressions.suppress(tx, userId, {
        ...{ address: erased, scope: 'all', note: '', expires_at: null },
      });
      await before.suppressions.eraseAddress(tx, erased);
    });
    const unsubscribe = before.unsubscribe.sign({ userId, deliveryId, category: 'jobs' });
    const link = before.tracking.signLink({
      deliveryId,
      userId,
      sentAt: clock.now(),
      target: `${publicUrl}/jobs`,
    });
    const returnPath = before.returnPaths.create(deliveryId);
    expect(await examine(first)).toMatchObject({
      state: 'ok',
      detail: 'nothing that is stored needs another one',
    });

    clock.advance(60_000);
    const both = await start(second, first);
    expect(await examine(second, first)).toMatchObject({
      detail: expect.stringMatching(
        /^an old one still seals keys for web push \(1\), keys that sign access tokens \(1\), secrets of authenticator apps \(1\): /,
      ),
    });
    expect(await both.identity.accounts.authenticate(session.accessToken.token)).toMatchObject({ userId });
    const { refreshToken } = await both.identity.accounts.refresh(session.refreshToken);
    expect(both.unsubscribe.verify(unsubscribe)).toMatchObject({ userId, deliveryId });
    expect(both.tracking.verifyLink(link ?? '')).toMatchObject({ target: `${publicUrl}/jobs` });
    expect(both.returnPaths.verify(returnPath)).toBe(deliveryId);
    // What is made now is made with the new one.
    expect(
      createUnsubscribeTokens(second).verify(both.unsubscribe.sign({ userId, deliveryId, category: 'jobs' })),
    ).not.toBeNull();

    await rotate(both.secret);
    expect(await examine(second, first)).toEqual({
      part: 'secret',
      state: 'ok',
      detail:
        'in use since 2026-09-01; nothing stored needs an old one, but links of mails of before do: keep ' +
        'ROLECALL_SECRET_PREVIOUS until 2026-10-31',
    });
    const after = await start(second);
    expect(await after.identity.accounts.authenticate(session.accessToken.token)).toMatchObject({ userId });
    await expect(after.identity.accounts.refresh(refreshToken)).resolves.toBeDefined();
    expect((await after.vapidKeys.current()).id).toBe(push.id);
    const code = generateSync({ secret: setup.secret, epoch: clock.now().getTime() / 1000 });
    await expect(
      database.transaction((tx) => after.factors.confirmTotp(tx, userId, code, 'Firefox')),
    ).resolves.toHaveLength(10);
    expect((await after.suppressions.findBlocks(database.query, [erased])).size).toBe(1);
    await after.identity.accounts.resetPassword(
      before.identity.resetMails[0]?.token ?? '',
      'a much better password',
    );
    expect(after.unsubscribe.verify(unsubscribe)).toBeNull();

    clock.advance(linksHoldFor);
    expect(await examine(second, first)).toMatchObject({
      state: 'warning',
      detail: expect.stringContaining('take it out of ROLECALL_SECRET_PREVIOUS'),
    });
    expect(await examine(second)).toMatchObject({ state: 'ok' });
  });

  test('that is not given is missed, and nothing is lost when it comes back', async () => {
    const third = 'a third secret of at least thirty-two characters';
    const isSuppressed = async ({ suppressions }: ReturnType<typeof partsOf>) =>
      (await suppressions.findBlocks(database.query, ['erased@example.org'])).size === 1;
    expect(await isSuppressed(await start(third))).toBe(false);
    expect(await examine(third)).toMatchObject({
      state: 'warning',
      detail: expect.stringContaining('no given secret opens keys for web push (1), '),
    });
    expect(await isSuppressed(await start(second))).toBe(true);
    expect(await examine(second)).toMatchObject({ state: 'ok' });
  });
});

function partsOf(database: TestDatabase, secret: InstanceSecret, clock: FakeClock) {
  const foundation = { database, clock, logger: silent, secret };
  const notifier = { notify: async () => {} };
  const challenges = createChallenges(foundation);
  return {
    secret,
    identity: createTestIdentity(database, { clock, secret }),
    factors: createSecondFactors({ ...foundation, challenges, notifier, issuer: 'Rolecall' }),
    vapidKeys: createVapidKeys(foundation),
    suppressions: createSuppressions({ ...foundation, workers: testWorkers() }),
    unsubscribe: createUnsubscribeTokens(secret),
    tracking: createTrackingTokens(secret, publicUrl),
    returnPaths: createReturnPaths({ secret, domain: 'bounces.example.org' }),
  };
}
