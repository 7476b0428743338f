import { isIP } from 'node:net';
import type { Finding } from '../edges/cli/actions.ts';
import { attemptSettings } from '../features/identity/attempts/index.ts';
import { oidcSettings } from '../features/identity/oidc/index.ts';
import { feedbackSettings } from '../features/mail/feedback/index.ts';
import { mailSettings } from '../features/mail/settings/index.ts';
import type { Config } from '../platform/config/index.ts';
import { isPublicAddress } from '../platform/http-client/index.ts';

/** A setting that lets somebody do what nobody should be able to, and what to do about it. */
export interface UnsafeSetting {
  /** The variable to change. */
  readonly setting: string;
  /** `failed`: as it is, strangers get in or read along. `warning`: it may be meant, or it is one step to that. */
  readonly state: 'warning' | 'failed';
  readonly detail: string;
}

type Rule = (config: Config) => readonly UnsafeSetting[];

const failed = (setting: string, detail: string): UnsafeSetting => ({ setting, state: 'failed', detail });
const warning = (setting: string, detail: string): UnsafeSetting => ({ setting, state: 'warning', detail });

/** All that is unsafe about a configuration, the worst first. */
export function findUnsafeSettings(config: Config): readonly UnsafeSetting[] {
  const found = rules.flatMap((rule) => rule(config));
  return [
    ...found.filter(({ state }) => state === 'failed'),
    ...found.filter(({ state }) => state !== 'failed'),
  ];
}

/** The same as findings of the doctor. */
export function examineSettings(config: Config): readonly Finding[] {
  const found = findUnsafeSettings(config);
  if (found.length === 0) return [{ part: 'safety', state: 'ok', detail: 'no setting is unsafe' }];
  return found.map((one): Finding => ({ part: 'safety', ...one }));
}

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const isLocal = (url: URL) => loopbackNames.has(url.hostname);
const isProduction = (config: Config) => config.environment === 'production';
/** Whether others than this machine reach the server, as far as its settings tell. */
const isReachable = ({ http }: Config) => !http.isLoopback || !isLocal(new URL(http.publicUrl));

const transport: Rule = (config) => {
  const url = new URL(config.http.publicUrl);
  if (url.protocol === 'https:' || (isLocal(url) && !isProduction(config))) return [];
  return [
    failed(
      'ROLECALL_PUBLIC_URL',
      `${url.origin} has no TLS, so that passwords and sessions can be read on the way: put a proxy with TLS before the server and set the https address`,
    ),
  ];
};

const development: Rule = (config) =>
  isProduction(config) || !isReachable(config)
    ? []
    : [
        failed(
          'ROLECALL_ENVIRONMENT',
          `others reach this ${config.environment} server: set ROLECALL_ENVIRONMENT=production, or HOST=127.0.0.1`,
        ),
      ];

const demo: Rule = (config) =>
  config.demo && isReachable(config)
    ? [
        failed(
          'ROLECALL_DEMO',
          'everybody knows the password of the demo people, one of whom is an operator: set ROLECALL_DEMO=false',
        ),
      ]
    : [];

const mailbox: Rule = (config) =>
  config.of(mailSettings).hasMailbox && isReachable(config)
    ? [
        failed(
          'SMTP_URL',
          'mails go nowhere but to the built-in mailbox, where operators read the links of everybody: set SMTP_URL or ROLECALL_MAIL_PROVIDERS',
        ),
      ]
    : [];

/** Whether a short piece repeats to the end. */
function repeats(text: string): boolean {
  const lengths = Array.from({ length: Math.min(16, Math.floor(text.length / 2)) }, (_, index) => index + 1);
  return lengths.some((length) => text.slice(length) === text.slice(0, -length));
}

/** Fewer different signs than any random text of this length has, a text that repeats itself, or one of words. */
function isGuessable(secret: string): boolean {
  const known = /change.?me|secret|passwor[dt]|example|rolecall|qwert|asdf|12345|abcdef|insecure|default/i;
  return new Set(secret).size < 10 || repeats(secret) || known.test(secret);
}

