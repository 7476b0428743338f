import type { Role } from '@rolecall/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFeatures, type Features } from '../../server/src/composition/features.ts';
import type { Platform } from '../../server/src/composition/foundation.ts';
import { openPlatform } from '../../server/src/composition/platform.ts';
import { allSettings } from '../../server/src/composition/settings.ts';
import { loadConfig } from '../../server/src/platform/config/index.ts';
import { createTokenMint, type TokenMint } from '../../server/src/testing/access-tokens.ts';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import { createPerson } from '../../server/src/testing/notifications.ts';
import { randomFrom } from '../support/random.ts';
import { startClientProxy } from './support/client-proxy.ts';
import { type Node, startNode } from './support/cluster.ts';
import { type FaultContext, harms } from './support/faults.ts';
import { judge, readLedger } from './support/ledger.ts';
import { busFaults, clientFaults, type Fault, nodeFaults, type Plan, planFor } from './support/plan.ts';
import { type FaultPerson, Reader, topicsOf } from './support/reader.ts';
import { canStartRedis, type RedisServer, startRedis } from './support/redis-server.ts';
import { DirectWriter, HttpWriter } from './support/writers.ts';

const seeds = Number(process.env['ROLECALL_FAULT_SEEDS'] ?? 20);
const firstSeed = Number(process.env['ROLECALL_FAULT_FIRST_SEED'] ?? 1);
const canRun = (await postgresTestUrl()) !== undefined && canStartRedis();

const [seekers, recruiters] = [8, 2];
/** Clients of each person, in turn. */
const clientsPerPerson = [3, 2, 2];
/** How long a fault may last, and how long it may take until all has arrived when all faults are over, in ms. */
const [harmLimit, arrivalLimit] = [90_000, 80_000];

test('five seeds in a row plan every fault', () => {
  for (let seed = firstSeed; seed < firstSeed + seeds; seed += 1) {
    const plans = Array.from({ length: 5 }, (_, index) => planFor(seed + index));
    const planned = plans.flatMap(({ bus, nodes, clients }): readonly Fault[] => [
      ...bus,
      ...nodes,
      ...clients,
    ]);
    expect(new Set(planned)).toEqual(new Set<Fault>([...busFaults, ...nodeFaults, ...clientFaults]));
  }
});

