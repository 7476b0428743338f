import { once } from 'node:events';
import { api, apiKeyScopes, type Endpoint, notificationStreamPath } from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { generateSync } from 'otplib';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { commandLine } from '../features/identity/audit/index.ts';
import { createPresenceTracker } from '../features/messaging/presence/index.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import { createHealth, createMetrics } from '../platform/observability/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../testing/database.ts';
import { uniqueEmail } from '../testing/identity.ts';
import { testWorkers } from '../testing/workers/index.ts';
import { assembleFeatures, type Features } from './features.ts';
import type { Platform } from './foundation.ts';
import { attachLiveEdges } from './live-edges.ts';
import { createApp, createConfiguredHub } from './serve.ts';
import { allSettings } from './settings.ts';

const password = 'correct horse battery';
const endpoints: readonly Endpoint[] = Object.values(api).flatMap((group) => Object.values<Endpoint>(group));
const guarded = endpoints.filter(({ access }) => access !== 'public');

/** A process, as far as it lets people in. */
interface TestProcess {
  readonly features: Features;
  readonly app: FastifyInstance;
  readonly port: number;
}

/** All that somebody can have of a person who is signed in. */
interface Loot {
  readonly viewer: Viewer & { readonly sessionId: string };
  readonly email: string;
  readonly access: string;
  readonly refresh: string;
  readonly key: string;
  /** One-time tickets of the session and of the key. */
  readonly tickets: string[];
  readonly keyTickets: string[];
}

