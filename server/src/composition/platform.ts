import { feedLimits } from '../features/catalog/sources/index.ts';
import {
  type Bus,
  createInProcessBus,
  createRedisBus,
  createRedisClusterBus,
  isClusterUrl,
} from '../platform/bus/index.ts';
import { type Clock, systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { migrate, type OpenDatabase, openDatabase } from '../platform/db/index.ts';
import { createHttpClient, type HttpClient } from '../platform/http-client/index.ts';
import {
  createHealth,
  createLogger,
  createMetrics,
  type Health,
  type Logger,
  type Metrics,
} from '../platform/observability/index.ts';
import { instanceSecret } from '../platform/secret/index.ts';

/** What every feature stands on, opened for one process. */
export interface Platform {
  readonly config: Config;
  readonly version: string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly database: OpenDatabase;
  readonly bus: Bus;
  readonly httpClient: HttpClient;
  readonly secret: string;
  close(): Promise<void>;
}

/** Opens the database that the configuration names, without migrating it. */
export function openConfiguredDatabase(config: Config, logger: Logger): Promise<OpenDatabase> {
  const { url, poolSize } = config.database;
  return openDatabase(
    url === undefined
      ? { kind: 'embedded', folder: config.dataDirectory }
      : { kind: 'postgres', url, poolSize },
    logger,
  );
}

function openBus({ redis: { url } }: Config, logger: Logger): Bus {
  if (url === undefined) return createInProcessBus({ logger });
  return isClusterUrl(url) ? createRedisClusterBus({ url, logger }) : createRedisBus({ url, logger });
}

/** Opens everything and brings the database to the newest schema. On a failure nothing stays open. */
export async function openPlatform(config: Config, version: string): Promise<Platform> {
  const logger = createLogger({ level: config.log.level, environment: config.environment });
  for (const warning of config.warnings) logger.warn(warning);
  const database = await openConfiguredDatabase(config, logger);
  try {
    await migrate(database, logger);
    const secret = instanceSecret(config);
    const bus = openBus(config, logger);
    const httpClient = createHttpClient({
      userAgent: `Rolecall/${version} (+${config.http.publicUrl})`,
      ...feedLimits,
      privateOrigins: config.outgoing.privateOrigins,
    });
    const clock = systemClock;
    const health = createHealth({
      clock,
      onFailure: (name, error) => logger.warn({ err: error, part: name }, 'a part is not ready'),
    });
    health.register('database', async () => {
      await database.executeSql('select 1');
    });
    return {
      config,
      version,
      logger,
      clock,
      metrics: createMetrics(),
      health,
      database,
      bus,
      httpClient,
      secret,
      async close() {
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
