import { api, type Endpoint } from '@rolecall/contract';
import { maximumPasskeys } from '@rolecall/contract/passkeys';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Authenticator,
  type AuthenticatorFaults,
  createAuthenticator,
} from '../../../testing/authenticator.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createTestIdentity, type TestIdentity, testPassword } from '../../../testing/identity.ts';
import { callRoute, type TestViewer } from '../../../testing/messaging/routes.ts';
import type { OpenSession, SessionStart } from '../sessions/index.ts';
import { passkeyRoutes } from './passkeys.routes.ts';
import { createPasskeys, type Passkeys } from './passkeys.ts';
import { relyingPartyOf } from './relying-party.ts';
import { verification } from './verification.ts';

const origin = 'https://jobs.example.org';

it.each([
  ['https://jobs.example.org', { id: 'jobs.example.org', origin: 'https://jobs.example.org' }],
  ['https://jobs.example.org:8443', { id: 'jobs.example.org', origin: 'https://jobs.example.org:8443' }],
  ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  ['http://jobs.example.org', null],
  ['https://192.0.2.1', null],
  ['https://[2001:db8::1]', null],
  ['http://127.0.0.1:3000', null],
])('browsers make passkeys for %s: %j', (publicUrl, party) => {
  expect(relyingPartyOf(publicUrl)).toEqual(party);
});

