import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpServer } from '../edges/http/server.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import { createHealth, createMetrics } from '../platform/observability/index.ts';
import { numberOfCases } from '../testing/cases.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import {
  type Answer,
  type Caller,
  faultOf,
  type HostileRequest,
  hostileRequests,
  type Operation,
  readOperations,
} from '../testing/hostile-requests/index.ts';
import { instance } from '../testing/http-edge.ts';
import { silent } from '../testing/logger.ts';
import { createPerson } from '../testing/messaging/people.ts';
import { randomFrom } from '../testing/random.ts';
import { testWorkers } from '../testing/workers/index.ts';
import { assembleFeatures } from './features.ts';
import { allSettings } from './settings.ts';

const secret = 'a secret of at least thirty-two characters';
const roles = ['job_seeker', 'recruiter', 'operator'] as const;

let database: TestDatabase;
let app: FastifyInstance;
let close: () => Promise<void>;
let operations: readonly Operation[];
const known = new Map<string, unknown>();
const viewers = new Map<string, Viewer>();

beforeAll(async () => {
  database = await createTestDatabase();
  const config = loadConfig(allSettings, {
    ROLECALL_ENVIRONMENT: 'test',
    ROLECALL_SECRET: secret,
    ...(database.url === undefined ? {} : { DATABASE_URL: database.url }),
    ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000',
    ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
  });
  for (const role of roles) {
    const userId = await createPerson(database, { role });
    viewers.set(role, { userId, role, sessionId: null });
    known.set('user_id', userId);
  }
  const httpClient = createHttpClient({
    userAgent: 'test',
    timeoutMs: 1_000,
    maxBytes: 1_000,
    privateOrigins: [],
    // Whatever is asked to be fetched, nothing leaves this machine.
    resolve: async () => [],
  });
  const platform = {
    config,
    version: 'test',
    logger: silent,
    clock: systemClock,
    metrics: createMetrics(),
    health: createHealth({ clock: systemClock, onFailure: () => undefined }),
    database,
    bus: createInProcessBus({ logger: silent }),
    httpClient,
    workers: testWorkers(),
    secret,
    close: async () => {},
  };
  const { parts, gather } = assembleFeatures(platform, { mayBeConnected: () => false });
  const routes = gather((brought) => brought.routes);
  // It takes tasks and works on none.
  await parts.queue.start();
  app = await createHttpServer({
    ...platform,
    authenticate: async (bearer) => viewers.get(bearer) ?? null,
    readKeySet: parts.accounts.keySet,
    unsubscribe: parts.unsubscription,
    markPage: parts.markPage,
    mailWebhooks: parts.mailWebhooks,
    tracking: parts.tracking,
    publicPages: parts.publicPages,
    instance,
    webFolder: '/nonexistent',
    routes,
  });
  const mounted = new Set(routes.map(({ endpoint }) => endpoint.id));
  operations = readOperations().filter(({ id }) => mounted.has(id));
  close = async () => {
    await app.close();
    await parts.queue.stop();
    await httpClient.close();
    await database.close();
  };
});
afterAll(() => close?.());

/** A key is tried as the person that it is of. */
const bearerOf = (caller: Caller, { access }: Operation): string =>
  caller === 'api_key' && typeof access === 'object' ? (access[0] ?? '') : caller;

async function answerTo({ operation, caller, method, url, headers, body }: HostileRequest): Promise<Answer> {
  const bearer = bearerOf(caller, operation);
  const answer = await app.inject({
    url,
    method,
    headers: { ...(viewers.has(bearer) ? { authorization: `Bearer ${bearer}` } : {}), ...headers },
    ...(body === undefined ? {} : { payload: Buffer.from(body) }),
  });
  const type = answer.headers['content-type'];
  return { status: answer.statusCode, type: typeof type === 'string' ? type : '', body: answer.body };
}

test('whatever stands in a request is answered with success, or with a problem that says what is wrong', async () => {
  const count = numberOfCases(20_000, 700).numRuns;
  const faults: string[] = [];
  for (const request of hostileRequests(operations, known, { count, random: randomFrom(count) })) {
    const fault = faultOf(await answerTo(request));
    if (fault !== undefined)
      faults.push(`${request.operation.id} as ${request.caller}, ${request.attack}: ${fault}`);
  }
  expect(faults).toEqual([]);
});
