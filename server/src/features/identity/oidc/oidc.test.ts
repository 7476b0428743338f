import { api } from '@rolecall/contract';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSealing, keysFor } from '../../../platform/secret/index.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity, testPassword } from '../../../testing/identity.ts';
import {
  type IdentityProvider,
  startIdentityProvider,
} from '../../../testing/identity-provider/identity-provider.ts';
import { visitProvider } from '../../../testing/identity-provider/visit.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import type { SecondFactorChallenge } from '../accounts/index.ts';
import { oidcRoutes } from './oidc.routes.ts';
import { createOidc, type Oidc } from './oidc.ts';
import { openProvider } from './open.ts';
import { createProviderPeople } from './people.ts';
import { createQuestions } from './questions.ts';
import { parseRoles } from './roles.ts';
import type { OidcProviderSettings } from './settings.ts';

const publicUrl = 'https://jobs.example.org';
const callbackUrl = `${publicUrl}/sign-in/oidc`;
const secret = 'a secret of at least thirty-two characters';

/** A browser as far as cookies go. */
class Browser {
  readonly cookies: Record<string, string> = {};
  readonly #fromAllowedOrigin: boolean;

  constructor(fromAllowedOrigin = true) {
    this.#fromAllowedOrigin = fromAllowedOrigin;
  }

  get context() {
    return {
      fromAllowedOrigin: this.#fromAllowedOrigin,
      cookies: this.cookies,
      setCookie: (name: string, value: string) => {
        this.cookies[name] = value;
      },
    };
  }
}

