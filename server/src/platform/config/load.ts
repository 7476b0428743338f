import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BaseConfig } from './base.ts';
import { flag } from './schemas.ts';
import {
  defineSettings,
  describeVariables,
  type GivenVariables,
  type Settings,
  type VariableDescription,
} from './settings.ts';
import { nearest } from './suggest.ts';
import { type VariableValues, variables } from './variables.ts';

/** The validated configuration. */
export interface Config extends BaseConfig {
  /** What a feature makes of its own variables. */
  of<Value>(settings: Settings<Value>): Value;
}

/** What flags of the command line set; they win over the environment. */
export interface ConfigOverrides {
  readonly port?: string | number | undefined;
  readonly dataDir?: string | undefined;
  readonly demo?: boolean | undefined;
}

/** Names every fault of the configuration at once, one line each. Values of secrets are never shown. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The configuration has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.join('\n')}`);
    this.faults = faults;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type ReadFile = (file: string) => string;

const prefix = 'ROLECALL_';
/** Short names have too many innocent neighbours, such as HOST and HOME. */
const shortestGuessedName = 8;

/**
 * Validates the environment and the command line.
 *
 * @param features what features read beside the variables of every instance; others are unknown
 * @param environment variables by name; empty values count as absent
 * @param readFile reads a file named by `NAME_FILE`
 * @throws {ConfigurationError} naming every fault
 */
export function loadConfig(
  features: readonly Settings<unknown>[],
  environment: Environment = process.env,
  overrides: ConfigOverrides = {},
  readFile: ReadFile = (file) => readFileSync(file, 'utf8'),
): Config {
  const descriptions = [variables.shape, ...features.map((feature) => feature.variables)].flatMap(
    describeVariables,
  );
  const faults = findStrangers(environment, descriptions);
  const given = new Map<string, { value: string; origin: string }>();
  const give = (name: string, value: string | undefined, origin: string = name) => {
    if (value !== undefined && value !== '') given.set(name, { value, origin });
  };

  for (const { name, secret } of descriptions) {
    const file = secret ? environment[`${name}_FILE`] : undefined;
    const value = environment[name];
    if (value && file) faults.push(`${name}: set either ${name} or ${name}_FILE, not both`);
    give(name, value);
    if (!value && file) {
      try {
        give(name, readFile(file).trim(), `${name}_FILE`);
      } catch (error) {
        faults.push(`${name}_FILE: cannot read ${file} (${reason(error)})`);
      }
    }
  }
  if (!given.has('ROLECALL_ENVIRONMENT')) {
    give('ROLECALL_ENVIRONMENT', environment['NODE_ENV'], 'NODE_ENV');
  }
  give('PORT', overrides.port?.toString(), '--port');
  give('ROLECALL_DATA_DIR', overrides.dataDir, '--data-dir');
  give('ROLECALL_DEMO', overrides.demo?.toString(), overrides.demo ? '--demo' : '--no-demo');

  const secretNames = new Set(descriptions.filter(({ secret }) => secret).map(({ name }) => name));
  const values: GivenVariables = new Map([...given].map(([name, { value }]) => [name, value]));
  const base = defineSettings<typeof variables.shape, BaseConfig, undefined>({
    variables: variables.shape,
    read: assemble,
  });
  const issues = [...base.issues(values), ...features.flatMap((feature) => feature.issues(values))];
  for (const { name, message } of issues) {
    const source = given.get(name);
    const shown = source === undefined || secretNames.has(name) ? '' : ` (it is "${source.value}")`;
    faults.push(`${source?.origin ?? name}: ${message}${shown}`);
  }
  if (given.get('ROLECALL_ENVIRONMENT')?.value === 'production' && !given.has('ROLECALL_SECRET')) {
    faults.push(
      'ROLECALL_SECRET: required in production, at least 32 characters; `openssl rand -base64 48` makes one',
    );
  }
  if (!given.has('ROLECALL_ENVIRONMENT')) faults.push(...undeclared(values));
  if (given.get('ROLECALL_ENVIRONMENT')?.value === 'production' && wantsDemo(values)) {
    const { origin } = given.get('ROLECALL_DEMO') ?? { origin: 'ROLECALL_DEMO' };
    faults.push(
      `${origin}: there are no demo people in production, since everybody knows their password; leave it out`,
    );
  }
  faults.push(...features.flatMap((feature) => feature.faults(values)));
  if (faults.length > 0) throw new ConfigurationError(faults);
  const config = base.read(values, undefined);
  return {
    ...config,
    warnings: [...config.warnings, ...features.flatMap((feature) => feature.warnings(values, config))],
    of: (settings) => settings.read(values, config),
  };
}

/**
 * What is meant for others must say so: as development it would have a mailbox that everybody may read.
 */