describeEachDatabase('passkeys', (open) => {
  let database: TestDatabase;
  let identity: TestIdentity;
  let passkeys: Passkeys;
  let alerts: string[];

  beforeAll(async () => {
    database = await open();
    identity = createTestIdentity(database);
    passkeys = createWith(origin);
    identity.accounts.accessEnded.on(passkeys.accessEnded);
  });
  beforeEach(() => {
    alerts = [];
  });

  const createWith = (publicUrl: string) =>
    createPasskeys({
      database,
      clock: identity.clock,
      logger: pino({ level: 'silent' }),
      party: relyingPartyOf(publicUrl),
      verification,
      notifier: {
        async notify(_tx, { payload }) {
          alerts.push(payload.event);
        },
      },
    });

  /** Stands for the second factor: of whoever has one, the person of the given sign-in. */
  const pending = new Map<string, string>();
  const secondStep = {
    async take(
      token: string,
      start: SessionStart,
      check: (tx: TestDatabase['query'], userId: string) => Promise<unknown>,
    ): Promise<OpenSession> {
      return database.transaction(async (tx) => {
        const id = pending.get(token) ?? '';
        if ((await check(tx, id)) !== 'right') throw new Error('wrong');
        return identity.sessions.start(tx, { id }, start);
      });
    },
  };
  const routes = () => passkeyRoutes({ ...identity, database, secondStep, passkeys });

  async function createPerson(): Promise<TestViewer & { readonly sessionId: string }> {
    const userId = await identity.createUser();
    const { email } = await identity.accounts.read(database.query, userId);
    const { accessToken } = await identity.accounts.signIn(email, testPassword);
    const viewer = await identity.accounts.authenticate(accessToken.token);
    if (viewer === null || viewer.sessionId === null) throw new Error('nobody is signed in');
    return { ...viewer, sessionId: viewer.sessionId };
  }

  async function register(viewer: TestViewer, device: Authenticator, faults?: AuthenticatorFaults) {
    const options = await callRoute(api.passkeys.startRegistration, { viewer }, routes());
    const body = { name: 'My phone', passkey: device.create(options, faults) };
    return callRoute(api.passkeys.register, { viewer, body }, routes());
  }

  async function createHolder(options?: Parameters<typeof createAuthenticator>[1]) {
    const viewer = await createPerson();
    const device = createAuthenticator(origin, options);
    const passkey = await register(viewer, device);
    return { viewer, device, passkey };
  }

  const startProof = () => callRoute(api.passkeys.startSignIn, {}, routes());
  const signIn = async (device: Authenticator, faults?: AuthenticatorFaults) =>
    callRoute(api.passkeys.signIn, { body: { proof: device.use(await startProof(), faults) } }, routes());
  const list = async (viewer: TestViewer) => (await callRoute(api.passkeys.list, { viewer }, routes())).items;
  const refused = { code: 'passkey_refused' };

  describe('a passkey', () => {
    it('is added with a name, and its owner is told', async () => {
      const { viewer, passkey } = await createHolder({ synced: true });
      expect(alerts).toEqual(['passkey_added']);
      expect(await list(viewer)).toEqual([passkey]);
      expect(passkey).toEqual({
        id: passkey.id,
        name: 'My phone',
        synced: true,
        created_at: identity.clock.now().toISOString(),
        last_used_at: null,
      });
    });

    it('signs in without a name or a password, and notes its use', async () => {
      const { viewer, device } = await createHolder();
      identity.clock.advance(60_000);
      const session = await signIn(device);
      expect(session.account.id).toBe(viewer.userId);
      expect(await identity.accounts.authenticate(session.access_token)).toMatchObject({
        userId: viewer.userId,
      });
      expect(await list(viewer)).toMatchObject([{ last_used_at: identity.clock.now().toISOString() }]);
    });

    it('takes the second step of its owner, and of nobody else', async () => {
      const [ada, grace] = [await createHolder(), await createHolder()];
      pending.set('challenge of ada', ada.viewer.userId);
      const step = async (device: Authenticator) => {
        const proof = device.use(await startProof());
        const body = { challenge_token: 'challenge of ada', proof };
        return callRoute(api.passkeys.takeSecondStep, { body }, routes());
      };
      await expect(step(grace.device)).rejects.toThrow('wrong');
      expect((await step(ada.device)).account.id).toBe(ada.viewer.userId);
    });

    it('proves anew who its owner is, and nobody else', async () => {
      const [{ viewer, device }, stranger] = [await createHolder(), await createHolder()];
      identity.clock.advance(3_600_000);
      const requireFresh = () => identity.sessions.requireFresh(database.query, { ...viewer });
      await expect(requireFresh()).rejects.toMatchObject({ code: 'reauthentication_required' });
      const prove = async (by: Authenticator, as: TestViewer) => {
        const body = { proof: by.use(await startProof()) };
        return callRoute(api.passkeys.reauthenticate, { viewer: as, body }, routes());
      };
      await expect(prove(stranger.device, viewer)).rejects.toMatchObject(refused);
      await expect(requireFresh()).rejects.toMatchObject({ code: 'reauthentication_required' });
      await expect(prove(device, { ...viewer, sessionId: null })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await prove(device, viewer);
      await requireFresh();
    });

    it('is renamed and removed by its owner alone', async () => {
      const { viewer, device, passkey } = await createHolder();
      const stranger = await createPerson();
      const params = { passkey_id: passkey.id };
      const body = { name: 'Old phone' };
      for (const request of [
        callRoute(api.passkeys.rename, { viewer: stranger, params, body }, routes()),
        callRoute(api.passkeys.remove, { viewer: stranger, params }, routes()),
      ]) {
        await expect(request).rejects.toMatchObject({ code: 'not_found' });
      }
      expect(await list(stranger)).toEqual([]);
      await callRoute(api.passkeys.rename, { viewer, params, body }, routes());
      expect(await list(viewer)).toMatchObject([{ name: 'Old phone' }]);
      await callRoute(api.passkeys.remove, { viewer, params }, routes());
      expect(alerts).toEqual(['passkey_added', 'passkey_removed']);
      await expect(signIn(device)).rejects.toMatchObject(refused);
    });

    it('is added and removed neither in a session that was not proven lately, nor by an API key', async () => {
      const { viewer, passkey } = await createHolder();
      identity.clock.advance(3_600_000);
      const calls: readonly { readonly endpoint: Endpoint; readonly params?: object }[] = [
        { endpoint: api.passkeys.startRegistration },
        { endpoint: api.passkeys.remove, params: { passkey_id: passkey.id } },
      ];
      for (const { endpoint, ...parts } of calls) {
        for (const sessionId of [viewer.sessionId, null]) {
          const request = { viewer: { ...viewer, sessionId }, ...parts };
          await expect(callRoute(endpoint, request, routes())).rejects.toMatchObject({
            code: 'reauthentication_required',
          });
        }
      }
    });

    it('outlives a change of the password, and neither a reset nor the account', async () => {
      const password = 'another long password';
      const { viewer, device } = await createHolder();
      await identity.accounts.changePassword(viewer.userId, testPassword, password);
      await signIn(device);
      const { email } = await identity.accounts.read(database.query, viewer.userId);
      await database.transaction((tx) => identity.accounts.requestPasswordReset(tx, email));
      const token = identity.resetMails.findLast(({ userId }) => userId === viewer.userId)?.token ?? '';
      await identity.accounts.resetPassword(token, password);
      await expect(signIn(device)).rejects.toMatchObject(refused);

      const leaving = await createHolder();
      await database.transaction((tx) => identity.accounts.administration.shutOut(tx, leaving.viewer.userId));
      await expect(signIn(leaving.device)).rejects.toMatchObject(refused);
    });

    it('goes when an operator removes what its owner has lost', async () => {
      const { viewer, device } = await createHolder();
      await database.transaction((tx) =>
        identity.accounts.accessEnded.emit(tx, { userId: viewer.userId, because: 'second_factor_removed' }),
      );
      await expect(signIn(device)).rejects.toMatchObject(refused);
    });

    it('is one of at most twenty', async () => {
      const viewer = await createPerson();
      for (let count = 0; count < maximumPasskeys; count++) {
        await register(viewer, createAuthenticator(origin));
      }
      await expect(register(viewer, createAuthenticator(origin))).rejects.toMatchObject({
        code: 'too_many_passkeys',
      });
    });
  });

  describe('a new passkey is refused', () => {
    it.each([
      ['of another site', { origin: 'https://jobs.example.org.evil.example' }],
      ['of another domain', { rpId: 'example.org' }],
      ['for another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
      ['that was used, not made', { type: 'webauthn.get' }],
      ['of a device that has not verified the person', { userVerified: false }],
    ])('%s', async (_what, faults) => {
      const viewer = await createPerson();
      await expect(register(viewer, createAuthenticator(origin), faults)).rejects.toMatchObject(refused);
      expect(await list(viewer)).toEqual([]);
    });

    it('when somebody else has it', async () => {
      const { device } = await createHolder();
      await expect(register(await createPerson(), device)).rejects.toMatchObject({ code: 'passkey_known' });
    });

    it('with the challenge of another person, of a sign-in, or one that was used', async () => {
      const [ada, grace] = [await createPerson(), await createPerson()];
      const options = await callRoute(api.passkeys.startRegistration, { viewer: ada }, routes());
      const add = (viewer: TestViewer, passkey = createAuthenticator(origin).create(options)) =>
        callRoute(api.passkeys.register, { viewer, body: { name: 'Phone', passkey } }, routes());
      await expect(add(grace)).rejects.toMatchObject(refused);
      const { challenge } = await startProof();
      const borrowed = createAuthenticator(origin).create({ ...options, challenge });
      await expect(add(ada, borrowed)).rejects.toMatchObject(refused);
      await add(ada);
      await expect(add(ada)).rejects.toMatchObject(refused);
    });

    it('when it is none at all', async () => {
      const viewer = await createPerson();
      const options = await callRoute(api.passkeys.startRegistration, { viewer }, routes());
      const passkey = createAuthenticator(origin).create(options);
      for (const attestationObject of ['AAAA', 'oA', Buffer.alloc(8_000, 0x82).toString('base64url')]) {
        const response = { ...passkey.response, attestationObject };
        const body = { name: 'Phone', passkey: { ...passkey, response } };
        await expect(callRoute(api.passkeys.register, { viewer, body }, routes())).rejects.toMatchObject(
          refused,
        );
      }
    });
  });

  describe('nobody is signed in', () => {
    it.each([
      ['by another site that has passed the challenge on', { origin: 'https://evil.example' }],
      ['for another domain', { rpId: 'evil.example' }],
      ['with another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
      ['with a signature of another key', { foreignKey: true }],
      ['by a device that has not verified the person', { userVerified: false }],
      ['by a device that nobody has touched', { userPresent: false, userVerified: false }],
      [
        'with a passkey that names somebody else',
        { userHandle: Buffer.from('somebody').toString('base64url') },
      ],
      ['by the making of a passkey', { type: 'webauthn.create' }],
    ])('%s', async (_what, faults) => {
      const { device } = await createHolder();
      await expect(signIn(device, faults)).rejects.toMatchObject(refused);
      await signIn(device);
    });

    it('twice with the same proof, even at the same moment', async () => {
      const { device } = await createHolder();
      const proof = device.use(await startProof());
      const attempts = await Promise.allSettled(
        [1, 2, 3].map(() => callRoute(api.passkeys.signIn, { body: { proof } }, routes())),
      );
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('after ten minutes', async () => {
      const { device } = await createHolder();
      const proof = device.use(await startProof());
      identity.clock.advance(10 * 60_000);
      await expect(callRoute(api.passkeys.signIn, { body: { proof } }, routes())).rejects.toMatchObject(
        refused,
      );
    });

    it('with a passkey that nobody knows', async () => {
      await expect(signIn(createAuthenticator(origin))).rejects.toMatchObject(refused);
    });

    it('with a copy of a passkey that counts its uses, once the original was used', async () => {
      const { device } = await createHolder({ counts: true });
      await signIn(device);
      await signIn(device);
      await expect(signIn(device, { counter: 2 })).rejects.toMatchObject(refused);
    });

    it('where browsers make no passkeys', async () => {
      const elsewhere = createWith('http://127.0.0.1:3000');
      await expect(elsewhere.startProof(database.query)).rejects.toMatchObject({
        code: 'passkeys_unavailable',
      });
    });
  });
});
