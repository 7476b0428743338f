import type { Finding } from '../edges/cli/actions.ts';
import { explainFailure } from '../edges/cli/failures.ts';
import { checkRedis } from '../platform/bus/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { type OpenDatabase, pendingMigrations } from '../platform/db/index.ts';
import { reasonOf } from '../platform/errors/index.ts';
import { createLogger } from '../platform/observability/index.ts';
import { instanceSecret } from '../platform/secret/index.ts';
import { allMigrations } from './migrations.ts';
import { modules } from './modules.ts';
import { examinePeople } from './people-findings.ts';
import { openConfiguredDatabase } from './platform.ts';
import { sealedRows } from './sealed.ts';
import { examineSecret } from './secret-findings.ts';
import { examineSettings } from './unsafe-settings.ts';

/** Looks at every part that this configuration names, and changes nothing but making an empty data folder. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const settings = config.warnings.map((detail): Finding => ({ part: 'settings', state: 'warning', detail }));
  return [
    ...examineSettings(config),
    ...settings,
    ...(await examineDatabase(config)),
    ...(await Promise.all(modules.statements.flatMap(({ doctor }) => doctor?.(config) ?? []))).flat(),
    await examineBus(config),
  ];
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  try {
    const database = await openConfiguredDatabase(
      config,
      createLogger({ level: 'silent', environment: config.environment }),
    );
    try {
      const pending = await pendingMigrations(database, allMigrations);
      const found = await describeDatabase(config, database, pending.length);
      const ofData =
        found.state === 'ok' ? modules.statements.flatMap(({ doctorOfData: look }) => look ?? []) : [];
      return [
        found,
        await describeQueue(database),
        ...(await Promise.all(ofData.map((look) => look(database)))).flat(),
        // Only where the tables are those that this code knows.
        ...(pending.length === 0
          ? [await describeSecret(config, database), ...(await examinePeople(database.query, config))]
          : []),
      ];
    } finally {
      await database.close();
    }
  } catch (error) {
    return [
      { part: 'database', state: 'failed', detail: explainFailure(error) },
      { part: 'queue', state: 'failed', detail: 'lives in the database' },
    ];
  }
}

function describeSecret(config: Config, database: OpenDatabase): Promise<Finding> {
  return examineSecret(database.query, sealedRows, instanceSecret(config), systemClock.now());
}

async function describeDatabase(config: Config, database: OpenDatabase, pending: number): Promise<Finding> {
  const { rows } = await database.executeSql("select current_setting('server_version') as version");
  const where = database.kind === 'embedded' ? `embedded in ${config.dataDirectory}` : 'PostgreSQL server';
  const detail = `${where}, version ${String(rows[0]?.['version'])}`;
  if (pending === 0) return { part: 'database', state: 'ok', detail };
  return {
    part: 'database',
    state: 'warning',
    detail: `${detail}; ${pending} migrations to apply: \`rolecall migrate\` or the next start does it`,
  };
}

async function describeQueue(database: OpenDatabase): Promise<Finding> {
  const { rows } = await database.executeSql("select to_regclass('pgboss.version') is not null as found");
  return rows[0]?.['found'] === true
    ? { part: 'queue', state: 'ok', detail: 'set up in the database' }
    : { part: 'queue', state: 'ok', detail: 'not set up yet; the first start does it' };
}

async function examineBus({ redis }: Config): Promise<Finding> {
  if (redis.url === undefined)
    return { part: 'bus', state: 'ok', detail: 'inside the process; set REDIS_URL for several' };
  try {
    await checkRedis(redis.url);
    return { part: 'bus', state: 'ok', detail: 'Redis answers' };
  } catch (error) {
    return { part: 'bus', state: 'failed', detail: `Redis does not answer: ${reasonOf(error)}` };
  }
}