const secrets: Rule = ({ secret, previousSecrets, metrics }) => [
  ...(secret !== undefined && isGuessable(secret)
    ? [
        failed(
          'ROLECALL_SECRET',
          'can be guessed, and whoever has it signs in as anybody: make one by `openssl rand -base64 48`, and replace it without naming the old one',
        ),
      ]
    : []),
  ...(previousSecrets.some(isGuessable)
    ? [failed('ROLECALL_SECRET_PREVIOUS', 'one of them can be guessed, and still counts: take it out')]
    : []),
  ...(metrics.token !== undefined && isGuessable(metrics.token)
    ? [warning('ROLECALL_METRICS_TOKEN', 'can be guessed: make one by `openssl rand -base64 24`')]
    : []),
];

const openMetrics: Rule = ({ metrics }) =>
  metrics.open && metrics.token === undefined
    ? [
        warning(
          'ROLECALL_METRICS_OPEN',
          '/metrics answers everybody who reaches this port: set ROLECALL_METRICS_TOKEN instead, or make sure that a firewall keeps others away',
        ),
      ]
    : [];

const origins: Rule = (config) => {
  if (!isProduction(config)) return [];
  const own = new URL(config.http.publicUrl);
  return config.http.allowedOrigins.flatMap((origin) => {
    const url = new URL(origin);
    if (url.protocol === 'https:' || url.origin === own.origin) return [];
    return isLocal(own) && isLocal(url)
      ? []
      : [
          failed(
            'ROLECALL_ALLOWED_ORIGINS',
            `${origin} has no TLS: whoever is on the way puts a page there that acts for people who are signed in; take it out`,
          ),
        ];
  });
};

/** More than one network of proxies has. */
const widestPrefix = { 4: 16, 6: 48 } as const;

const proxies: Rule = (config) => {
  const { trustedProxies, publicUrl } = config.http;
  if (isProduction(config) && trustedProxies.length === 0 && publicUrl.startsWith('https:')) {
    return [
      warning(
        'ROLECALL_TRUSTED_PROXIES',
        'none, though TLS ends before this server: all visitors share one rate limit; name the addresses of the proxy',
      ),
    ];
  }
  return trustedProxies.flatMap((range) => {
    const [address = '', prefix] = range.split('/');
    const written = Number(prefix ?? (address.includes(':') ? 128 : 32));
    // ::ffff:0:0/96 is every address of IPv4.
    const isMapped = /^::ffff:/i.test(address) && written >= 96;
    const family = address.includes(':') && !isMapped ? 6 : 4;
    const bits = isMapped ? written - 96 : written;
    if (bits >= widestPrefix[family]) return [];
    const detail = `${range} is too wide: each address in it may say from where a request comes, and so pass the limits; name the proxies alone`;
    return [
      bits < 8 ? failed('ROLECALL_TRUSTED_PROXIES', detail) : warning('ROLECALL_TRUSTED_PROXIES', detail),
    ];
  });
};

/** Where clouds tell a machine its credentials. */
const metadataHosts = new Set([
  '169.254.169.254',
  '[fd00:ec2::254]',
  'metadata.google.internal',
  '100.100.100.200',
]);

const outgoing: Rule = ({ outgoing: { privateOrigins } }) =>
  privateOrigins.map((origin) =>
    metadataHosts.has(new URL(origin).hostname)
      ? failed(
          'ROLECALL_OUTGOING_PRIVATE_ORIGINS',
          `${origin} tells whoever reads it the credentials of this machine: take it out`,
        )
      : warning(
          'ROLECALL_OUTGOING_PRIVATE_ORIGINS',
          `operators can have ${origin} read, which is inside of your network: keep only what sources need`,
        ),
  );

const publicProviders =
  /^https:\/\/(?:accounts\.google\.com|login\.microsoftonline\.com\/(?:common|consumers|organizations)\b|appleid\.apple\.com|gitlab\.com|www\.facebook\.com)/;

