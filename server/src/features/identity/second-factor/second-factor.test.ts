import { api, type Endpoint, type Role } from '@rolecall/contract';
import { secondFactorRequiredSchema } from '@rolecall/contract/second-factor';
import { generateSync } from 'otplib';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isApplicationError } from '../../../platform/errors/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity, testPassword } from '../../../testing/identity.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import { administrationRoutes } from '../accounts/administration.routes.ts';
import { createAudit } from '../audit/index.ts';
import { createChallenges } from './challenges.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import { createSecondFactors, type SecondFactors } from './second-factor.ts';
import { createSecondStep, type SecondStep } from './second-step.ts';

interface Person {
  readonly viewer: TestViewer & { readonly sessionId: string };
  readonly email: string;
}

describeEachDatabase('the second factor', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let secondFactors: SecondFactors;
  let secondStep: SecondStep;
  let alerts: string[];

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
    const foundation = { database, clock: identity.clock, logger: pino({ level: 'silent' }) };
    const challenges = createChallenges(foundation);
    const notifier = {
      async notify(_tx: unknown, { payload }: { readonly payload: { readonly event: string } }) {
        alerts.push(payload.event);
      },
    };
    secondFactors = createSecondFactors({
      ...{ ...foundation, challenges, notifier },
      secret: 'a secret of at least thirty-two characters',
      issuer: 'Rolecall (jobs.example.org)',
    });
    secondStep = createSecondStep({
      ...{ ...foundation, challenges, factors: secondFactors },
      ...{ sessions: identity.sessions, attempts: identity.attempts },
    });
    identity.accounts.guardSignIn(secondStep);
    identity.accounts.accessEnded.on(secondFactors.accessEnded);
  });
  beforeEach(() => {
    alerts = [];
  });

  const routes = () => secondFactorRoutes({ ...identity, database, secondFactors, secondStep });
  const codeNow = (secret: string, seconds = 0) =>
    generateSync({ secret, epoch: identity.clock.now().getTime() / 1000 + seconds });

  async function createPerson(role?: Role): Promise<Person> {
    const userId = await identity.createUser(role);
    const { email } = await identity.accounts.read(database.query, userId);
    const { accessToken } = await identity.accounts.signIn(email, testPassword);
    const viewer = await identity.accounts.authenticate(accessToken.token);
    if (viewer === null || viewer.sessionId === null) throw new Error('nobody is signed in');
    return { viewer: { ...viewer, sessionId: viewer.sessionId }, email };
  }

  /** Somebody who has set it up, half an hour ago. */
  async function createGuarded() {
    const person = await createPerson();
    const { viewer } = person;
    const { secret } = await callRoute(api.secondFactor.startTotp, { viewer }, routes());
    const body = { code: codeNow(secret) };
    const { codes } = await callRoute(api.secondFactor.confirmTotp, { viewer, body }, routes());
    identity.clock.advance(30 * 60_000);
    alerts = [];
    return { ...person, secret, codes };
  }

  /** Takes the first step. */
  async function firstStep(email: string) {
    try {
      await identity.accounts.signIn(email, testPassword);
    } catch (error) {
      if (isApplicationError(error, 'second_factor_required'))
        return secondFactorRequiredSchema.parse(error.extensions);
      throw error;
    }
    throw new Error('the password was enough');
  }

  const answer = (challenge_token: string, factor: 'totp' | 'recovery_code', code: string) =>
    callRoute(api.secondFactor.answer, { body: { challenge_token, factor, code } }, routes());
  const wrong = { code: 'second_factor_refused' };
  const over = { code: 'second_factor_challenge_over' };

  it('is gone with the change of an address that its owner undoes, since somebody else has set it up', async () => {
    const { viewer, email } = await createGuarded();
    await database.transaction((tx) =>
      identity.accounts.accessEnded.emit(tx, { userId: viewer.userId, because: 'password_reset' }),
    );
    await expect(firstStep(email)).resolves.toMatchObject({ factors: expect.arrayContaining(['totp']) });
    await database.transaction((tx) =>
      identity.accounts.accessEnded.emit(tx, { userId: viewer.userId, because: 'change_undone' }),
    );
    await identity.accounts.signIn(email, testPassword);
  });

  describe('is removed by an operator', () => {
    const asOperator = () => {
      const { accounts, sessions } = identity;
      return administrationRoutes({ database, administration: accounts.administration, sessions });
    };
    const remove = (viewer: TestViewer, userId: string) =>
      callRoute(api.people.removeSecondFactor, { viewer, params: { user_id: userId } }, asOperator());

    it('when it is lost, with all that was signed in by it', async () => {
      const { viewer, email, codes } = await createGuarded();
      const { key } = await database.transaction((tx) =>
        identity.apiKeys.create(tx, viewer.userId, { name: 'a' }),
      );
      const begun = await firstStep(email);
      const operator = (await createPerson('operator')).viewer;
      await remove(operator, viewer.userId);

      await expect(answer(begun.challenge_token, 'recovery_code', codes[0] ?? '')).rejects.toMatchObject(
        over,
      );
      expect(await identity.sessions.list(database.query, viewer.userId)).toEqual([]);
      expect(await identity.accounts.authenticate(key)).toBeNull();
      await identity.accounts.signIn(email, testPassword);
      expect(identity.notices).toContain(`second_factor_removed ${viewer.userId}`);
      const { items } = await createAudit(identity).list(database.query, {
        ...{ subject_id: viewer.userId, limit: 10 },
      });
      expect(items).toMatchObject([
        {
          action: 'person_second_factor_removed',
          actor: { type: 'person', user_id: operator.userId },
          before: { factors: 'totp, recovery_code' },
        },
      ]);
      await expect(remove(operator, viewer.userId)).rejects.toMatchObject({ code: 'second_factor_off' });
    });

    it('of somebody else alone, after a fresh proof', async () => {
      const { viewer, email } = await createGuarded();
      const operator = (await createPerson('operator')).viewer;
      await expect(remove(operator, operator.userId)).rejects.toMatchObject({ code: 'own_account' });
      identity.clock.advance(11 * 60_000);
      await expect(remove(operator, viewer.userId)).rejects.toMatchObject({
        code: 'reauthentication_required',
      });
      await expect(firstStep(email)).resolves.toMatchObject({ factors: ['totp', 'recovery_code'] });
    });
  });

  describe('is set up', () => {
    it('by a code of the app, and from then on the password alone signs nobody in', async () => {
      const { viewer, email } = await createPerson();
      const setup = await callRoute(api.secondFactor.startTotp, { viewer }, routes());
      expect(setup.uri).toContain(encodeURIComponent(email));
      await identity.accounts.signIn(email, testPassword);
      expect(await callRoute(api.secondFactor.read, { viewer }, routes())).toMatchObject({ enabled: false });

      const body = { code: codeNow(setup.secret).replace(/^.../, '$& ') };
      const { codes } = await callRoute(api.secondFactor.confirmTotp, { viewer, body }, routes());
      expect(codes).toHaveLength(10);
      expect(alerts).toEqual(['second_factor_added']);
      expect(await callRoute(api.secondFactor.read, { viewer }, routes())).toEqual({
        enabled: true,
        since: identity.clock.now().toISOString(),
        recovery_codes_left: 10,
      });
      expect(await firstStep(email)).toMatchObject({ factors: ['totp', 'recovery_code'] });
    });

    it('not by a wrong code, nor by the secret of a setup before', async () => {
      const { viewer, email } = await createPerson();
      const first = await callRoute(api.secondFactor.startTotp, { viewer }, routes());
      await callRoute(api.secondFactor.startTotp, { viewer }, routes());
      for (const code of ['000000', codeNow(first.secret)]) {
        await expect(
          callRoute(api.secondFactor.confirmTotp, { viewer, body: { code } }, routes()),
        ).rejects.toMatchObject(wrong);
      }
      await identity.accounts.signIn(email, testPassword);
    });

    it('within an hour, or not at all', async () => {
      const { viewer } = await createPerson();
      const { secret } = await callRoute(api.secondFactor.startTotp, { viewer }, routes());
      identity.clock.advance(3_600_001);
      const { sessions } = identity;
      await sessions.authenticatedAgain(database.query, viewer.sessionId);
      const body = { code: codeNow(secret) };
      await expect(callRoute(api.secondFactor.confirmTotp, { viewer, body }, routes())).rejects.toMatchObject(
        { code: 'second_factor_off' },
      );
    });

    it('with a secret that a copy of the database does not give away', async () => {
      const { viewer, secret, codes } = await createGuarded();
      const rows = await database.query
        .selectFrom('second_factors')
        .innerJoin('recovery_codes', 'recovery_codes.user_id', 'second_factors.user_id')
        .select(['totp_secret', 'hash'])
        .where('second_factors.user_id', '=', viewer.userId)
        .execute();
      expect(rows).toHaveLength(10);
      for (const { totp_secret, hash } of rows) {
        expect(Buffer.from(totp_secret).toString('latin1')).not.toContain(secret);
        expect(codes).not.toContain(Buffer.from(hash).toString());
      }
    });
  });

  describe('a code of the app', () => {
    it('takes the second step, and starts a session', async () => {
      const { viewer, email, secret } = await createGuarded();
      const { challenge_token } = await firstStep(email);
      const session = await answer(challenge_token, 'totp', codeNow(secret));
      expect(session.account.id).toBe(viewer.userId);
      expect(await identity.accounts.authenticate(session.access_token)).toMatchObject({
        userId: viewer.userId,
      });
      await expect(answer(challenge_token, 'totp', codeNow(secret))).rejects.toMatchObject(over);
    });

    it('counts once, whatever sign-in it is shown at', async () => {
      const { email, secret } = await createGuarded();
      const [one, two] = [await firstStep(email), await firstStep(email)];
      const code = codeNow(secret);
      await answer(one.challenge_token, 'totp', code);
      await expect(answer(two.challenge_token, 'totp', code)).rejects.toMatchObject(wrong);
      const earlier = codeNow(secret, -30);
      await expect(answer(two.challenge_token, 'totp', earlier)).rejects.toMatchObject(wrong);
      identity.clock.advance(30_000);
      await answer(two.challenge_token, 'totp', codeNow(secret));
    });

    it('counts once even when two processes are shown it at the same moment', async () => {
      const { email, secret } = await createGuarded();
      const [one, two, three] = [await firstStep(email), await firstStep(email), await firstStep(email)];
      const code = codeNow(secret);
      const results = await Promise.allSettled(
        [one, two, three].map(({ challenge_token }) => answer(challenge_token, 'totp', code)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('is good for its person alone', async () => {
      const [ada, grace] = [await createGuarded(), await createGuarded()];
      const { challenge_token } = await firstStep(ada.email);
      await expect(answer(challenge_token, 'totp', codeNow(grace.secret))).rejects.toMatchObject(wrong);
      await expect(answer(challenge_token, 'recovery_code', grace.codes[0] ?? '')).rejects.toMatchObject(
        wrong,
      );
    });
  });

  describe('a recovery code', () => {
    it('takes the second step once, and its owner is told', async () => {
      const { viewer, email, codes } = await createGuarded();
      const [code = ''] = codes;
      const { challenge_token } = await firstStep(email);
      await answer(challenge_token, 'recovery_code', code.toLowerCase().replaceAll('-', ' '));
      expect(alerts).toEqual(['recovery_code_used']);
      const again = await firstStep(email);
      await expect(answer(again.challenge_token, 'recovery_code', code)).rejects.toMatchObject(wrong);
      expect(await secondFactors.read(database.query, viewer.userId)).toMatchObject({
        recovery_codes_left: 9,
      });
    });

    it('stops working when there are new ones', async () => {
      const { viewer, email, codes } = await createGuarded();
      await identity.sessions.authenticatedAgain(database.query, viewer.sessionId);
      const renewed = await callRoute(api.secondFactor.renewRecoveryCodes, { viewer }, routes());
      expect(alerts).toEqual(['recovery_codes_renewed']);
      const { challenge_token } = await firstStep(email);
      await expect(answer(challenge_token, 'recovery_code', codes[1] ?? '')).rejects.toMatchObject(wrong);
      await answer(challenge_token, 'recovery_code', renewed.codes[0] ?? '');
    });

    it('is not offered when none is left', async () => {
      const { viewer, email } = await createGuarded();
      await database.query.deleteFrom('recovery_codes').where('user_id', '=', viewer.userId).execute();
      expect((await firstStep(email)).factors).toEqual(['totp']);
    });
  });

  describe('tries are bounded', () => {
    it('for one sign-in: after five it is over, also for the right code', async () => {
      const { email, codes } = await createGuarded();
      const { challenge_token } = await firstStep(email);
      for (let tries = 0; tries < 5; tries++) {
        await expect(answer(challenge_token, 'recovery_code', 'AAAA-AAAA-AAAA-AAAA')).rejects.toMatchObject(
          wrong,
        );
      }
      await expect(answer(challenge_token, 'recovery_code', codes[0] ?? '')).rejects.toMatchObject(over);
    });

    it('for one person, however many sign-ins are begun: then codes of the app are not looked at', async () => {
      const { email, secret, codes } = await createGuarded();
      for (let tries = 0; tries < 5; tries++) {
        const { challenge_token } = await firstStep(email);
        await expect(answer(challenge_token, 'totp', '000000')).rejects.toMatchObject(wrong);
      }
      const { challenge_token } = await firstStep(email);
      await expect(answer(challenge_token, 'totp', codeNow(secret))).rejects.toMatchObject({
        code: 'too_many_attempts',
        extensions: { retry_after: 30 },
      });
      // Whoever only guesses shuts nobody out: a recovery code still lets them in.
      await answer(challenge_token, 'recovery_code', codes[0] ?? '');
      identity.clock.advance(30_000);
      const later = await firstStep(email);
      await answer(later.challenge_token, 'totp', codeNow(secret));
    });

    it('for ten minutes', async () => {
      const { email, secret } = await createGuarded();
      const { challenge_token } = await firstStep(email);
      identity.clock.advance(10 * 60_000);
      await expect(answer(challenge_token, 'totp', codeNow(secret))).rejects.toMatchObject(over);
    });

    it('in number: of more than ten sign-ins that wait, the oldest is over', async () => {
      const { email, secret } = await createGuarded();
      const { challenge_token } = await firstStep(email);
      for (let count = 0; count < 10; count++) {
        identity.clock.advance(1_000);
        await firstStep(email);
      }
      await expect(answer(challenge_token, 'totp', codeNow(secret))).rejects.toMatchObject(over);
    });
  });

  describe('what ends access', () => {
    const newPassword = 'another long password';

    it('ends the sign-ins that wait when the password is changed', async () => {
      const { viewer, email, secret } = await createGuarded();
      const { challenge_token } = await firstStep(email);
      await identity.accounts.changePassword(viewer.userId, testPassword, newPassword);
      await expect(answer(challenge_token, 'totp', codeNow(secret))).rejects.toMatchObject(over);
    });

    it('leaves the factor to whoever resets the password: the mailbox alone lets nobody in', async () => {
      const { viewer, email } = await createGuarded();
      await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
      const token = identity.resetMails.findLast(({ userId }) => userId === viewer.userId)?.token ?? '';
      await identity.accounts.resetPassword(token, newPassword);
      await expect(identity.accounts.signIn(email, newPassword)).rejects.toMatchObject({
        code: 'second_factor_required',
      });
    });

    it('frees an address from the factor of somebody who had signed up with it before its owner', async () => {
      const { viewer, email } = await createGuarded();
      await database.query
        .updateTable('users')
        .set({ email_verified: false })
        .where('id', '=', viewer.userId)
        .execute();
      await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
      const token = identity.resetMails.findLast(({ userId }) => userId === viewer.userId)?.token ?? '';
      await identity.accounts.resetPassword(token, newPassword);
      expect((await identity.accounts.signIn(email, newPassword)).account.id).toBe(viewer.userId);
    });

    it('is an account that closes', async () => {
      const { viewer } = await createGuarded();
      await database.transaction((tx) => identity.accounts.administration.shutOut(tx, viewer.userId));
      expect(await secondFactors.read(database.query, viewer.userId)).toMatchObject({ enabled: false });
    });
  });

  describe('is taken away', () => {
    it('by its owner, who is told, with the sign-ins that wait for it', async () => {
      const { viewer, email, secret } = await createGuarded();
      const { challenge_token } = await firstStep(email);
      await identity.sessions.authenticatedAgain(database.query, viewer.sessionId);
      await callRoute(api.secondFactor.remove, { viewer }, routes());
      expect(alerts).toEqual(['second_factor_removed']);
      await expect(answer(challenge_token, 'totp', codeNow(secret))).rejects.toMatchObject(over);
      await identity.accounts.signIn(email, testPassword);
      await expect(
        callRoute(api.secondFactor.renewRecoveryCodes, { viewer }, routes()),
      ).rejects.toMatchObject({ code: 'second_factor_off' });
    });

    it.each(['startTotp', 'confirmTotp', 'renewRecoveryCodes', 'remove'] as const)(
      'or changed (%s) neither in a session that was not proven lately, nor by an API key',
      async (name) => {
        const { viewer, secret } = await createGuarded();
        const endpoint: Endpoint = api.secondFactor[name];
        const body = name === 'confirmTotp' ? { code: codeNow(secret) } : undefined;
        for (const sessionId of [viewer.sessionId, null]) {
          await expect(
            callRoute(endpoint, { viewer: { ...viewer, sessionId }, body }, routes()),
          ).rejects.toMatchObject({ code: 'reauthentication_required' });
        }
      },
    );

    it('by nobody else', async () => {
      const { viewer, email } = await createGuarded();
      const stranger = await createPerson();
      await expect(
        callRoute(api.secondFactor.remove, { viewer: stranger.viewer }, routes()),
      ).rejects.toMatchObject({ code: 'second_factor_off' });
      expect(await callRoute(api.secondFactor.read, { viewer: stranger.viewer }, routes())).toMatchObject({
        enabled: false,
      });
      expect(await secondFactors.read(database.query, viewer.userId)).toMatchObject({ enabled: true });
      await firstStep(email);
    });

    it('and another one cannot be put over it', async () => {
      const { viewer } = await createGuarded();
      await identity.sessions.authenticatedAgain(database.query, viewer.sessionId);
      await expect(callRoute(api.secondFactor.startTotp, { viewer }, routes())).rejects.toMatchObject({
        code: 'second_factor_on',
      });
    });
  });
});
