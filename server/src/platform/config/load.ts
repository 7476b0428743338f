import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FeedbackConfig, feedbackFaults, feedbackOf } from './mail-feedback.ts';
import { type MailProviderConfig, singleMailServer } from './mail-providers.ts';
import { nearest } from './suggest.ts';
import {
  describeVariables,
  type environments,
  type logLevels,
  toLimits,
  type VariableValues,
  variables,
} from './variables.ts';

/** The validated configuration. Everything optional is present as `undefined` when it is not set. */
export interface Config {
  readonly environment: (typeof environments)[number];
  /** Absolute path of the folder for the embedded database and generated secrets. */
  readonly dataDirectory: string;
  /** Absent outside of production: then it is generated and kept in the data folder. */
  readonly secret: string | undefined;
  readonly demo: boolean;
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Origin without a trailing slash. */
    readonly publicUrl: string;
    /** Every origin that browsers may call from, the public one first. */
    readonly allowedOrigins: readonly string[];
    readonly trustedProxies: readonly string[];
    readonly bodyLimitBytes: number;
    readonly uploadLimitBytes: number;
    readonly rateLimitPerMinute: number;
    readonly signInRateLimitPerMinute: number;
  };
  /** What `rolecall worker` serves health and metrics on, if anything. */
  readonly worker: { readonly port: number | undefined };
  readonly sockets: {
    /** Handshakes that one address may make at once. */
    readonly handshakeBurst: number;
    /** Handshakes per second that it may make in the long run. */
    readonly handshakesPerSecond: number;
  };
  /** Origins in private networks that the HTTP client may reach all the same. */
  readonly outgoing: { readonly privateOrigins: readonly string[] };
  /** Without an address the embedded database is used. */
  readonly database: { readonly url: string | undefined; readonly poolSize: number };
  readonly redis: { readonly url: string | undefined };
  readonly mail: {
    /** False only in production without a provider. */
    readonly enabled: boolean;
    /** In the order of failover; empty: none is configured. */
    readonly providers: readonly MailProviderConfig[];
    /** First day of the warm-up of the sender's domain, such as `2026-09-01`; undefined: it needs none. */
    readonly warmUpStart: string | undefined;
    readonly from: string;
    /** Whose mail comes to us; undefined: bounces go to the sender's address. */
    readonly bounceDomain: string | undefined;
    /** Who signs mails, and the key as PEM; null: they are not signed here. */
    readonly dkim: { readonly domain: string; readonly selector: string; readonly privateKey: string } | null;
    /** How long a mail waits for people who are online to read it in the inbox, in seconds; 0: not at all. */
    readonly onlineDelaySeconds: number;
    /** Whether opens and clicks are counted for whoever consents. */
    readonly tracking: boolean;
    /** From which shares of mails on operators are warned, and mails that can wait are held back. */
    readonly alarms: {
      readonly bounces: { readonly warning: number; readonly pause: number };
      readonly complaints: { readonly warning: number; readonly pause: number };
      /** Of fewer nothing is said. */
      readonly fewestMails: number;
    };
  };
  readonly feedback: FeedbackConfig;
  /** The built-in mailbox takes the mail when no server is given, never in production. */
  readonly mailbox: { readonly enabled: boolean };
  readonly log: { readonly level: (typeof logLevels)[number] };
  readonly metrics: { readonly token: string | undefined };
  /** Days without an answer after which an applicant is advised to ask. */
  readonly followUpDays: number;
  readonly shutdownSeconds: number;
  /** What works but probably is not meant, one sentence each, to be logged at start. */
  readonly warnings: readonly string[];
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
const descriptions = describeVariables();
const knownNames = descriptions.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
/** Only all of them together make a signature. */
const dkimNames = ['ROLECALL_DKIM_DOMAIN', 'ROLECALL_DKIM_SELECTOR', 'ROLECALL_DKIM_PRIVATE_KEY'] as const;
/** In seconds. Who tries Rolecall out looks into the mailbox right away. */
const usualOnlineDelay = 120;
/** Short names have too many innocent neighbours, such as HOST and HOME. */
const shortestGuessedName = 8;

/**
 * Validates the environment and the command line.
 *
 * @param environment variables by name; empty values count as absent
 * @param readFile reads a file named by `NAME_FILE`
 * @throws {ConfigurationError} naming every fault
 */