function undeclared(values: GivenVariables): string[] {
  const host = values.get('HOST');
  const publicUrl = URL.parse(values.get('ROLECALL_PUBLIC_URL') ?? '');
  const why =
    (values.has('DATABASE_URL') && 'DATABASE_URL is set') ||
    (host !== undefined && !isLoopback(host) && `HOST is ${host}, which others can reach`) ||
    (publicUrl !== null && !isLoopback(publicUrl.hostname) && `ROLECALL_PUBLIC_URL is ${publicUrl.origin}`);
  return why === false
    ? []
    : [
        `ROLECALL_ENVIRONMENT: say what this is for, as ${why}: ROLECALL_ENVIRONMENT=production, or =development for trying it out`,
      ];
}

function wantsDemo(values: GivenVariables): boolean {
  return flag().safeParse(values.get('ROLECALL_DEMO')).data === true;
}

/** Names under which a process is reached from its own machine alone. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** A page of this machine may be opened by any name of it. */
function namesOfOrigin(origin: string): string[] {
  const { hostname, protocol, port } = new URL(origin);
  if (!isLoopback(hostname)) return [origin];
  const end = port === '' && !origin.endsWith(':0') ? '' : `:${port || '0'}`;
  return [origin, ...['localhost', '127.0.0.1', '[::1]'].map((name) => `${protocol}//${name}${end}`)];
}

function assemble(values: VariableValues): BaseConfig {
  const environment = values.ROLECALL_ENVIRONMENT;
  const production = environment === 'production';
  const publicUrl = values.ROLECALL_PUBLIC_URL ?? `http://localhost:${values.PORT}`;
  const host = values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1');
  const warnings: string[] = [];
  if (production && values.ROLECALL_PUBLIC_URL === undefined) {
    warnings.push(`ROLECALL_PUBLIC_URL is not set: links in e-mail lead to ${publicUrl}.`);
  }
  if (production && values.DATABASE_URL === undefined) {
    warnings.push(
      'DATABASE_URL is not set: the embedded database is meant for trying out, not for production.',
    );
  }
  return {
    environment,
    dataDirectory: path.resolve(values.ROLECALL_DATA_DIR),
    secret: values.ROLECALL_SECRET,
    previousSecrets: values.ROLECALL_SECRET_PREVIOUS,
    demo: values.ROLECALL_DEMO ?? (environment === 'development' && values.DATABASE_URL === undefined),
    http: {
      host,
      isLoopback: isLoopback(host),
      port: values.PORT,
      publicUrl,
      allowedOrigins: [...new Set([...namesOfOrigin(publicUrl), ...values.ROLECALL_ALLOWED_ORIGINS])],
      trustedProxies: values.ROLECALL_TRUSTED_PROXIES,
      bodyLimitBytes: values.ROLECALL_BODY_LIMIT_BYTES,
      uploadLimitBytes: values.ROLECALL_UPLOAD_LIMIT_BYTES,
      rateLimitPerMinute: values.ROLECALL_RATE_LIMIT_PER_MINUTE,
      signInRateLimitPerMinute: values.ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE,
    },
    sockets: {
      handshakeBurst: values.ROLECALL_HANDSHAKE_BURST,
      handshakesPerSecond: values.ROLECALL_HANDSHAKES_PER_SECOND,
    },
    worker: { port: values.ROLECALL_WORKER_PORT },
    outgoing: { privateOrigins: values.ROLECALL_OUTGOING_PRIVATE_ORIGINS },
    database: {
      url: values.DATABASE_URL,
      poolSize: values.DATABASE_POOL_SIZE,
      diskReserveBytes: values.ROLECALL_DISK_RESERVE_MB * 1_048_576,
    },
    redis: { url: values.REDIS_URL },
    log: { level: values.ROLECALL_LOG_LEVEL },
    parsing: { threads: values.ROLECALL_PARSING_THREADS, memoryMb: values.ROLECALL_PARSING_MEMORY_MB },
    eventLoopDelayMs: values.ROLECALL_EVENT_LOOP_DELAY_MS,
    metrics: { token: values.ROLECALL_METRICS_TOKEN, open: values.ROLECALL_METRICS_OPEN },
    securityContact: { contacts: values.ROLECALL_SECURITY_CONTACT, policy: values.ROLECALL_SECURITY_POLICY },
    shutdownSeconds: values.ROLECALL_SHUTDOWN_SECONDS,
    warnings,
  };
}

/** Variables that nobody reads but somebody seems to have meant for Rolecall. */
function findStrangers(environment: Environment, descriptions: readonly VariableDescription[]): string[] {
  const knownNames = descriptions.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
  const faults: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (!value || knownNames.includes(name)) continue;
    if (name.startsWith(prefix)) {
      const bare = name.slice(prefix.length);
      const meant = knownNames.includes(bare)
        ? bare
        : nearest(name, knownNames, Math.max(2, Math.floor(bare.length / 3)));
      faults.push(`${name}: unknown variable${meant === undefined ? '' : `, did you mean ${meant}?`}`);
    } else if (name.length >= shortestGuessedName) {
      const meant = nearest(name, knownNames, 1);
      if (meant !== undefined && !environment[meant]) {
        faults.push(`${name}: unknown variable, did you mean ${meant}?`);
      }
    }
  }
  return faults.sort();
}

function reason(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : 'unknown reason';
}
