import { isIP } from 'node:net';
import { z } from 'zod';
import { addressWithScheme, documentation, flag, list, wholeNumber } from './schemas.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export const environments = ['development', 'production', 'test'] as const;

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `must be one of ${values.join(', ')}`);

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

function isContact(value: string): boolean {
  const parsed = URL.parse(value);
  return parsed !== null && /^(?:mailto|https|tel):$/.test(parsed.protocol);
}

/**
 * What every instance is configured by, in the order of the documentation; features bring their own. Names without the
 * prefix `ROLECALL_` are those that hosting platforms and other tools set under the same name.
 */
export const variables = z.object({
  ROLECALL_ENVIRONMENT: oneOf(environments)
    .default('development')
    .register(documentation, {
      description:
        'What the process is for. Production demands a secret and never has demo people or the built-in mailbox; ' +
        'development brings an embedded database and demo people. With PostgreSQL, or where others can reach it, it has ' +
        'to be said.',
      defaultText: '`NODE_ENV`, or else `development` for an embedded database on this machine',
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
  ROLECALL_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .register(documentation, {
      description:
        'Signs sessions and one-click links, and seals what is kept secret in the database. Required in production. To change it, put the ' +
        'old one into `ROLECALL_SECRET_PREVIOUS`; without that everybody is signed out and links in mails end.',
      secret: true,
      defaultText: 'none; outside of production it is generated once and kept in the data folder',
    }),
  ROLECALL_SECRET_PREVIOUS: z
    .string()
    .transform((value) => value.split(/\s+/).filter((item) => item !== ''))
    .refine((items) => items.length <= 5, 'must have at most 5 secrets')
    .refine((items) => items.every((item) => item.length >= 32), 'must be secrets of at least 32 characters')
    .default([])
    .register(documentation, {
      description:
        'Secrets of before, the latest first, separated by spaces or line ends: what was made with them still counts. ' +
        '`rolecall doctor` says when one is no longer needed.',
      secret: true,
      defaultText: 'none',
    }),
  ROLECALL_DATA_DIR: z.string().default('./.rolecall').register(documentation, {
    description: 'Folder of the embedded database and generated secrets. The flag `--data-dir` overrides it.',
  }),
  ROLECALL_DEMO: flag()
    .optional()
    .register(documentation, {
      description:
        'Create demo people and jobs at the first start; refused in production, since everybody knows their password. The flag ' +
        '`--no-demo` overrides it.',
      defaultText: '`true` in development with the embedded database, otherwise `false`',
    }),
  DATABASE_URL: addressWithScheme(['postgres', 'postgresql']).optional().register(documentation, {
    description: 'PostgreSQL 15 or newer.',
    secret: true,
    defaultText: 'none; the embedded database in the data folder is used',
  }),
  ROLECALL_DISK_RESERVE_MB: wholeNumber(16, 1_000_000)
    .default(256)
    .register(documentation, {
      description:
        'What the embedded database leaves free of its disk. With less, nothing is written until there is room again; reading ' +
        'goes on.',
      unit: 'MiB',
    }),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(20).register(documentation, {
    description:
      'Most connections to PostgreSQL that one process opens, beside one that is kept for reading which sessions have ended.',
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
        'Origins in private networks that sources may read and pushes may go to, separated by commas. Every other request to a ' +
        'private address is refused.',
      defaultText: 'none',
    }),
  ROLECALL_RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).default(600).register(documentation, {
    description:
      'Requests to the API that one person (by API keys too) or, not signed in, one address may make.',
    unit: 'requests per minute',
  }),
  ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: wholeNumber(1, 100_000).default(20).register(documentation, {
    description:
      'Attempts with credentials, such as to sign in, sign up or reset a password, of one person or, not signed in, one address.',
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
  ROLECALL_PARSING_THREADS: wholeNumber(1, 64)
    .default(2)
    .register(documentation, {
      description:
        'Threads that parse what comes from outside, such as feeds and descriptions. With two or more, feeds leave one to the ' +
        'people who wait.',
      unit: 'threads',
    }),
  ROLECALL_PARSING_MEMORY_MB: wholeNumber(128, 16_384).default(512).register(documentation, {
    description: 'Memory that one of these threads may take before what it works on is given up.',
    unit: 'MiB',
  }),
  ROLECALL_EVENT_LOOP_DELAY_MS: wholeNumber(50, 60_000).default(1_000).register(documentation, {
    description:
      'A process whose event loop is held up for longer than this, again and again for five seconds, is not ready.',
    unit: 'milliseconds',
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
      description: 'Bearer token that opens `/metrics` to those who give it.',
      secret: true,
      defaultText: 'none; `/metrics` is closed',
    }),
  ROLECALL_METRICS_OPEN: flag()
    .default(false)
    .register(documentation, {
      description:
        'Whether `/metrics` answers without a token to everybody who reaches it. Set it only where a proxy or a firewall keeps ' +
        'others away.',
    }),
  ROLECALL_SECURITY_CONTACT: list(
    isContact,
    'must be addresses such as mailto:security@example.org or https://example.org/security',
  )
    .default([])
    .register(documentation, {
      description:
        'Where people report weaknesses of this instance, the best way first, separated by commas: `mailto:`, `https:` or `tel:`. ' +
        'With it `/.well-known/security.txt` (RFC 9116) is there.',
      defaultText: 'none; the file is not there',
    }),
  ROLECALL_SECURITY_POLICY: addressWithScheme(['https']).optional().register(documentation, {
    description: 'Page that says how reports of weaknesses are dealt with, for `/.well-known/security.txt`.',
    defaultText: 'none',
  }),
});

export type VariableValues = z.output<typeof variables>;
