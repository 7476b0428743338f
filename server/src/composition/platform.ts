import { feedLimits } from '../features/catalog/sources/index.ts';
import {
  type Bus,
  createInProcessBus,
  createRedisBus,
  createRedisClusterBus,
  isClusterUrl,
} from '../platform/bus/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { migrate, type OpenDatabase, openDatabase } from '../platform/db/index.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import {
  createHealth,
  createLogger,
  createMetrics,
  type Logger,
  watchEventLoop,
} from '../platform/observability/index.ts';
import { instanceSecret, openSecret } from '../platform/secret/index.ts';
import { createWorkerPool } from '../platform/workers/index.ts';
import type { Platform } from './foundation.ts';
import { allMigrations } from './migrations.ts';

/** Opens the database that the configuration names, without migrating it. */
export function openConfiguredDatabase(config: Config, logger: Logger): Promise<OpenDatabase> {
  const { url, poolSize, diskReserveBytes: reserveBytes } = config.database;
  return openDatabase(
    url === undefined
      ? { kind: 'embedded', folder: config.dataDirectory, disk: { reserveBytes } }
      : { kind: 'postgres', url, poolSize },
    logger,
  );
}

function openBus({ redis: { url } }: Config, logger: Logger): Bus {
  if (url === undefined) return createInProcessBus({ logger });
  return isClusterUrl(url) ? createRedisClusterBus({ url, logger }) : createRedisBus({ url, logger });
}

/** Where an embedded database is: tells how much room is left, and is not ready while nothing can be written. */
export function watchDisk({
  database,
  health,
  metrics,
}: Pick<Platform, 'health' | 'metrics'> & {
  readonly database: Pick<OpenDatabase, 'kind' | 'diskSpace'>;
}): void {
  if (database.kind !== 'embedded') return;
  health.register('disk', async () => {
    if ((await database.diskSpace())?.isLow === true)
      throw new Error('the disk has no room beyond its reserve');
  });
  metrics.gauge(
    { name: 'rolecall_disk_free_bytes', help: 'Free space of the disk that the embedded database is on' },
    async (gauge) => {
      const space = await database.diskSpace();
      if (space === undefined) gauge.reset();
      else gauge.set(space.freeBytes);
    },
  );
  metrics.gauge(
    {
      name: 'rolecall_disk_reserve_bytes',
      help: 'What the embedded database leaves free of it: with less, nothing is written',
    },
    async (gauge) => gauge.set((await database.diskSpace())?.reserveBytes ?? 0),
  );
}

/** Opens everything and brings the database to the newest schema. On a failure nothing stays open. */
export async function openPlatform(config: Config, version: string): Promise<Platform> {
  const logger = createLogger({ level: config.log.level, environment: config.environment });
  for (const warning of config.warnings) logger.warn(warning);
  const database = await openConfiguredDatabase(config, logger);
  try {
    await migrate(database, logger, allMigrations);
    const clock = systemClock;
    const secret = await openSecret(database, instanceSecret(config), clock.now());
    const bus = openBus(config, logger);
    const httpClient = createHttpClient({
      userAgent: `Rolecall/${version} (+${config.http.publicUrl})`,
      ...feedLimits,
      privateOrigins: config.outgoing.privateOrigins,
    });
    const health = createHealth({
      clock,
      onFailure: (name, error) => logger.warn({ err: error, part: name }, 'a part is not ready'),
    });
    health.register('database', async () => {
      await database.executeSql('select 1');
    });
    const eventLoop = watchEventLoop(clock, config.eventLoopDelayMs);
    health.register('event_loop', eventLoop.check);
    const metrics = createMetrics();
    watchDisk({ database, health, metrics });
    const workers = createWorkerPool({ ...config.parsing, metrics });
    return {
      config,
      version,
      logger,
      clock,
      metrics,
      health,
      database,
      bus,
      httpClient,
      workers,
      secret,
      async close() {
        eventLoop.stop();
        await workers.close();
        await httpClient.close();
        await bus.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
