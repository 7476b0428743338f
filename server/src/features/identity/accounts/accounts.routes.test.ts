import { accountSchema, api, apiKeyCreatedSchema, type Endpoint, sessionSchema } from '@rolecall/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RawRequest, RequestContext, Viewer } from '../../../platform/http/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import {
  createTestIdentity,
  type TestIdentity,
  testPassword,
  uniqueEmail,
} from '../../../testing/identity.ts';
import { sessionCookie } from '../sessions/index.ts';
import { accountRoutes } from './accounts.routes.ts';
import type { AccountTasks } from './dependencies.ts';

/** A browser as far as cookies go. */
class Browser {
  readonly cookies: Record<string, string | undefined> = {};
  readonly fromAllowedOrigin: boolean;

  constructor(fromAllowedOrigin = true) {
    this.fromAllowedOrigin = fromAllowedOrigin;
  }

  get context(): RequestContext {
    return {
      requestId: 'r',
      clientAddress: '192.0.2.1',
      userAgent: 'test',
      fromAllowedOrigin: this.fromAllowedOrigin,
      cookies: this.cookies,
      idempotencyKey: null,
      setCookie: (name, value) => {
        this.cookies[name] = value;
      },
      clearCookie: (name) => {
        delete this.cookies[name];
      },
    };
  }
}

const signUpBody = (changes: object = {}) => ({
  email: uniqueEmail(),
  password: testPassword,
  name: 'Ada Byron',
  role: 'job_seeker',
  ...changes,
});

