import { createPrivateKey } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';
import { mailFeedbackVariables } from './mail-feedback-variables.ts';
import { parseMailProviders } from './mail-providers.ts';
import { addressWithScheme, documentation, flag, list, wholeNumber } from './schemas.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const environments = ['development', 'production', 'test'] as const;

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

const percentages = () =>
  z
    .string()
    .regex(/^\d{1,2}(?:\.\d{1,3})?,\d{1,2}(?:\.\d{1,3})?$/, 'must be two percentages such as 0.1,0.3')
    .refine((value) => {
      const { warning, pause } = toLimits(value);
      return warning > 0 && warning < pause;
    }, 'must begin with the lower one, above 0');

/** The shares that two percentages stand for. */
export function toLimits(value: string) {
  const [warning = 0, pause = 0] = value.split(',').map((percent) => Number(percent) / 100);
  return { warning, pause };
}

function isOrigin(value: string): boolean {
  const parsed = URL.parse(value);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.origin === value;
}

function isAddressRange(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

const domainName = (example: string) =>
  z
    .string()
    .regex(/^(?=.{1,180}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i, {
      error: `must be a domain such as ${example}`,
    })
    .transform((value) => value.toLowerCase());

/** RSA of at least the bits that RFC 8301, 3.2 asks for, or Ed25519. */
function isSigningKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2_048;
    return asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/**
 * Every variable that Rolecall reads, in the order of the documentation. Names without the prefix
 * `ROLECALL_` are those that hosting platforms and other tools set under the same name.
 */
export const variables = z.object({
  ROLECALL_ENVIRONMENT: oneOf(environments)
    .default('development')
    .register(documentation, {
      description:
        'What the process is for. Production demands a secret and never opens the built-in mailbox; ' +
        'development brings an embedded database and demo people.',
      defaultText: '`NODE_ENV`, or else `development`',
    }),
  PORT: wholeNumber(0, 65_535).default(3000).register(documentation, {
    description: 'TCP port of the web server; 0 takes any free one. The flag `--port` overrides it.',
  }),
  HOST: z.string().optional().register(documentation, {
    description: 'Address or name of the interface to listen on.',
    defaultText: '`127.0.0.1`, in production `0.0.0.0`',
  }),
  ROLECALL_PUBLIC_URL: z
    .string()
    .refine((value) => isOrigin(value.replace(/\/$/, '')), 'must be an http(s) origin without a path')
    .transform((value) => value.replace(/\/$/, ''))
    .optional()
    .register(documentation, {
      description: 'Where people reach this server; links in e-mail start with it.',
      defaultText: '`http://localhost:PORT`',
    }),
  ROLECALL_SECRET: z.string().min(32, 'must have at least 32 characters').optional().register(documentation, {
    description:
      'Signs sessions and one-click links. Changing it signs everybody out. Required in production.',
    secret: true,
    defaultText: 'none; outside of production it is generated once and kept in the data folder',
  }),
  ROLECALL_DATA_DIR: z.string().default('./.rolecall').register(documentation, {
    description: 'Folder of the embedded database and generated secrets. The flag `--data-dir` overrides it.',
  }),
  ROLECALL_DEMO: flag().optional().register(documentation, {
    description: 'Create demo people and jobs at the first start. The flag `--no-demo` overrides it.',
    defaultText: '`true` in development with the embedded database, otherwise `false`',
  }),
  DATABASE_URL: addressWithScheme(['postgres', 'postgresql']).optional().register(documentation, {
    description: 'PostgreSQL 15 or newer.',
    secret: true,
    defaultText: 'none; the embedded database in the data folder is used',
  }),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(20).register(documentation, {
    description: 'Most connections to PostgreSQL that one process opens.',
    unit: 'connections',
  }),
  REDIS_URL: addressWithScheme(['redis', 'rediss', 'redis-cluster', 'rediss-cluster'])
    .optional()
    .register(documentation, {
      description:
        'Redis or Valkey, the bus between several web processes; `redis-cluster://` names one node of a cluster.',
      secret: true,
      defaultText: 'none; the bus stays inside the process',
    }),
  SMTP_URL: addressWithScheme(['smtp', 'smtps']).optional().register(documentation, {
    description:
      'The one mail server. In production no e-mail is sent without it or `ROLECALL_MAIL_PROVIDERS`.',
    secret: true,
    defaultText: 'none; outside of production mail lands in the built-in mailbox',
  }),
  ROLECALL_MAIL_PROVIDERS: z
    .string()
    .transform((value, context) => {
      const { providers, faults } = parseMailProviders(value);
      for (const message of faults) context.addIssue({ code: 'custom', message });
      return faults.length === 0 ? providers : z.NEVER;
    })
    .optional()
    .register(documentation, {
      description:
        'Instead of `SMTP_URL`: who takes the mails, in the order of failover, separated by spaces, such as ' +
        '`resend://KEY@ smtp://user:password@mail.example.org:587?rate=10`. The guide to e-mail providers has all ' +
        'of them.',
      secret: true,
      defaultText: 'none',
    }),
  ROLECALL_MAIL_WARM_UP_START: z.iso
    .date('must be a day such as 2026-09-01')
    .optional()
    .register(documentation, {
      description:
        'First day (UTC) on which the domain of `ROLECALL_MAIL_FROM` sends mail. For 30 days what is not urgent is ' +
        'held to a limit that grows from day to day.',
      defaultText: 'none; the domain is known already',
    }),
  ROLECALL_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must look like jobs@example.org or Jobs <jobs@example.org>',
    })
    .default('Rolecall <rolecall@localhost>')
    .register(documentation, { description: 'Sender of every e-mail.' }),
  ROLECALL_BOUNCE_DOMAIN: domainName('bounces.example.org')
    .optional()
    .register(documentation, {
      description:
        'Domain that bounces go to: each mail gets a return path of its own there (VERP), so that a bounce names the ' +
        'delivery. Its MX record has to lead to where bounces are read.',
      defaultText: 'none; bounces go to the address of `ROLECALL_MAIL_FROM`',
    }),
  ROLECALL_DKIM_DOMAIN: domainName('example.org')
    .optional()
    .register(documentation, {
      description:
        'Domain that signs every mail that goes out by SMTP (DKIM, RFC 6376); it should be that of ROLECALL_MAIL_FROM. ' +
        'Set it with ROLECALL_DKIM_SELECTOR and ROLECALL_DKIM_PRIVATE_KEY, or none of them where the mail server signs.',
      defaultText: 'none; mails are not signed here',
    }),
  ROLECALL_DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z\d](?:[a-z\d.-]{0,61}[a-z\d])?$/i, { error: 'must be a name such as rolecall2026' })
    .optional()
    .register(documentation, {
      description:
        'Name of the key: its public half stands in the DNS at `<selector>._domainkey.<ROLECALL_DKIM_DOMAIN>`.',
      defaultText: 'none',
    }),
  ROLECALL_DKIM_PRIVATE_KEY: z
    .string()
    .refine(isSigningKey, 'must be a private key as PEM: RSA with at least 2048 bits, or Ed25519')
    .optional()
    .register(documentation, {
      description:
        'Private key for DKIM as PEM: RSA with at least 2,048 bits (`openssl genrsa 2048`), or Ed25519 (RFC 8463), ' +
        'which large providers do not read yet.',
      secret: true,
      defaultText: 'none',
    }),
  ...mailFeedbackVariables,
  ROLECALL_EMAIL_ONLINE_DELAY_SECONDS: wholeNumber(0, 3_600)
    .optional()
    .register(documentation, {
      description:
        'For how long people who are online may read a notification in the inbox before it is mailed to them; 0 mails ' +
        'it at once. What is urgent is never held back.',
      unit: 'seconds',
      defaultText: '`120`, with the built-in mailbox `0`',
    }),
  ROLECALL_EMAIL_TRACKING: flag()
    .default(false)
    .register(documentation, {
      description:
        'Whether opens and clicks of mails are counted, for people who consent to it in their settings. docs/email-tracking.md ' +
        'tells what is noted.',
    }),
  ROLECALL_EMAIL_BOUNCE_LIMITS: percentages()
    .default('2,5')
    .register(documentation, {
      description:
        'Share of mails to addresses that do not exist from which on operators are warned, and from which on mails that ' +
        'can wait are held back, separated by a comma. docs/email-analytics.md tells how it is judged.',
      unit: 'percent',
    }),
  ROLECALL_EMAIL_COMPLAINT_LIMITS: percentages().default('0.1,0.3').register(documentation, {
    description: 'The same for the share of mails that are reported as spam.',
    unit: 'percent',
  }),
  ROLECALL_EMAIL_ALARM_MINIMUM: wholeNumber(1, 1_000_000).default(200).register(documentation, {
    description: 'Fewer mails within an hour or a day are too few to judge bounces and complaints by.',
    unit: 'mails',
  }),
  ROLECALL_ALLOWED_ORIGINS: list(isOrigin, 'must be origins such as https://jobs.example.org')
    .default([])
    .register(documentation, {
      description:
        'Origins of other web pages that may call the API and open sockets from a browser, separated by commas.',
      defaultText: 'none; only the public URL',
    }),
  ROLECALL_TRUSTED_PROXIES: list(isAddressRange, 'must be addresses or ranges such as 10.0.0.0/8')
    .default([])
    .register(documentation, {
      description:
        'Reverse proxies whose `X-Forwarded-*` headers are believed: addresses or CIDR ranges, separated by commas.',
      defaultText: 'none',
    }),
  ROLECALL_OUTGOING_PRIVATE_ORIGINS: list(isOrigin, 'must be origins such as http://jobs.internal:8080')
    .default([])
    .register(documentation, {
      description:
        'Origins in private networks that sources may read, separated by commas. Every other request to a ' +
        'private address is refused.',
      defaultText: 'none',
    }),
  ROLECALL_RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).default(600).register(documentation, {
    description:
      'Requests to the API that one person (by API keys too) or, not signed in, one address may make.',
    unit: 'requests per minute',
  }),
  ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: wholeNumber(1, 100_000).default(20).register(documentation, {
    description: 'Attempts to sign in, sign up or reset a password from one address.',
    unit: 'requests per minute',
  }),
  ROLECALL_HANDSHAKE_BURST: wholeNumber(1, 1_000_000).default(200).register(documentation, {
    description: 'Sockets that one address may open at once. Raise it where many people share an address.',
    unit: 'handshakes',
  }),
  ROLECALL_HANDSHAKES_PER_SECOND: wholeNumber(1, 1_000_000).default(20).register(documentation, {
    description: 'Sockets that one address may open in the long run.',
    unit: 'handshakes per second',
  }),
  ROLECALL_BODY_LIMIT_BYTES: wholeNumber(1024, 104_857_600).default(1_048_576).register(documentation, {
    description: 'Largest request body that is not a file upload.',
    unit: 'bytes',
  }),
  ROLECALL_UPLOAD_LIMIT_BYTES: wholeNumber(1024, 104_857_600).default(5_242_880).register(documentation, {
    description: 'Largest uploaded file, such as a résumé.',
    unit: 'bytes',
  }),
  ROLECALL_FOLLOW_UP_DAYS: wholeNumber(1, 365).default(10).register(documentation, {
    description: 'Days without an answer after which an applicant is advised to ask the company.',
    unit: 'days',
  }),
  ROLECALL_SHUTDOWN_SECONDS: wholeNumber(1, 600).default(25).register(documentation, {
    description: 'How long requests, sockets and jobs may take to finish after SIGTERM.',
    unit: 'seconds',
  }),
  ROLECALL_LOG_LEVEL: oneOf(logLevels)
    .default('info')
    .register(documentation, {
      description: `Least severe log line that is written: ${logLevels.join(', ')}.`,
    }),
  ROLECALL_WORKER_PORT: wholeNumber(1, 65_535)
    .optional()
    .register(documentation, {
      description:
        'TCP port on which `rolecall worker` answers `/health/live`, `/health/ready` and `/metrics`, on the interface ' +
        'of `HOST`. Other commands take no notice of it.',
      defaultText: 'none; a worker listens nowhere',
    }),
  ROLECALL_METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .register(documentation, {
      description: 'Bearer token that opens `/metrics` to other machines.',
      secret: true,
      defaultText: 'none; `/metrics` answers on loopback only',
    }),
});

export type VariableValues = z.output<typeof variables>;

/** One variable as the documentation shows it. */
export interface VariableDescription {
  readonly name: string;
  readonly description: string;
  readonly unit: string | undefined;
  readonly secret: boolean;
  /** The default as Markdown. */
  readonly defaultText: string;
  /** The default as it would be written in the environment; undefined when it depends on something. */
  readonly defaultValue: string | undefined;
}

/** Every variable in the order of the documentation. */
export function describeVariables(): readonly VariableDescription[] {
  return Object.entries(variables.shape).map(([name, schema]) => {
    const known = documentation.get(schema);
    if (known === undefined) throw new Error(`${name} has no documentation`);
    const fallback = known.defaultText === undefined ? schema.safeParse(undefined).data : undefined;
    const defaultValue = fallback === undefined ? undefined : String(fallback);
    return {
      name,
      description: known.description,
      unit: known.unit,
      secret: known.secret === true,
      defaultText: known.defaultText ?? `\`${defaultValue}\``,
      defaultValue,
    };
  });
}