export function loadConfig(
  environment: Environment = process.env,
  overrides: ConfigOverrides = {},
  readFile: ReadFile = (file) => readFileSync(file, 'utf8'),
): Config {
  const faults = findStrangers(environment);
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
  const parsed = variables.safeParse(
    Object.fromEntries([...given].map(([name, { value }]) => [name, value])),
  );
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    const source = given.get(name);
    const shown = source === undefined || secretNames.has(name) ? '' : ` (it is "${source.value}")`;
    faults.push(`${source?.origin ?? name}: ${issue.message}${shown}`);
  }
  if (given.get('ROLECALL_ENVIRONMENT')?.value === 'production' && !given.has('ROLECALL_SECRET')) {
    faults.push(
      'ROLECALL_SECRET: required in production, at least 32 characters; `openssl rand -base64 48` makes one',
    );
  }
  if (given.has('SMTP_URL') && given.has('ROLECALL_MAIL_PROVIDERS')) {
    faults.push('ROLECALL_MAIL_PROVIDERS: set either SMTP_URL or ROLECALL_MAIL_PROVIDERS, not both');
  }
  const missing = dkimNames.filter((name) => !given.has(name));
  if (missing.length > 0 && missing.length < dkimNames.length) {
    faults.push(`${missing.join(', ')}: required for signing mails, since others of ROLECALL_DKIM_* are set`);
  }
  faults.push(...feedbackFaults(given));
  if (faults.length > 0 || !parsed.success) throw new ConfigurationError(faults);
  return assemble(parsed.data);
}

function assemble(values: VariableValues): Config {
  const environment = values.ROLECALL_ENVIRONMENT;
  const production = environment === 'production';
  const publicUrl = values.ROLECALL_PUBLIC_URL ?? `http://localhost:${values.PORT}`;
  const providers =
    values.SMTP_URL === undefined
      ? (values.ROLECALL_MAIL_PROVIDERS ?? [])
      : [singleMailServer(values.SMTP_URL)];
  const mailEnabled = providers.length > 0 || !production;
  const hasMailbox = !production && providers.length === 0;
  const warnings: string[] = [];
  if (!mailEnabled)
    warnings.push('E-mail is off: production needs SMTP_URL or ROLECALL_MAIL_PROVIDERS to send it.');
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
    demo: values.ROLECALL_DEMO ?? (environment === 'development' && values.DATABASE_URL === undefined),
    http: {
      host: values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      port: values.PORT,
      publicUrl,
      allowedOrigins: [...new Set([publicUrl, ...values.ROLECALL_ALLOWED_ORIGINS])],
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
    database: { url: values.DATABASE_URL, poolSize: values.DATABASE_POOL_SIZE },
    redis: { url: values.REDIS_URL },
    mail: {
      enabled: mailEnabled,
      providers,
      warmUpStart: values.ROLECALL_MAIL_WARM_UP_START,
      from: values.ROLECALL_MAIL_FROM,
      bounceDomain: values.ROLECALL_BOUNCE_DOMAIN,
      dkim: dkimOf(values),
      onlineDelaySeconds: values.ROLECALL_EMAIL_ONLINE_DELAY_SECONDS ?? (hasMailbox ? 0 : usualOnlineDelay),
      tracking: values.ROLECALL_EMAIL_TRACKING,
      alarms: {
        bounces: toLimits(values.ROLECALL_EMAIL_BOUNCE_LIMITS),
        complaints: toLimits(values.ROLECALL_EMAIL_COMPLAINT_LIMITS),
        fewestMails: values.ROLECALL_EMAIL_ALARM_MINIMUM,
      },
    },
    feedback: feedbackOf(values, values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1')),
    mailbox: { enabled: hasMailbox },
    log: { level: values.ROLECALL_LOG_LEVEL },
    metrics: { token: values.ROLECALL_METRICS_TOKEN },
    followUpDays: values.ROLECALL_FOLLOW_UP_DAYS,
    shutdownSeconds: values.ROLECALL_SHUTDOWN_SECONDS,
    warnings,
  };
}

function dkimOf(values: VariableValues): Config['mail']['dkim'] {
  const [domain, selector, privateKey] = dkimNames.map((name) => values[name]);
  if (domain === undefined || selector === undefined || privateKey === undefined) return null;
  return { domain, selector, privateKey };
}

/** Variables that nobody reads but somebody seems to have meant for Rolecall. */
function findStrangers(environment: Environment): string[] {
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
