import { api } from '@rolecall/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../platform/http/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import {
  createTestIdentity,
  type TestIdentity,
  testPassword,
  uniqueEmail,
} from '../../../testing/identity.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { commandLine, createAudit } from '../audit/index.ts';
import { administrationRoutes } from './administration.routes.ts';

const reason = 'Asks applicants for a fee';

describeEachDatabase('the administration of accounts', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let operator: Viewer;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
    operator = await signedIn(await identity.createUser('operator'));
  });

  const emailOf = async (userId: string) => (await identity.accounts.read(database.query, userId)).email;
  const signIn = async (userId: string) => identity.accounts.signIn(await emailOf(userId), testPassword);

  async function signedIn(userId: string): Promise<Viewer> {
    const { accessToken } = await signIn(userId);
    const viewer = await identity.accounts.authenticate(accessToken.token);
    if (viewer === null) throw new Error('the token does not hold');
    return viewer;
  }

  const routes = () => {
    const { accounts, sessions } = identity;
    return administrationRoutes({ database, administration: accounts.administration, sessions });
  };
  const disable = (userId: string, viewer = operator) =>
    callRoute(api.people.disable, { viewer, params: { user_id: userId }, body: { reason } }, routes());
  const enable = (userId: string) =>
    callRoute(api.people.enable, { viewer: operator, params: { user_id: userId } }, routes());
  const changeRole = (userId: string, role: string, viewer = operator) =>
    callRoute(api.people.changeRole, { viewer, params: { user_id: userId }, body: { role } }, routes());

  const entriesAbout = async (userId: string) => {
    const audit = createAudit({ clock: identity.clock });
    const { items } = await audit.list(database.query, { subject_id: userId, limit: 10 });
    return items.map(({ action, actor, before, after, reason: why }) => ({
      ...{ action, by: actor.user_id ?? actor.type, before, after, why },
    }));
  };
  const by = () => operator.userId;

  it('makes accounts by passwords that nobody guesses, and writes that down', async () => {
    const who = {
      email: uniqueEmail(),
      name: 'Ada Quux',
      role: 'job_seeker',
      companyName: undefined,
    } as const;
    const user = { ...who, emailVerified: true, timeZone: 'UTC', locale: 'en' } as const;
    const create = (password: string) =>
      database.transaction((tx) =>
        identity.accounts.administration.create(tx, commandLine, { ...user, password }),
      );
    for (const guessed of ['password1234', 'ada quux 2026']) {
      await expect(create(guessed)).rejects.toMatchObject({ code: 'password_guessable' });
    }
    const userId = await create(testPassword);
    expect(await signedIn(userId)).toMatchObject({ role: 'job_seeker' });
    expect(await entriesAbout(userId)).toEqual([
      {
        action: 'person_created',
        by: 'command_line',
        before: null,
        after: { role: 'job_seeker' },
        why: null,
      },
    ]);
  });

  it('shuts an account: no sign-in, refresh, key or link, until it is enabled again', async () => {
    const userId = await identity.createUser();
    const { refreshToken } = await signIn(userId);
    const { key } = await database.transaction((tx) => identity.apiKeys.create(tx, userId, { name: 'a' }));
    await database.transaction(async (tx) =>
      identity.accounts.requestPasswordReset(tx, await emailOf(userId)),
    );
    const link = identity.resetMails.at(-1)?.token ?? '';

    await disable(userId);
    await expect(signIn(userId)).rejects.toMatchObject({ code: 'account_disabled' });
    const wrong = identity.accounts.signIn(await emailOf(userId), 'some other password');
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_credentials' });
    await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await identity.accounts.authenticate(key)).toBeNull();
    await expect(identity.accounts.resetPassword(link, 'a much better password')).rejects.toMatchObject({
      code: 'token_invalid',
    });
    const mails = identity.resetMails.length;
    await database.transaction(async (tx) =>
      identity.accounts.requestPasswordReset(tx, await emailOf(userId)),
    );
    expect(identity.resetMails).toHaveLength(mails);
    const made = database.transaction((tx) => identity.apiKeys.create(tx, userId, { name: 'b' }));
    await expect(made).rejects.toMatchObject({ code: 'address_unconfirmed' });

    await disable(userId);
    await enable(userId);
    await signIn(userId);
    expect(await identity.accounts.authenticate(key)).toBeNull();
    expect(await entriesAbout(userId)).toEqual([
      { action: 'person_enabled', by: by(), before: null, after: null, why: null },
      { action: 'person_disabled', by: by(), before: null, after: null, why: reason },
    ]);
    expect(identity.notices.filter((notice) => notice.endsWith(userId))).toEqual([
      `disabled ${userId}`,
      `enabled ${userId}`,
    ]);
  });

  it('opens no session for who is being disabled at that moment', async () => {
    const userId = await identity.createUser();
    const email = await emailOf(userId);
    const results = await Promise.allSettled([
      ...[1, 2, 3].map(() => identity.accounts.signIn(email, testPassword)),
      disable(userId),
    ]);
    expect(results.at(-1)?.status).toBe('fulfilled');
    expect(await identity.sessions.list(database.query, userId)).toEqual([]);
  });

  it('changes roles, which ends what was made with the one before', async () => {
    const userId = await identity.createUser();
    const { refreshToken } = await signIn(userId);
    const { key } = await database.transaction((tx) => identity.apiKeys.create(tx, userId, { name: 'a' }));
    await changeRole(userId, 'operator');
    await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await identity.accounts.authenticate(key)).toBeNull();
    expect(await signedIn(userId)).toMatchObject({ role: 'operator' });
    await database.transaction((tx) =>
      identity.accounts.administration.changeRole(tx, commandLine, userId, 'job_seeker'),
    );
    expect(await entriesAbout(userId)).toEqual([
      {
        ...{ action: 'person_role_changed', by: 'command_line', why: null },
        ...{ before: { role: 'operator' }, after: { role: 'job_seeker' } },
      },
      {
        ...{ action: 'person_role_changed', by: by(), why: null },
        ...{ before: { role: 'job_seeker' }, after: { role: 'operator' } },
      },
    ]);
  });

  it('signs out everywhere and sends the link for a new password', async () => {
    const userId = await identity.createUser();
    const { refreshToken } = await signIn(userId);
    const params = { user_id: userId };
    expect(await callRoute(api.people.readAccount, { viewer: operator, params }, routes())).toMatchObject({
      company: { name: 'Example GmbH' },
      disabled_reason: null,
      sessions: [{ browser: null, system: null }],
      api_keys: 0,
      second_factors: [],
    });
    await callRoute(api.people.signOut, { viewer: operator, params }, routes());
    await expect(identity.accounts.refresh(refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
    await callRoute(api.people.sendPasswordReset, { viewer: operator, params }, routes());
    expect(identity.resetMails.at(-1)?.userId).toBe(userId);
    expect((await entriesAbout(userId)).map(({ action }) => action)).toEqual([
      'person_reset_sent',
      'person_signed_out',
    ]);
    await disable(userId);
    const again = callRoute(api.people.sendPasswordReset, { viewer: operator, params }, routes());
    await expect(again).rejects.toMatchObject({ code: 'account_disabled' });
  });

  it('is nothing that somebody does to themselves', async () => {
    const own = { code: 'own_account' };
    await expect(disable(operator.userId)).rejects.toMatchObject(own);
    await expect(changeRole(operator.userId, 'job_seeker')).rejects.toMatchObject(own);
  });

  it('leaves an operator, also when two take each other away at once', async () => {
    const other = await signedIn(await identity.createUser('operator'));
    const results = await Promise.allSettled([
      disable(other.userId),
      changeRole(operator.userId, 'job_seeker', other),
    ]);
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(failed).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/last_operator|reauth/) }),
    ]);
    operator = await signedIn(await newOperator());
    const left = await database.query
      .selectFrom('people')
      .select('id')
      .where('role', '=', 'operator')
      .where('disabled_at', 'is', null)
      .execute();
    for (const { id } of left.filter((row) => row.id !== operator.userId)) await disable(id);
    const last = database.transaction((tx) =>
      identity.accounts.administration.changeRole(tx, commandLine, operator.userId, 'job_seeker'),
    );
    await expect(last).rejects.toMatchObject({ code: 'last_operator' });
  });

  const newOperator = () => identity.createUser('operator');

  it('asks for a fresh proof, and is about somebody', async () => {
    const userId = await identity.createUser();
    await expect(disable(crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    identity.clock.advance(11 * 60_000);
    await expect(disable(userId)).rejects.toMatchObject({ code: 'reauthentication_required' });
    await expect(changeRole(userId, 'operator')).rejects.toMatchObject({ code: 'reauthentication_required' });
    await signIn(userId);
  });
});

describe('what is for operators alone', () => {
  const { readAccount, countDeliveries, disable, enable, changeRole, signOut } = api.people;
  const { removeSecondFactor, sendPasswordReset } = api.people;
  const acting = [disable, enable, changeRole, signOut, removeSecondFactor, sendPasswordReset];
  it.each([...acting, readAccount, countDeliveries].map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s is closed to everybody else',
    (_id, { access }) => {
      expect(access).toEqual(['operator']);
    },
  );
  it.each(acting.map((endpoint) => [endpoint.id, endpoint] as const))('%s is closed to keys', (_id, one) => {
    expect(one).not.toHaveProperty('scope');
  });
});
