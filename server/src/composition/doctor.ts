import type { Finding } from '../edges/cli/actions.ts';
import { explainFailure } from '../edges/cli/failures.ts';
import { checkRedis } from '../platform/bus/index.ts';
import type { Config, MailProviderConfig } from '../platform/config/index.ts';
import { type OpenDatabase, pendingMigrations } from '../platform/db/index.ts';
import { createLogger } from '../platform/observability/index.ts';
import { checkMailProvider } from './mail.ts';
import { openConfiguredDatabase } from './platform.ts';

/** Looks at every part that this configuration names, and changes nothing but making an empty data folder. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const settings = config.warnings.map((detail): Finding => ({ part: 'settings', state: 'warning', detail }));
  return [
    ...settings,
    ...(await examineDatabase(config)),
    ...(await examineMail(config)),
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
      return [await describeDatabase(config, database), await describeQueue(database)];
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

async function describeDatabase(config: Config, database: OpenDatabase): Promise<Finding> {
  const { rows } = await database.executeSql("select current_setting('server_version') as version");
  const where = database.kind === 'embedded' ? `embedded in ${config.dataDirectory}` : 'PostgreSQL server';
  const pending = await pendingMigrations(database);
  const detail = `${where}, version ${String(rows[0]?.['version'])}`;
  if (pending.length === 0) return { part: 'database', state: 'ok', detail };
  return {
    part: 'database',
    state: 'warning',
    detail: `${detail}; ${pending.length} migrations to apply: \`rolecall migrate\` or the next start does it`,
  };
}

async function describeQueue(database: OpenDatabase): Promise<Finding> {
  const { rows } = await database.executeSql("select to_regclass('pgboss.version') is not null as found");
  return rows[0]?.['found'] === true
    ? { part: 'queue', state: 'ok', detail: 'set up in the database' }
    : { part: 'queue', state: 'ok', detail: 'not set up yet; the first start does it' };
}

async function examineMail({ mail, mailbox }: Config): Promise<Finding[]> {
  if (mail.providers.length === 0) {
    return mailbox.enabled
      ? [{ part: 'e-mail', state: 'ok', detail: 'kept in the built-in mailbox; set SMTP_URL to send it' }]
      : [{ part: 'e-mail', state: 'warning', detail: 'off: set SMTP_URL or ROLECALL_MAIL_PROVIDERS' }];
  }
  return Promise.all(mail.providers.map(examineProvider));
}

/** Signs in at a provider. */
export async function examineProvider(provider: MailProviderConfig): Promise<Finding> {
  const part = `e-mail by ${provider.name}`;
  try {
    await checkMailProvider(provider);
    return { part, state: 'ok', detail: 'takes our connection' };
  } catch (error) {
    return { part, state: 'failed', detail: `refuses us: ${reasonOf(error)}` };
  }
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

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