describeEachDatabase('stolen credentials', (open) => {
  const clock = new FakeClock();
  const logger = pino({ level: 'silent' });
  const closers: (() => unknown)[] = [];
  let database: TestDatabase;
  let here: TestProcess;
  let there: TestProcess;

  /** Hears of other processes by the database alone. */
  async function startProcess(): Promise<TestProcess> {
    const config = loadConfig(allSettings, {
      ROLECALL_ENVIRONMENT: 'test',
      ...(database.url === undefined ? {} : { DATABASE_URL: database.url }),
      ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000',
      ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
      ROLECALL_HANDSHAKE_BURST: '1000000',
    });
    const httpClient = createHttpClient({
      ...{ userAgent: 'test', timeoutMs: 1_000, maxBytes: 1_000, privateOrigins: [] },
    });
    const bus = createInProcessBus({ logger });
    const platform: Platform = {
      ...{ config, version: 'test', logger, clock, database, bus, httpClient },
      metrics: createMetrics(),
      health: createHealth({ clock, onFailure: () => {} }),
      workers: testWorkers(),
      secret: 'a secret of at least thirty-two characters',
      close: async () => {},
    };
    const assembly = assembleFeatures(platform, { mayBeConnected: () => false });
    const features = assembly.parts;
    await features.queue.start();
    const tracker = createPresenceTracker(platform);
    const hub = createConfiguredHub(platform, features, tracker);
    const app = await createApp(platform, assembly, undefined);
    const detach = attachLiveEdges(platform, features, hub, app);
    await app.listen({ host: '127.0.0.1', port: 0 });
    closers.push(
      ...[() => bus.close(), () => httpClient.close(), () => features.queue.stop(), () => tracker.stop()],
      ...[() => hub.stop(), () => app.close(), detach],
    );
    const address = app.server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return { features, app, port: address.port };
  }

  beforeAll(async () => {
    database = await open();
    [here, there] = [await startProcess(), await startProcess()];
  });
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  async function steal(): Promise<Loot> {
    const { accounts, tickets } = here.features;
    const email = uniqueEmail();
    const userId = await database.transaction((tx) =>
      accounts.createUser(tx, {
        ...{ email, password, name: 'Ada', role: 'operator', emailVerified: true },
        ...{ timeZone: 'UTC', locale: 'en' },
      }),
    );
    const { accessToken, refreshToken } = await accounts.signIn(email, password);
    const viewer = await accounts.authenticate(accessToken.token);
    const { key } = await database.transaction((tx) =>
      accounts.apiKeys.create(tx, userId, { name: 'robot', scopes: apiKeyScopes }),
    );
    const program = await accounts.authenticate(key);
    if (viewer === null || viewer.sessionId === null || program === null)
      throw new Error('nobody is signed in');
    const issue = async (whose: Viewer) => (await tickets.issue(database.query, whose)).ticket;
    const several = (whose: Viewer) => Promise.all(Array.from({ length: 4 }, () => issue(whose)));
    return {
      ...{ email, key, access: accessToken.token, refresh: refreshToken },
      viewer: { ...viewer, sessionId: viewer.sessionId },
      tickets: await several(viewer),
      keyTickets: await several(program),
    };
  }

  /** Status of each guarded endpoint, by its id. */
  async function statusesOf(
    { app }: TestProcess,
    bearer: string,
    of = guarded,
  ): Promise<Map<string, number>> {
    const statuses = new Map<string, number>();
    for (const { id, method, path } of of) {
      const url = path.replaceAll(/\{\w+\}/g, '0198c000-0000-7000-8000-000000000001');
      const headers = { authorization: `Bearer ${bearer}` };
      const { statusCode } = await app.inject({
        ...{ method, url, headers },
        ...(method === 'GET' ? {} : { payload: {} }),
      });
      statuses.set(id, statusCode);
    }
    return statuses;
  }

  const refreshAt = async ({ app }: TestProcess, token: string) =>
    (await app.inject({ method: 'POST', url: '/api/v1/auth/refresh', payload: { refresh_token: token } }))
      .statusCode;

  type Door = (process: TestProcess, query: string, headers: Record<string, string>) => Promise<boolean>;
  /** Whether somebody is let in at the socket. */
  const atSocket: Door = ({ port }, query, headers) =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/notifications/${query}`, { headers });
      socket.on('message', () => {
        resolve(true);
        socket.terminate();
      });
      socket.on('close', () => resolve(false));
      socket.on('error', () => {});
    });
  /** Whether somebody is let in at the stream. */
  const atStream: Door = async ({ port }, query, headers) => {
    const ended = new AbortController();
    const url = `http://127.0.0.1:${port}${notificationStreamPath}${query}`;
    const { status } = await fetch(url, { headers, signal: ended.signal });
    ended.abort();
    return status === 200;
  };

  /** Something that is open, and its end. */
  interface Opened {
    readonly closed: Promise<unknown>;
  }
  async function socketAt({ port }: TestProcess, query: string): Promise<Opened> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws/notifications/${query}`);
    const closed = once(socket, 'close');
    await once(socket, 'message');
    return { closed };
  }
  async function streamAt({ port }: TestProcess, query: string): Promise<Opened> {
    const { body } = await fetch(`http://127.0.0.1:${port}${notificationStreamPath}${query}`);
    if (body === null) throw new Error('the stream has no content');
    const reader = body.getReader();
    await reader.read();
    const toTheEnd = async () => {
      for (let isOver = false; !isOver; ) isOver = (await reader.read()).done;
    };
    return { closed: toTheEnd() };
  }

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const cookie = (token: string) => ({
    cookie: `rolecall_session=${token}`,
    origin: 'http://localhost:3000',
  });

  /** Where credentials of a session let somebody in. */
  async function sessionOpens(process: TestProcess, loot: Loot): Promise<string[]> {
    const open: string[] = [];
    for (const [id, status] of await statusesOf(process, loot.access)) if (status !== 401) open.push(id);
    for (const [name, door] of Object.entries({ atSocket, atStream })) {
      if (await door(process, `?token=${loot.access}`, {})) open.push(`${name} by token`);
      if (await door(process, '', bearer(loot.access))) open.push(`${name} by bearer`);
      if (await door(process, '', cookie(loot.refresh))) open.push(`${name} by cookie`);
      if (await door(process, `?ticket=${loot.tickets.pop()}`, {})) open.push(`${name} by ticket`);
    }
    if ((await refreshAt(process, loot.refresh)) !== 401) open.push('refresh');
    return open;
  }

  /** Where the key of a program lets somebody in. */
  async function keyOpens(process: TestProcess, loot: Loot): Promise<string[]> {
    const open: string[] = [];
    for (const [id, status] of await statusesOf(process, loot.key)) if (status !== 401) open.push(id);
    for (const [name, door] of Object.entries({ atSocket, atStream })) {
      if (await door(process, '', bearer(loot.key))) open.push(`${name} by key`);
      if (await door(process, `?ticket=${loot.keyTickets.pop()}`, {})) open.push(`${name} by ticket`);
    }
    return open;
  }

  it('are good at every endpoint and door before their session ends', async () => {
    const loot = await steal();
    for (const process of [here, there]) {
      const { access } = loot;
      const statuses = await statusesOf(process, access, [api.me.read, api.operator.listSources]);
      expect([...statuses.values()]).toEqual([200, 200]);
      expect(await atStream(process, '', bearer(access))).toBe(true);
      expect(await atSocket(process, `?token=${access}`, {})).toBe(true);
      expect(await atSocket(process, '', cookie(loot.refresh))).toBe(true);
      expect(await atSocket(process, `?ticket=${loot.tickets.pop()}`, {})).toBe(true);
      expect(await atStream(process, `?ticket=${loot.keyTickets.pop()}`, {})).toBe(true);
    }
    expect(await refreshAt(there, loot.refresh)).toBe(200);
  });

  async function mailedTokenOf(userId: string): Promise<string> {
    const { payload } = await database.query
      .selectFrom('notifications')
      .select('payload')
      .where('user_id', '=', userId)
      .where('kind', '=', 'password_reset')
      .executeTakeFirstOrThrow();
    return z.object({ token: z.string() }).parse(payload).token;
  }

  const newPassword = 'another long password';
  type Ending = (features: Features, loot: Loot) => Promise<unknown>;
  const ofSession: Record<string, Ending> = {
    'a sign-out': ({ accounts }, { refresh }) => database.transaction((tx) => accounts.signOut(tx, refresh)),
    'a sign-out everywhere that keeps keys': ({ accounts }, { viewer }) =>
      database.transaction((tx) => accounts.signOutEverywhere(tx, viewer.userId, { keepApiKeys: true })),
    'the list of sessions': ({ sessions }, { viewer }) =>
      database.transaction((tx) => sessions.endOne(tx, viewer.userId, viewer.sessionId)),
    'a changed password that keeps keys': ({ accounts }, { viewer }) =>
      accounts.changePassword(viewer.userId, password, newPassword, undefined, { keepApiKeys: true }),
    'a changed role': ({ accounts }, { viewer }) =>
      database.transaction((tx) =>
        accounts.administration.changeRole(tx, commandLine, viewer.userId, 'job_seeker'),
      ),
  };
  const ofEverything: Record<string, Ending> = {
    'a sign-out everywhere': ({ accounts }, { viewer }) =>
      database.transaction((tx) => accounts.signOutEverywhere(tx, viewer.userId)),
    'a changed password': ({ accounts }, { viewer }) =>
      accounts.changePassword(viewer.userId, password, newPassword),
    'an operator who removes the second factor': async ({ accounts, secondFactors }, { viewer }) => {
      const { userId } = viewer;
      const { secret } = await database.transaction((tx) =>
        secondFactors.startTotp(tx, { id: userId, email: '' }),
      );
      const code = generateSync({ secret, epoch: clock.now().getTime() / 1_000 });
      await database.transaction((tx) => secondFactors.confirmTotp(tx, userId, code, ''));
      await database.transaction((tx) => accounts.administration.removeSecondFactor(tx, commandLine, userId));
    },
    'a reset': async ({ accounts }, { email, viewer }) => {
      await database.transaction((tx) => accounts.requestPasswordReset(tx, email));
      await accounts.resetPassword(await mailedTokenOf(viewer.userId), newPassword);
    },
    'the end of the account': ({ privacy }, { viewer }) => privacy.requestErasure(viewer),
    'an operator who disables it': ({ accounts }, { viewer }) =>
      database.transaction((tx) =>
        accounts.administration.disable(tx, commandLine, viewer.userId, 'Asks for fees'),
      ),
  };

  it.each(Object.entries({ ...ofSession, ...ofEverything }))(
    'let nobody in by what belongs to the session, a second after %s',
    async (_by, end) => {
      const loot = await steal();
      await end(here.features, loot);
      expect(await sessionOpens(here, loot)).toEqual([]);
      clock.advance(1_001);
      expect(await sessionOpens(there, loot)).toEqual([]);
    },
  );

  it.each(Object.entries({ ...ofSession, ...ofEverything }))(
    'hold no socket and no stream open in another process after %s',
    async (_by, end) => {
      const loot = await steal();
      const open = [
        await socketAt(there, `?token=${loot.access}`),
        await socketAt(there, `?ticket=${loot.tickets.pop()}`),
        await streamAt(there, `?ticket=${loot.tickets.pop()}`),
      ];
      await end(here.features, loot);
      await there.features.sessions.revocations.poll();
      await Promise.all(open.map(({ closed }) => closed));
    },
  );

  it.each(Object.entries(ofEverything))('let nobody in by a key, a second after %s', async (_by, end) => {
    const loot = await steal();
    await there.features.accounts.authenticate(loot.key);
    await end(here.features, loot);
    expect(await keyOpens(here, loot)).toEqual([]);
    clock.advance(1_001);
    expect(await keyOpens(there, loot)).toEqual([]);
  });

  it.each([
    'a sign-out',
    'the list of sessions',
    ...Object.keys(ofSession).filter((by) => by.endsWith('keys')),
  ])('let a key in after %s, since it is no session', async (by) => {
    const loot = await steal();
    await ofSession[by]?.(here.features, loot);
    clock.advance(1_001);
    for (const process of [here, there]) {
      expect((await statusesOf(process, loot.key, [api.me.read])).get(api.me.read.id)).toBe(200);
    }
  });

  it('let a key do nothing, a second after a changed role', async () => {
    const loot = await steal();
    await there.features.accounts.authenticate(loot.key);
    await ofSession['a changed role']?.(here.features, loot);
    clock.advance(1_001);
    const forOperators = guarded.filter(
      ({ access }) => Array.isArray(access) && !access.includes('job_seeker'),
    );
    expect(forOperators.length).toBeGreaterThan(20);
    for (const process of [here, there]) {
      const statuses = await statusesOf(process, loot.key, forOperators);
      expect([...statuses].filter(([, status]) => status !== 401)).toEqual([]);
    }
  });
});
