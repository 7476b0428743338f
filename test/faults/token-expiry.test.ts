import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFeatures, type Features } from '../../server/src/composition/features.ts';
import type { Platform } from '../../server/src/composition/foundation.ts';
import { openPlatform } from '../../server/src/composition/platform.ts';
import { allSettings } from '../../server/src/composition/settings.ts';
import { loadConfig } from '../../server/src/platform/config/index.ts';
import { createTokenMint } from '../../server/src/testing/access-tokens.ts';
import { createEmptyPostgres, postgresTestUrl } from '../../server/src/testing/database.ts';
import { createPerson } from '../../server/src/testing/notifications.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { type ClientProxy, startClientProxy } from './support/client-proxy.ts';
import { Reader } from './support/reader.ts';
import { titleFor } from './support/wire-check.ts';

const hasPostgres = (await postgresTestUrl()) !== undefined;
const tokenExpired = 4004;
/** So much that a slow database needs longer for it than the half minute that the server waits for a new token. */
const backlog = { notifications: 4_500, characters: 4_000, bytesPerSecond: 400_000 };

describe.runIf(hasPostgres)('a token that runs out', () => {
  let database: { url: string; drop(): Promise<void> };
  let platform: Platform;
  let features: Features;
  let server: ServerProcess;
  let slowDatabase: ClientProxy;
  let line: ClientProxy;
  const environment = {
    HOST: '127.0.0.1',
    ROLECALL_ENVIRONMENT: 'production',
    ROLECALL_SECRET: 'a secret that all processes of the test share',
    ROLECALL_PUBLIC_URL: 'http://rolecall.example',
  };

  beforeAll(async () => {
    database = await createEmptyPostgres();
    const config = loadConfig(allSettings, {
      ...environment,
      DATABASE_URL: database.url,
      ROLECALL_LOG_LEVEL: 'silent',
    });
    platform = await openPlatform(config, 'test');
    features = createFeatures(platform, { mayBeConnected: () => false });
    const address = new URL(database.url);
    slowDatabase = await startClientProxy([{ port: Number(address.port || 5432), isUp: true }]);
    address.host = new URL(slowDatabase.url).host;
    server = await startServer({ databaseUrl: address.href, environment });
    line = await startClientProxy([{ port: server.port, isUp: true }]);
  });
  afterAll(async () => {
    await line.close();
    await server.stop();
    await slowDatabase.close();
    await platform.close();
    await database.drop();
  });

  test('while a long resume is under way ends the connection, and the client goes on with a new one where it was', async () => {
    const id = await createPerson(platform.database, { role: 'job_seeker' });
    const text = 'x'.repeat(backlog.characters);
    await platform.database.transaction(async (tx) => {
      await features.profiles.create(tx, id, { timeZone: 'UTC', locale: 'en' });
      const payload = { title: titleFor(id), message: 'There is a long list.', data: { text } };
      const items = Array.from({ length: backlog.notifications }, () => ({ userId: id, payload }));
      await features.notifications.notifyMany(tx, 'service_message', items);
    });
    const mint = createTokenMint(platform.database, {
      secret: environment.ROLECALL_SECRET,
      issuer: environment.ROLECALL_PUBLIC_URL,
    });

    slowDatabase.limit(backlog.bytesPerSecond);
    const reader = new Reader({
      name: 'the client',
      person: { id, role: 'job_seeker' },
      proxy: line,
      epoch: await features.streams.epoch(platform.database.query),
      random: Math.random,
      mint: (expiresAt) => mint({ userId: id, role: 'job_seeker', sessionId: randomUUID() }, expiresAt),
    });
    reader.shortenNextToken(new Date(Date.now() + 3_000));
    await reader.until(() => reader.closes.length > 0);
    expect(reader.closes).toEqual([tokenExpired]);
    expect(reader.notifications.length).toBeGreaterThan(0);
    expect(reader.notifications.length).toBeLessThan(backlog.notifications);

    slowDatabase.limit(undefined);
    await reader.reached(new Map([['user', backlog.notifications]]));
    await reader.live();
    reader.close();
    expect(reader.notifications.map(({ seq }) => seq)).toEqual(
      Array.from({ length: backlog.notifications }, (_, index) => index + 1),
    );
    expect(reader.faults).toEqual([]);
  });
});