const provider: Rule = (config) => {
  const { provider: settings, only } = config.of(oidcSettings);
  if (settings === undefined) return [];
  const everybodyOperates = settings.roles?.rules.some(
    ({ value, role }) => value === '*' && role === 'operator',
  );
  return [
    ...(everybodyOperates
      ? [
          failed(
            'ROLECALL_OIDC_ROLES',
            '`*=operator` makes everybody an operator whom no other rule fits: name the groups',
          ),
        ]
      : []),
    ...(settings.makesAccounts && publicProviders.test(settings.issuer)
      ? [
          warning(
            'ROLECALL_OIDC_NEW_ACCOUNTS',
            `anybody can have an account at ${settings.issuer}, and so gets one here: set it to false unless that is meant`,
          ),
        ]
      : []),
    ...(only
      ? []
      : [
          warning(
            'ROLECALL_OIDC_ONLY',
            'people can still sign up, and sign in with passwords, beside the identity provider: set it to true unless that is meant',
          ),
        ]),
  ];
};

const limits: Rule = (config) => {
  const { signInRateLimitPerMinute: perMinute } = config.http;
  const { failuresPerHour, signUpsPerHour } = config.of(attemptSettings);
  return [
    ...(perMinute > 100
      ? [
          warning(
            'ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE',
            `one address may guess at ${perMinute} passwords a minute: 20 is enough for people`,
          ),
        ]
      : []),
    ...(failuresPerHour > 1_000
      ? [
          warning(
            'ROLECALL_FAILED_SIGN_INS_PER_HOUR',
            `one network may guess ${failuresPerHour} times an hour: 60 is enough for people, some hundred for a large office`,
          ),
        ]
      : []),
    ...(signUpsPerHour > 1_000
      ? [
          warning(
            'ROLECALL_SIGN_UPS_PER_HOUR',
            `one network may make ${signUpsPerHour} accounts an hour, and learn of as many addresses whether they have one: 20 is enough for people`,
          ),
        ]
      : []),
  ];
};

/** A name of one word is one of a container network. */
function leavesNetwork({ hostname }: URL): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0) return isPublicAddress(address);
  return hostname.includes('.') && !hostname.endsWith('.internal') && !hostname.endsWith('.local');
}

const stores: Rule = ({ database, redis }) => {
  const found: UnsafeSetting[] = [];
  const databaseUrl = URL.parse(database.url ?? '');
  const mode = databaseUrl?.searchParams.get('sslmode') ?? '';
  if (
    databaseUrl !== null &&
    leavesNetwork(databaseUrl) &&
    !['require', 'verify-ca', 'verify-full'].includes(mode)
  ) {
    found.push(
      warning(
        'DATABASE_URL',
        `all data go to ${databaseUrl.hostname} without TLS: add \`?sslmode=verify-full\``,
      ),
    );
  }
  const redisUrl = URL.parse(redis.url ?? '');
  if (redisUrl !== null && leavesNetwork(redisUrl) && !redisUrl.protocol.startsWith('rediss')) {
    found.push(
      warning('REDIS_URL', `who is told what goes to ${redisUrl.hostname} without TLS: use rediss://`),
    );
  }
  return found;
};

const bounces: Rule = (config) => {
  const { inboundSmtp } = config.of(feedbackSettings);
  return inboundSmtp !== null && inboundSmtp.tls === null
    ? [
        warning(
          'ROLECALL_INBOUND_SMTP_CERTIFICATE',
          'mails that come back are taken without TLS, with addresses of people in them: set it with ROLECALL_INBOUND_SMTP_KEY',
        ),
      ]
    : [];
};

const contact: Rule = (config) =>
  isProduction(config) && config.securityContact.contacts.length === 0
    ? [
        warning(
          'ROLECALL_SECURITY_CONTACT',
          'nobody is told where to report a weakness of this instance: name an address',
        ),
      ]
    : [];

const rules: readonly Rule[] = [
  transport,
  development,
  demo,
  mailbox,
  secrets,
  openMetrics,
  origins,
  proxies,
  outgoing,
  provider,
  limits,
  stores,
  bounces,
  contact,
];
