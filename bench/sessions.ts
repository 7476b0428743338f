/**
 * What it costs to know that a session is still on, for each request, and what the bounds on guessing add to a sign-in. CPU
 * time of this process, on PostgreSQL, without the network.
 *
 *     npm run bench:sessions -- [--requests 50000] [--sign-ins 150] [--revoked 10000]
 */
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { allMigrations } from '../server/src/composition/migrations.ts';
import { createAccounts } from '../server/src/features/identity/accounts/index.ts';
import { createApiKeys } from '../server/src/features/identity/api-keys/index.ts';
import { type Attempts, createAttempts } from '../server/src/features/identity/attempts/index.ts';
import { createProfiles } from '../server/src/features/identity/profiles/index.ts';
import { createAccessTokens } from '../server/src/features/identity/sessions/access-tokens.ts';
import { createSessions, deriveSecrets } from '../server/src/features/identity/sessions/index.ts';
import { createSigningKeys } from '../server/src/features/identity/sessions/signing-keys.ts';
import { createInProcessBus } from '../server/src/platform/bus/index.ts';
import { migrate, openDatabase } from '../server/src/platform/db/index.ts';
import { createLogger, createMetrics } from '../server/src/platform/observability/index.ts';
import { createWorkerPool } from '../server/src/platform/workers/index.ts';
import { createEmptyPostgres } from '../server/src/testing/database.ts';
import { verdict } from './realtime/measured-server.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '50000' },
    'sign-ins': { type: 'string', default: '150' },
    revoked: { type: 'string', default: '10000' },
  },
});
const requests = Number(values.requests);
const signIns = Number(values['sign-ins']);
const goals = { checkMicroseconds: 20, signInRatio: 1.05 };
/** Requests a second over which the readings of what has ended are spread: a quiet instance. */
const quietRate = 100;

const password = 'correct horse battery';
const secret = 'a secret of at least thirty-two characters';
const publicUrl = 'http://localhost:3000';
const logger = createLogger({ level: 'silent', environment: 'production' });
const clock = { now: () => new Date() };
const notifier = { notify: async () => {} };

/** CPU time of this process for each of so many calls, in microseconds. */
async function cpuOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

const { url, drop } = await createEmptyPostgres();
const database = await openDatabase({ kind: 'postgres', url, poolSize: 4 }, logger);
try {
  await migrate(database, logger, allMigrations);
  const foundation = {
    database,
    clock,
    logger,
    config: { secret, publicUrl, maximumDays: 90, sharedAddresses: new Set<string>() },
  };
  const sessions = createSessions({ ...foundation, bus: createInProcessBus({ logger }), notifier });
  const attempts = createAttempts({
    ...foundation,
    metrics: createMetrics(),
    config: { secret, failuresPerHour: 60, signUpsPerHour: 20 },
    sessions,
  });
  const accountsWith = (bounds: Attempts) =>
    createAccounts({
      ...foundation,
      ...{ sessions, attempts: bounds, notifier },
      apiKeys: createApiKeys({ ...foundation, notifier, revocations: sessions.revocations }),
      profiles: createProfiles({ clock }),
      companies: { companyOf: async () => null },
      audit: { record: async () => {} },
      workers: createWorkerPool({ threads: 1, memoryMb: 512 }),
      requestChangeMail: async () => {},
      doubts: { isInDoubt: async () => false, isRefused: () => false },
    });
  const bounded = accountsWith(attempts);
  /** As it was before guessing was bounded. */
  const unbounded = accountsWith({ ...attempts, guard: (_guess, work) => work() });
  const email = 'ada@example.org';
  await database.transaction((tx) =>
    bounded.createUser(tx, {
      ...{ email, password, name: 'Ada', role: 'job_seeker', emailVerified: true },
      ...{ timeZone: 'UTC', locale: 'en' },
    }),
  );
  const device = { address: '192.0.2.1', userAgent: 'Firefox/140.0 Linux', token: 'of a browser' };
  const { accessToken } = await bounded.signIn(email, password, device);

  await database.transaction((tx) =>
    sessions.revocations.revoke(
      tx,
      Array.from({ length: Number(values.revoked) }, () => uuidv7()),
    ),
  );
  const signingKeys = createSigningKeys({ ...foundation, secrets: deriveSecrets(secret) });
  const signatures = createAccessTokens({ clock, signingKeys, issuer: publicUrl });
  const stop = await sessions.revocations.start();
  const bySignature = () => signatures.verify(accessToken.token);
  const withCheck = () => sessions.verifyAccessToken(accessToken.token);
  for (const warmUp of [bySignature, withCheck]) await cpuOf(2_000, warmUp);
  const rounds = 10;
  let [without, checked] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    without += (await cpuOf(requests / rounds, bySignature)) / rounds;
    checked += (await cpuOf(requests / rounds, withCheck)) / rounds;
  }
  const reading = await cpuOf(100, () => sessions.revocations.poll());
  await stop();
  const check = Math.max(0, checked - without) + (2 * reading) / quietRate;
  verdict(
    `a request's check of its session, with ${values.revoked} that have ended`,
    `${check.toFixed(1)} µs of CPU: ${checked.toFixed(1)} with it and ${without.toFixed(1)} by the signature alone, and two ` +
      `readings a second of ${reading.toFixed(0)} µs at ${quietRate} requests a second (goal ${goals.checkMicroseconds})`,
    check <= goals.checkMicroseconds,
  );

  const signInBounded = () => bounded.signIn(email, password, device);
  const signInUnbounded = () => unbounded.signIn(email, password, device);
  await cpuOf(10, signInBounded);
  let [before, after] = [0, 0];
  for (let round = 0; round < signIns; round += 1) {
    before += (await cpuOf(1, signInUnbounded)) / signIns / 1_000;
    after += (await cpuOf(1, signInBounded)) / signIns / 1_000;
  }
  verdict(
    'a sign-in with bounds on guessing',
    `${after.toFixed(2)} ms of CPU, ${before.toFixed(2)} without (goal ${goals.signInRatio} times that)`,
    after <= before * goals.signInRatio,
  );
} finally {
  await database.close();
  await drop();
}