describeEachDatabase('signing in by an identity provider', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let server: IdentityProvider;
  let oidc: Oidc;
  let alerts: string[];
  /** What the second factor asks of everybody; null: nothing. */
  let challenge: SecondFactorChallenge | null;
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
    server = await startIdentityProvider({
      redirectUrls: [callbackUrl],
      signedOutUrls: [`${publicUrl}/sign-in`],
    });
    oidc = openWith({});
    closers.push(() => server.close());
  });
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });
  beforeEach(() => {
    alerts = [];
    challenge = null;
  });

  function openWith(changes: Partial<OidcProviderSettings>): Oidc {
    const settings: OidcProviderSettings = {
      issuer: server.issuer,
      clientId: server.clientId,
      clientSecret: server.clientSecret,
      clientAuthentication: 'client_secret_basic',
      name: 'Example',
      scopes: 'openid email profile',
      ca: undefined,
      clockSkewSeconds: 30,
      roles: undefined,
      makesAccounts: true,
      ...changes,
    };
    const foundation = { database, clock: identity.clock, logger: pino({ level: 'silent' }) };
    const { provider, close } = openProvider(settings, { publicUrl, logger: foundation.logger });
    closers.push(close);
    const people = createProviderPeople({
      ...foundation,
      settings,
      accounts: identity.accounts,
      notifier: {
        async notify(_tx, { payload, userId }) {
          alerts.push(`${payload.event} ${userId}`);
        },
      },
    });
    identity.accounts.accessEnded.on(people.accessEnded);
    return createOidc({
      ...{ ...foundation, provider, people },
      questions: createQuestions({ clock: identity.clock, secret }),
      sealing: createSealing(keysFor(secret, 'oidc-id-tokens')),
      sessions: identity.sessions,
      secondStep: { challengeFor: async () => challenge },
    });
  }

  const routes = (by: Oidc | null = oidc) =>
    oidcRoutes({ clock: identity.clock, accounts: identity.accounts, oidc: by });

  /** Goes to the provider; gives what it sends back. */
  async function leave(browser: Browser, by = oidc): Promise<string> {
    const { url } = await callRoute(api.oidc.start, { context: browser.context }, routes(by));
    return visitProvider(url, callbackUrl);
  }
  const comeBack = (browser: Browser, query: string, by = oidc) =>
    callRoute(api.oidc.finish, { body: { query }, context: browser.context }, routes(by));
  async function signIn(by = oidc) {
    const browser = new Browser();
    return comeBack(browser, await leave(browser, by), by);
  }

  /** Somebody at the provider whom nobody else is. */
  function come(changes: object = {}) {
    const sub = crypto.randomUUID();
    const person = { sub, email: `${sub}@example.org`, email_verified: true, name: 'Ada Byron', ...changes };
    server.person = person;
    return person;
  }
  async function createAccount(emailVerified: boolean) {
    const userId = await identity.createUser();
    await database.query
      .updateTable('users')
      .set({ email_verified: emailVerified })
      .where('id', '=', userId)
      .execute();
    return identity.accounts.read(database.query, userId);
  }

  describe('somebody who is new', () => {
    it('gets an account with a proven address and without a password', async () => {
      const { email } = come();
      const { account } = await signIn();
      expect(account).toMatchObject({ email, email_verified: true, name: 'Ada Byron', role: 'job_seeker' });
      await expect(identity.accounts.signIn(email, testPassword)).rejects.toMatchObject({
        code: 'invalid_credentials',
      });
      expect((await signIn()).account.id).toBe(account.id);
    });

    it('may set a password later, by the mail for a forgotten one', async () => {
      const { email } = come();
      const { account } = await signIn();
      await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
      const token = identity.resetMails.findLast(({ userId }) => userId === account.id)?.token ?? '';
      await identity.accounts.resetPassword(token, testPassword);
      expect((await identity.accounts.signIn(email, testPassword)).account.id).toBe(account.id);
    });

    it('gets one account even when two tabs come back at once', async () => {
      come();
      const [one, two] = [new Browser(), new Browser()];
      const queries = [await leave(one), await leave(two)];
      const sessions = await Promise.all([comeBack(one, queries[0] ?? ''), comeBack(two, queries[1] ?? '')]);
      expect(new Set(sessions.map(({ account }) => account.id)).size).toBe(1);
    });

    it.each([
      ['an address that the provider has not verified', { email_verified: false }],
      ['no address', { email: undefined }],
      ['an address that is none', { email: 'nobody' }],
    ])('gets none with %s', async (_what, claims) => {
      come(claims);
      await expect(signIn()).rejects.toMatchObject({ code: 'oidc_address_unproven' });
    });

    it('gets none where the operator makes them all', async () => {
      come();
      await expect(signIn(openWith({ makesAccounts: false }))).rejects.toMatchObject({
        code: 'oidc_no_account',
      });
    });
  });

  describe('an account', () => {
    it('is linked by an address that both sides have verified, and its owner is told', async () => {
      const { id, email } = await createAccount(true);
      come({ email: email.toUpperCase() });
      expect((await signIn()).account.id).toBe(id);
      expect(alerts).toEqual([`identity_linked ${id}`]);
      await signIn();
      expect(alerts).toHaveLength(1);
    });

    it('is not linked by an address that nobody has confirmed here: anybody may have signed up with it', async () => {
      const { email } = await createAccount(false);
      come({ email });
      await expect(signIn()).rejects.toMatchObject({ code: 'oidc_account_unproven' });
    });

    it('is not linked by an address that the provider has not verified', async () => {
      const { email } = await createAccount(true);
      come({ email, email_verified: false });
      await expect(signIn()).rejects.toMatchObject({ code: 'oidc_address_unproven' });
      expect(alerts).toEqual([]);
    });

    it('stays linked when the address changes at the provider', async () => {
      const person = come();
      const { account } = await signIn();
      server.person = { ...person, email: 'changed@example.org', email_verified: false };
      expect((await signIn()).account.id).toBe(account.id);
    });

    it('with a second factor asks for it after the provider, too', async () => {
      come();
      challenge = { token: 'a challenge', factors: ['totp'], expiresAt: identity.clock.now() };
      await expect(signIn()).rejects.toMatchObject({
        code: 'second_factor_required',
        extensions: { challenge_token: 'a challenge' },
      });
    });

    it('that closes is linked to nobody any more', async () => {
      const { id, email } = await createAccount(true);
      come({ email });
      await signIn();
      await database.transaction((tx) => identity.accounts.administration.shutOut(tx, id));
      const left = await database.query
        .selectFrom('oidc_identities')
        .select('subject')
        .where('user_id', '=', id)
        .execute();
      expect(left).toEqual([]);
    });
  });

  describe('roles', () => {
    const withRoles = (rules: string) =>
      openWith({ roles: { claim: 'realm_access.roles', rules: parseRoles(rules) ?? [] } });
    const roles = (...given: string[]) => ({ realm_access: { roles: given } });

    it('follow the claim with each sign-in, and sessions of the role from before end', async () => {
      const by = withRoles('admins=operator,*=job_seeker');
      // The last operator would stay one.
      await identity.createUser('operator');
      const person = come(roles('staff', 'admins'));
      const first = await signIn(by);
      expect(first.account.role).toBe('operator');
      server.person = { ...person, ...roles('staff') };
      const second = await signIn(by);
      expect(second.account).toMatchObject({ id: first.account.id, role: 'job_seeker' });
      await expect(identity.accounts.refresh(first.refresh_token)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    });

    it('stay where no rule fits, and a recruiter stays with the company', async () => {
      const by = withRoles('admins=operator');
      come(roles('staff'));
      expect((await signIn(by)).account.role).toBe('job_seeker');
      const recruiterId = await identity.createUser('recruiter');
      const { email } = await identity.accounts.read(database.query, recruiterId);
      come({ email, ...roles('admins') });
      expect((await signIn(by)).account.role).toBe('recruiter');
    });
  });

  describe('what comes back is refused', () => {
    const over = { code: 'oidc_sign_in_over' };

    it('in another browser: nobody can be signed in as somebody else by an address', async () => {
      come();
      const query = await leave(new Browser());
      await expect(comeBack(new Browser(), query)).rejects.toMatchObject(over);
      const other = new Browser();
      await leave(other);
      await expect(comeBack(other, query)).rejects.toMatchObject(over);
    });

    it('twice, after ten minutes, or with a state of nobody', async () => {
      come();
      const browser = new Browser();
      const query = await leave(browser);
      await comeBack(browser, query);
      await expect(comeBack(browser, query)).rejects.toMatchObject(over);
      const late = await leave(browser);
      identity.clock.advance(10 * 60_000);
      await expect(comeBack(browser, late)).rejects.toMatchObject(over);
      await expect(comeBack(browser, 'code=a&state=b')).rejects.toMatchObject(over);
      await expect(comeBack(browser, 'error=access_denied')).rejects.toMatchObject(over);
    });

    it('from another site', async () => {
      const foreign = new Browser(false);
      await expect(leave(foreign)).rejects.toMatchObject({ code: 'origin_refused' });
      await expect(comeBack(foreign, 'code=a&state=b')).rejects.toMatchObject({ code: 'origin_refused' });
    });

    it('where there is no provider', async () => {
      const { context } = new Browser();
      await expect(callRoute(api.oidc.start, { context }, routes(null))).rejects.toMatchObject({
        code: 'oidc_off',
      });
    });
  });

  describe('a session', () => {
    async function begin() {
      come();
      const browser = new Browser();
      const session = await comeBack(browser, await leave(browser));
      const viewer = await identity.accounts.authenticate(session.access_token);
      if (viewer === null || viewer.sessionId === null) throw new Error('nobody is signed in');
      return { browser, viewer: { ...viewer, sessionId: viewer.sessionId } };
    }
    async function proveAnew(browser: Browser, viewer: TestViewer) {
      const request = { viewer, context: browser.context };
      const { url } = await callRoute(api.oidc.startReauthentication, request, routes());
      const query = await visitProvider(url, callbackUrl);
      return callRoute(api.oidc.finishReauthentication, { ...request, body: { query } }, routes());
    }

    it('knows where to sign out at the provider, and keeps the token for that unreadable', async () => {
      const { viewer } = await begin();
      const { url } = await callRoute(api.oidc.startSignOut, { viewer }, routes());
      const address = new URL(url ?? '');
      expect(address.origin).toBe(server.issuer);
      const hint = address.searchParams.get('id_token_hint') ?? '';
      expect(hint.split('.')).toHaveLength(3);
      const row = await database.query
        .selectFrom('oidc_sessions')
        .select('id_token')
        .where('session_id', '=', viewer.sessionId)
        .executeTakeFirstOrThrow();
      expect(Buffer.from(row.id_token ?? []).toString('latin1')).not.toContain(hint);
    });

    it('that began with a password ends here alone', async () => {
      const { id, email } = await createAccount(true);
      const { accessToken } = await identity.accounts.signIn(email, testPassword);
      const viewer = await identity.accounts.authenticate(accessToken.token);
      if (viewer === null) throw new Error(`${id} is not signed in`);
      expect(await callRoute(api.oidc.startSignOut, { viewer }, routes())).toEqual({ url: null });
    });

    it('is proven anew by the provider', async () => {
      const { browser, viewer } = await begin();
      identity.clock.advance(3_600_000);
      const requireFresh = () => identity.sessions.requireFresh(database.query, viewer);
      await expect(requireFresh()).rejects.toMatchObject({ code: 'reauthentication_required' });
      await proveAnew(browser, viewer);
      await requireFresh();
    });

    it('is not proven anew by somebody else, nor for an API key', async () => {
      const { browser, viewer } = await begin();
      identity.clock.advance(3_600_000);
      come();
      await expect(proveAnew(browser, viewer)).rejects.toMatchObject({ code: 'oidc_refused' });
      await expect(identity.sessions.requireFresh(database.query, viewer)).rejects.toMatchObject({
        code: 'reauthentication_required',
      });
      await expect(proveAnew(browser, { ...viewer, sessionId: null })).rejects.toMatchObject({
        code: 'forbidden',
      });
    });

    it('cannot be begun by what was asked for as a fresh proof', async () => {
      const { browser, viewer } = await begin();
      const request = { viewer, context: browser.context };
      const { url } = await callRoute(api.oidc.startReauthentication, request, routes());
      const query = await visitProvider(url, callbackUrl);
      await expect(comeBack(browser, query)).rejects.toMatchObject({ code: 'oidc_sign_in_over' });
    });
  });
});
