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
import { accountRoutes } from './accounts.routes.ts';
import { sessionCookie } from './session-cookie.ts';

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

  /** Calls an endpoint as the edge does; the answer is still to be held to its schema. */
  async function call(
    endpoint: Endpoint,
    request: Partial<RawRequest> & { readonly browser?: Browser },
  ): Promise<unknown> {
    const { browser = new Browser(false), ...parts } = request;
    const route = accountRoutes({ database, accounts: identity.accounts }).find(
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
    const routes = accountRoutes({ database, accounts: identity.accounts }).map(
      ({ endpoint }) => endpoint.id,
    );
    const { readProfile, updateProfile, ...me } = api.me;
    const { checkAddress, ...auth } = api.auth;
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
      expect(browser.cookies).toEqual({});
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

    it('stays signed in when it changes the password, and not when it signs out everywhere', async () => {
      const browser = new Browser();
      const { access_token } = await signUp(browser);
      const viewer = await viewerOf(access_token);
      const body = { current_password: testPassword, password: 'a much better password' };
      await call(api.auth.changePassword, { body, viewer, browser });
      await expect(call(api.auth.refresh, { body: {}, browser })).resolves.toBeDefined();
      await call(api.auth.signOutEverywhere, { viewer, browser });
      expect(browser.cookies).toEqual({});
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
      ['company_name', { role: 'recruiter' }],
      ['company_name', { company_name: 'Zuse KG' }],
    ])('with a wrong %s is refused: %j', async (field, changes) => {
      await expect(call(api.auth.signUp, { body: signUpBody(changes) })).rejects.toMatchObject({
        issues: [expect.objectContaining({ path: [field] })],
      });
    });

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

  it('reset a password, and answer the same for an unknown address', async () => {
    const { email, account } = await signUp();
    expect(await call(api.auth.forgotPassword, { body: { email } })).toBeUndefined();
    expect(await call(api.auth.forgotPassword, { body: { email: uniqueEmail() } })).toBeUndefined();
    const mail = identity.resetMails.find(({ userId }) => userId === account.id);
    const password = 'a much better password';
    await call(api.auth.resetPassword, { body: { token: mail?.token, password } });
    await expect(call(api.auth.signIn, { body: { email, password } })).resolves.toBeDefined();
  });

  it('change the account and its keys', async () => {
    const viewer = await viewerOf((await signUp()).access_token);
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
    const owner = await viewerOf((await signUp()).access_token);
    const stranger = await viewerOf((await signUp()).access_token);
    const { id } = apiKeyCreatedSchema.parse(
      await call(api.me.createApiKey, { viewer: owner, body: { name: 'export' } }),
    );
    await expect(
      call(api.me.revokeApiKey, { viewer: stranger, params: { api_key_id: id } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