describeEachDatabase('the routes of accounts', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
  });

  /** Addresses that a mail was asked for, to be sent by a task. */
  const asked: string[] = [];
  const tasks: AccountTasks = { mailPasswordReset: async (_tx, email) => asked.push(email) };

  /** Calls an endpoint as the edge does; the answer is still to be held to its schema. */
  async function call(
    endpoint: Endpoint,
    request: Partial<RawRequest> & { readonly browser?: Browser },
    accounts = identity.accounts,
  ): Promise<unknown> {
    const { browser = new Browser(false), ...parts } = request;
    const route = accountRoutes({ ...identity, accounts, database, tasks }).find(
      (candidate) => candidate.endpoint.id === endpoint.id,
    );
    if (route === undefined) throw new Error(`${endpoint.id} has no route`);
    return route.handle({
      params: undefined,
      query: undefined,
      body: undefined,
      viewer: null,
      file: null,
      context: browser.context,
      ...parts,
    });
  }

  const signUp = async (browser?: Browser) => {
    const body = signUpBody();
    const session = sessionSchema.parse(
      await call(api.auth.signUp, browser === undefined ? { body } : { body, browser }),
    );
    return { ...session, email: body.email };
  };

  const viewerOf = async (accessToken: string): Promise<Viewer> => {
    const viewer = await identity.accounts.authenticate(accessToken);
    if (viewer === null) throw new Error('the access token does not hold');
    return viewer;
  };

  it('implement every endpoint of authentication, and of the account without the profile', () => {
    const routes = accountRoutes({ ...identity, database, tasks }).map(({ endpoint }) => endpoint.id);
    const { readProfile, updateProfile, listSessions, endSession, ...others } = api.me;
    const { readEmailChange, requestEmailChange, cancelEmailChange, confirmEmailChange, ...me } = others;
    const { checkAddress, undoEmailChange, ...auth } = api.auth;
    const endpoints: Endpoint[] = [...Object.values(auth), ...Object.values(me)];
    expect(routes.sort()).toEqual(endpoints.map(({ id }) => id).sort());
  });

  describe('a browser', () => {
    it('is signed in by its cookie from then on', async () => {
      const browser = new Browser();
      const { account } = await signUp(browser);
      expect(browser.cookies).toHaveProperty(sessionCookie);
      const session = sessionSchema.parse(await call(api.auth.refresh, { body: {}, browser }));
      expect(session.account).toEqual(account);
      await call(api.auth.signOut, { body: {}, browser });
      expect(browser.cookies).not.toHaveProperty(sessionCookie);
      await expect(
        call(api.auth.refresh, { body: { refresh_token: session.refresh_token } }),
      ).rejects.toMatchObject({ code: 'unauthenticated' });
    });

    it('has its cookie taken from allowed origins only', async () => {
      const session = await signUp();
      const foreign = new Browser(false);
      foreign.cookies[sessionCookie] = session.refresh_token;
      await expect(call(api.auth.refresh, { body: {}, browser: foreign })).rejects.toMatchObject({
        code: 'origin_refused',
      });
      await expect(call(api.auth.signOut, { body: {}, browser: foreign })).rejects.toMatchObject({
        code: 'origin_refused',
      });
      await expect(
        call(api.auth.refresh, { body: { refresh_token: session.refresh_token } }),
      ).resolves.toBeDefined();
    });

    it('gets no cookie by a request of a foreign site', async () => {
      const foreign = new Browser(false);
      await signUp(foreign);
      expect(foreign.cookies).toEqual({});
    });

    it('without a session is told to sign in, and may sign out', async () => {
      const browser = new Browser();
      await expect(call(api.auth.refresh, { body: {}, browser })).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      await expect(call(api.auth.signOut, { body: {}, browser })).resolves.toBeUndefined();
    });

    it('proves anew by the password, and by no other, who is in the session', async () => {
      const { access_token } = await signUp(new Browser());
      const viewer = await viewerOf(access_token);
      identity.clock.advance(11 * 60_000);
      const requireFresh = () => identity.sessions.requireFresh(database.query, viewer);
      const prove = (password: string, as: Viewer = viewer) =>
        call(api.auth.reauthenticate, { viewer: as, body: { password } });
      await expect(prove('not the password')).rejects.toMatchObject({ code: 'invalid_credentials' });
      await expect(requireFresh()).rejects.toMatchObject({ code: 'reauthentication_required' });
      await expect(prove(testPassword, { ...viewer, sessionId: null })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await prove(testPassword);
      await requireFresh();
    });

    it('stays signed in when it changes the password, and not when it signs out everywhere', async () => {
      const browser = new Browser();
      const { access_token } = await signUp(browser);
      const viewer = await viewerOf(access_token);
      const body = { current_password: testPassword, password: 'a much better password' };
      await call(api.auth.changePassword, { body, viewer, browser });
      await expect(call(api.auth.refresh, { body: {}, browser })).resolves.toBeDefined();
      await call(api.auth.signOutEverywhere, { viewer, browser });
      expect(browser.cookies).not.toHaveProperty(sessionCookie);
    });
  });

  describe('API keys', () => {
    const aKey = (userId: string) =>
      database.transaction((tx) => identity.apiKeys.create(tx, userId, { name: 'robot' }));
    const ends: Record<string, (viewer: Viewer, kept: boolean) => Promise<unknown>> = {
      'a changed password': (viewer, keep_api_keys) => {
        const passwords = { current_password: testPassword, password: 'a much better password' };
        return call(api.auth.changePassword, { body: { ...passwords, keep_api_keys }, viewer });
      },
      'a sign-out everywhere': (viewer, keep_api_keys) =>
        call(api.auth.signOutEverywhere, { body: { keep_api_keys }, viewer }),
      'a sign-out everywhere else': (viewer, keep_api_keys) =>
        call(api.me.endOtherSessions, { body: { keep_api_keys }, viewer }),
    };

    it.each(Object.entries(ends))('end with %s, and their person is told how many', async (_by, end) => {
      const userId = await identity.createUser();
      const { email } = await identity.accounts.read(database.query, userId);
      const viewer = await viewerOf((await identity.accounts.signIn(email, testPassword)).accessToken.token);
      const { key } = await aKey(userId);
      await aKey(userId);
      const told = identity.keysEnded.length;
      await end(viewer, true);
      expect(await identity.accounts.authenticate(key)).not.toBeNull();
      expect(identity.keysEnded.slice(told)).toEqual([]);

      await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
      await identity.accounts.resetPassword(identity.resetMails.at(-1)?.token ?? '', testPassword);
      expect(identity.keysEnded.slice(told)).toEqual([`2 ${userId}`]);

      const again = await viewerOf((await identity.accounts.signIn(email, testPassword)).accessToken.token);
      await aKey(userId);
      await end(again, false);
      expect(identity.keysEnded.slice(told)).toEqual([`2 ${userId}`, `1 ${userId}`]);
      expect(await identity.apiKeys.list(database.query, userId)).toEqual([]);
    });

    it('end when a request says nothing of them, and has no body', async () => {
      const { access_token, account } = await signUp();
      const viewer = await viewerOf(access_token);
      await database.query
        .updateTable('users')
        .set({ email_verified: true })
        .where('id', '=', account.id)
        .execute();
      await aKey(account.id);
      await call(api.auth.signOutEverywhere, { viewer });
      expect(await identity.apiKeys.list(database.query, account.id)).toEqual([]);
    });
  });

  describe('a sign-up', () => {
    it.each([
      ['time_zone', { time_zone: 'Europe/Atlantis' }],
      ['locale', { locale: 'tlh' }],
      ['role', { role: 'operator' }],
      ['password', { password: 'too short' }],
      ['email', { email: 'nobody' }],
      ['name', { name: '  ' }],
      ['name', { name: 'Your account is locked. Visit evil.example now!' }],
      ['name', { name: 'Ann https://evil.example/win click' }],
      ['name', { name: 'Win at T.me' }],
      ['name', { name: 'Ann evil\u2024example' }],
      ['name', { name: 'Ann evil\u3002example' }],
      ['name', { name: 'Ann 192.0.2.1' }],
      ['name', { name: 'Ann localhost/win' }],
      ['name', { name: 'Write to help\uff20evil' }],
      ['company_name', { role: 'recruiter' }],
      ['company_name', { company_name: 'Zuse KG' }],
    ])('with a wrong %s is refused: %j', async (field, changes) => {
      await expect(call(api.auth.signUp, { body: signUpBody(changes) })).rejects.toMatchObject({
        issues: [expect.objectContaining({ path: [field] })],
      });
    });

    it.each(['J.R.R. Tolkien', 'Dr. Müller-Lüdenscheidt', 'Sammy Davis, Jr.', 'O’Hara 3rd', '李 小龍'])(
      'takes the name %s',
      async (name) => {
        await expect(call(api.auth.signUp, { body: signUpBody({ name }) })).resolves.toMatchObject({
          account: { name },
        });
      },
    );

    it('finds the account again however the address is written', async () => {
      const { email } = await signUp();
      const body = { email: ` ${email.toUpperCase()} `, password: testPassword };
      await expect(call(api.auth.signIn, { body })).resolves.toBeDefined();
      await expect(
        call(api.auth.signUp, { body: signUpBody({ email: email.toUpperCase() }) }),
      ).rejects.toMatchObject({ code: 'email_taken' });
    });
  });

  it('verify an address and send the mail again', async () => {
    const { access_token, account } = await signUp();
    const viewer = await viewerOf(access_token);
    await call(api.auth.resendVerification, { viewer });
    const [, again] = identity.verificationMails.filter(({ userId }) => userId === account.id);
    await call(api.auth.verifyEmail, { body: { token: again?.token } });
    expect(await call(api.me.read, { viewer })).toMatchObject({ email_verified: true });
  });

  describe('for a forgotten password', () => {
    const forget = (email: string, clientAddress: string, accounts = identity.accounts) =>
      call(
        api.auth.forgotPassword,
        { body: { email }, context: { ...new Browser(false).context, clientAddress } },
        accounts,
      );
    const mailsTo = (email: string) => identity.resetMails.filter((mail) => mail.email === email);

    it('leave the same work whether or not there is such an account, and the work mails the link', async () => {
      const { email, account } = await signUp();
      const stranger = uniqueEmail();
      const blind = new Proxy(identity.accounts, {
        get() {
          throw new Error('an account was asked for');
        },
      });
      asked.length = 0;
      for (const address of [email, stranger])
        expect(await forget(address, '192.0.2.50', blind)).toBeUndefined();
      expect(asked).toEqual([email, stranger]);
      expect(mailsTo(email)).toEqual([]);

      for (const address of [stranger, email]) {
        await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, address));
      }
      expect([mailsTo(email).length, mailsTo(stranger).length]).toEqual([1, 0]);
      const mail = identity.resetMails.find(({ userId }) => userId === account.id);
      const password = 'a much better password';
      await call(api.auth.resetPassword, { body: { token: mail?.token, password } });
      await expect(call(api.auth.signIn, { body: { email, password } })).resolves.toBeDefined();
    });

    it('are bounded for an address, there or not, and for a network', async () => {
      const { email } = await signUp();
      for (const [place, address] of [email, uniqueEmail()].entries()) {
        for (let count = 0; count < 5; count += 1)
          await forget(address, `192.0.2.${60 + 10 * place + count}`);
        await expect(forget(address, `192.0.2.${69 + 10 * place}`)).rejects.toMatchObject({
          code: 'too_many_attempts',
          extensions: { retry_after: 720 },
        });
      }
      for (let count = 0; count < 20; count += 1) await forget(uniqueEmail(), '2001:db8:7::1');
      await expect(forget(uniqueEmail(), '2001:db8:7::2')).rejects.toMatchObject({
        code: 'too_many_attempts',
      });
    });
  });

  it('bound how many addresses a network can ask for by signing up', async () => {
    const here = createTestIdentity(database, { limits: { signUpsPerHour: 2 } });
    const device = { address: '192.0.2.99', userAgent: '' };
    const register = () =>
      here.accounts.signUp({ ...signUpBody(), role: 'job_seeker', time_zone: 'UTC', locale: 'en' }, device);
    await register();
    await register();
    await expect(register()).rejects.toMatchObject({ code: 'too_many_attempts' });
    here.clock.advance(30 * 60_000);
    await register();
  });

  /** Of somebody whose address is proven. */
  const newSession = async (): Promise<Viewer> => {
    const { email } = await identity.accounts.read(database.query, await identity.createUser());
    return viewerOf((await identity.accounts.signIn(email, testPassword)).accessToken.token);
  };

  it('give a key to a proven address only, and after a fresh proof of who asks', async () => {
    const create = (viewer: Viewer, more: object = {}) =>
      call(api.me.createApiKey, { viewer, body: { name: 'export', ...more } });
    const unproven = await viewerOf((await signUp()).access_token);
    await expect(create(unproven)).rejects.toMatchObject({ code: 'address_unconfirmed' });

    const viewer = await newSession();
    identity.clock.advance(10 * 60_000 + 1);
    await expect(create(viewer)).rejects.toMatchObject({ code: 'reauthentication_required' });
    await expect(create(viewer, { current_password: 'a wrong password' })).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    const { key, ...shown } = apiKeyCreatedSchema.parse(
      await create(viewer, { current_password: testPassword, scopes: ['jobs:read'] }),
    );
    expect(shown).toMatchObject({
      scopes: ['jobs:read'],
      expires_at: new Date(identity.clock.now().getTime() + 365 * 86_400_000).toISOString(),
    });
    // A key proves nobody to be there, so it makes no further ones.
    await expect(create(await viewerOf(key))).rejects.toThrow();
  });

  it('keep the session of the browser that follows the link of its first mail, as a new one', async () => {
    const browser = new Browser();
    const before = await signUp(browser);
    const token = identity.verificationMails.at(-1)?.token;
    await call(api.auth.verifyEmail, { body: { token }, browser });
    expect(await identity.accounts.authenticate(before.access_token)).toBeNull();
    const after = sessionSchema.parse(await call(api.auth.refresh, { body: {}, browser }));
    expect(after.account).toMatchObject({ id: before.account.id, email_verified: true });
  });

  it('change the account and its keys', async () => {
    const viewer = await newSession();
    const account = accountSchema.parse(await call(api.me.update, { viewer, body: { name: 'Ada King' } }));
    expect(account.name).toBe('Ada King');
    const created = apiKeyCreatedSchema.parse(
      await call(api.me.createApiKey, { viewer, body: { name: 'export', expires_in_days: 2 } }),
    );
    expect(await viewerOf(created.key)).toMatchObject({ userId: account.id });
    expect(await call(api.me.listApiKeys, { viewer })).toMatchObject({ items: [{ id: created.id }] });
    await call(api.me.revokeApiKey, { viewer, params: { api_key_id: created.id } });
    expect(await call(api.me.listApiKeys, { viewer })).toEqual({ items: [] });
  });

  it('tell another person that there is no such key', async () => {
    const owner = await newSession();
    const stranger = await viewerOf((await signUp()).access_token);
    const { id } = apiKeyCreatedSchema.parse(
      await call(api.me.createApiKey, { viewer: owner, body: { name: 'export' } }),
    );
    await expect(
      call(api.me.revokeApiKey, { viewer: stranger, params: { api_key_id: id } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('knows an address with letters of any script by the form that mail servers know', async () => {
    const { account } = sessionSchema.parse(
      await call(api.auth.signUp, { body: signUpBody({ email: 'Mara@Bücher.example' }) }),
    );
    expect(account.email).toBe('mara@xn--bcher-kva.example');
    for (const email of ['mara@bücher.example', 'mara@XN--BCHER-KVA.example']) {
      const again = call(api.auth.signUp, { body: signUpBody({ email }) });
      await expect(again, email).rejects.toMatchObject({ code: 'email_taken' });
      const signedIn = sessionSchema.parse(
        await call(api.auth.signIn, { body: { email, password: testPassword } }),
      );
      expect(signedIn.account.id, email).toBe(account.id);
    }
    await call(api.auth.forgotPassword, { body: { email: 'mara@bücher.example' } });
    expect(asked.at(-1)).toBe(account.email);
  });

  it('takes no password that is guessed first: at sign-up, by a change and by a reset', async () => {
    const refused = { code: 'password_guessable' };
    const common = call(api.auth.signUp, { body: signUpBody({ password: 'password123' }) });
    await expect(common).rejects.toMatchObject(refused);
    const { account } = sessionSchema.parse(await call(api.auth.signUp, { body: signUpBody() }));
    const change = identity.accounts.changePassword(account.id, testPassword, 'Ada Byron 1');
    await expect(change).rejects.toMatchObject(refused);
    await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, account.email));
    const token = identity.resetMails.at(-1)?.token ?? '';
    await expect(identity.accounts.resetPassword(token, '1234567890')).rejects.toMatchObject(refused);
    await identity.accounts.resetPassword(token, 'a much better password');
  });
});