describe.runIf(canRun)('two processes on PostgreSQL with Redis between them', () => {
  let database: { url: string; drop(): Promise<void> };
  let redis: RedisServer;
  let platform: Platform;
  let features: Features;
  let nodes: [Node, Node];
  let mint: TokenMint;
  let apiKey: string;
  const happened = new Map<Fault, number>(
    [...busFaults, ...nodeFaults, ...clientFaults].map((fault) => [fault, 0]),
  );
  const totals = {
    seeds: 0,
    written: 0,
    applied: 0,
    repeated: 0,
    lost: 0,
    appliedTwice: 0,
    seenByAnother: 0,
  };

  beforeAll(async () => {
    [database, redis] = await Promise.all([createEmptyPostgres(), startRedis()]);
    const environment = {
      HOST: '127.0.0.1',
      ROLECALL_ENVIRONMENT: 'production',
      ROLECALL_SECRET: 'a secret that all processes of the test share',
      ROLECALL_PUBLIC_URL: 'http://rolecall.example',
      ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000',
      ROLECALL_HANDSHAKE_BURST: '100000',
      ROLECALL_HANDSHAKES_PER_SECOND: '100000',
    };
    platform = await openPlatform(
      loadConfig(allSettings, {
        ...environment,
        DATABASE_URL: database.url,
        REDIS_URL: `redis://127.0.0.1:${redis.port}`,
        ROLECALL_LOG_LEVEL: 'silent',
      }),
      'test',
    );
    features = createFeatures(platform, { mayBeConnected: () => true });
    mint = createTokenMint(platform.database, {
      secret: environment.ROLECALL_SECRET,
      issuer: environment.ROLECALL_PUBLIC_URL,
    });
    const operator = await createPerson(platform.database, { role: 'operator' });
    const created = await platform.database.transaction((tx) =>
      features.accounts.apiKeys.create(tx, operator, { name: 'another program' }),
    );
    apiKey = created.key;
    const start = (name: string) =>
      startNode({
        name,
        environment,
        databaseUrl: database.url,
        redisPort: redis.port,
        random: randomFrom(name.length),
      });
    nodes = await Promise.all([start('node a'), start('second node')]);
  });
  afterAll(async () => {
    const counts = [...happened].map(([fault, count]) => `${fault}: ${count}`);
    const noise = nodes.map(({ name, redis: { counts: fates } }) => `${name}: ${JSON.stringify(fates)}`);
    process.stdout.write(
      `Faults that happened: ${counts.join(', ')}\nMessages of the bus by fate: ${noise.join(', ')}\n` +
        `Totals: ${JSON.stringify(totals)}\n`,
    );
    await Promise.all(nodes.map((node) => node.close()));
    await platform.close();
    await Promise.all([redis.stop(), database.drop()]);
  });

  test.each(Array.from({ length: seeds }, (_, index) => firstSeed + index))(
    'seed %i: nothing is lost, applied twice or seen by another',
    async (seed) => {
      const random = randomFrom(seed);
      const people = await createFaultPeople();
      const since = await headsOfTopics(people);
      const readers = await createReaders(people, random);
      const direct = new DirectWriter(platform, features, { people, random });
      const http = new HttpWriter(nodes, apiKey, { people, random });
      const plan = planFor(seed);
      try {
        for (const node of nodes) node.redis.setNoisy(true);
        const writing = Promise.all([direct.run(), direct.run(), http.run(), http.run()]);
        const harm = doHarm(plan, readers, { random, redis, nodes, writer: direct });
        // A writer ends only when it fails.
        await Promise.race([harm, writing]);
        for (const node of nodes) node.redis.setNoisy(false);
        direct.stop();
        http.stop();
        await writing;
        const ledger = await readLedger(platform.database, people, since);
        const arrivals = readers.map((reader) => reader.reached(ledger.headsFor(reader.person)));
        // What has not come by then is counted as lost below.
        await within(arrivalLimit, Promise.all(arrivals), 'arrival').catch(() => {});
        for (const reader of readers) reader.close();

        const verdict = judge(ledger, readers, [direct.written, http.written]);
        totals.seeds += 1;
        totals.written += direct.written.notifications.size + http.written.notifications.size;
        totals.applied += readers.reduce((sum, { notifications }) => sum + notifications.length, 0);
        totals.repeated += http.repeated;
        totals.lost += verdict.lost;
        totals.appliedTwice += verdict.appliedTwice;
        totals.seenByAnother += verdict.seenByAnother;
        expect(verdict, JSON.stringify(plan)).toEqual({
          lost: 0,
          appliedTwice: 0,
          seenByAnother: 0,
          faults: [],
        });
      } finally {
        direct.stop();
        http.stop();
        for (const reader of readers) reader.close();
        await Promise.all(readers.map(({ proxy }) => proxy.close()));
        await liftAll();
      }
    },
    180_000,
  );

  async function createFaultPeople(): Promise<FaultPerson[]> {
    const roles = [...Array<Role>(seekers).fill('job_seeker'), ...Array<Role>(recruiters).fill('recruiter')];
    return platform.database.transaction(async (tx) => {
      const people: FaultPerson[] = [];
      for (const role of roles) {
        const id = await createPerson(platform.database, { role });
        await features.profiles.create(tx, id, { timeZone: 'UTC', locale: 'en' });
        people.push({ id, role });
      }
      return people;
    });
  }

  async function createReaders(people: readonly FaultPerson[], random: () => number): Promise<Reader[]> {
    const epoch = await features.streams.epoch(platform.database.query);
    const [near, far] = nodes;
    const wanted = people.flatMap((person, index) =>
      Array.from({ length: clientsPerPerson[index % clientsPerPerson.length] ?? 1 }, () => person),
    );
    return Promise.all(
      wanted.map(async (person, index) => {
        const proxy = await startClientProxy(index % 2 === 0 ? [near, far] : [far, near]);
        return new Reader({
          name: `client ${index} of ${person.role} ${person.id}`,
          person,
          proxy,
          epoch,
          random,
          mint: (expiresAt) =>
            mint({ userId: person.id, role: person.role, sessionId: person.id }, expiresAt),
        });
      }),
    );
  }

  /** Does what the plan says, and counts what was done. Each row has clients of its own to harm. */
  async function doHarm(
    { bus, nodes: ofNodes, clients, otherClients }: Plan,
    readers: readonly Reader[],
    context: Omit<FaultContext, 'readers'>,
  ): Promise<void> {
    const rows: readonly (readonly Fault[])[] = [bus, ofNodes, clients, otherClients];
    const work = rows.map(async (faults, row) => {
      const own = readers.filter((_reader, index) => index % rows.length === row);
      for (const fault of faults) {
        await within(harmLimit, harms[fault]({ ...context, readers: own }), fault);
        happened.set(fault, (happened.get(fault) ?? 0) + 1);
      }
    });
    await Promise.all(work);
  }

  /** Where a seed has failed, the next one finds everything running all the same. */
  async function liftAll(): Promise<void> {
    redis.goOn();
    await redis.start();
    for (const node of nodes) {
      node.redis.refuse(false);
      node.postgres.refuse(false);
      node.postgres.disarm();
      if (!node.isUp) await node.start();
    }
  }

  async function headsOfTopics(people: readonly FaultPerson[]) {
    const topics = [...new Set(people.flatMap(({ role }) => topicsOf(role)))];
    const heads = await features.topics.heads(platform.database.query, topics);
    return new Map(topics.map((topic) => [topic, heads.get(topic) ?? 0]));
  }
});

/** Waits, and fails when that takes too long. */
async function within(limitMs: number, work: Promise<unknown>, what: string): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${what} takes more than ${limitMs / 1_000} s`)), limitMs);
  await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
