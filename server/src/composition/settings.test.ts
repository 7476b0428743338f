import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackSettings } from '../features/mail/feedback/index.ts';
import { mailSettings } from '../features/mail/settings/index.ts';
import { type ConfigOverrides, ConfigurationError, loadConfig } from '../platform/config/index.ts';
import { editDistance } from '../platform/edit-distance/index.ts';
import { allSettings } from './settings.ts';

const secret = 'a secret of more than thirty-two characters';

function faultsOf(
  environment: Readonly<Record<string, string>>,
  overrides?: ConfigOverrides,
  readFile?: (file: string) => string,
): readonly string[] {
  try {
    loadConfig(allSettings, environment, overrides, readFile);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

describe('an empty environment', () => {
  it('starts a development server on loopback with everything built in', () => {
    const config = loadConfig(allSettings, {});
    expect(config).toMatchObject({
      environment: 'development',
      demo: true,
      dataDirectory: path.resolve('.rolecall'),
      http: { host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000' },
      database: { url: undefined },
      warnings: [],
    });
    expect(config.of(mailSettings)).toMatchObject({ enabled: true, hasMailbox: true });
  });
});

describe('production', () => {
  it('demands a secret', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^ROLECALL_SECRET: required/),
    ]);
  });

  it('listens on every interface, has no demo people and no mailbox, and says what is off', () => {
    const config = loadConfig(allSettings, { ROLECALL_ENVIRONMENT: 'production', ROLECALL_SECRET: secret });
    expect(config).toMatchObject({
      http: { host: '0.0.0.0' },
      demo: false,
    });
    expect(config.of(mailSettings)).toMatchObject({ enabled: false, hasMailbox: false });
    expect(config.warnings).toEqual([
      expect.stringContaining('ROLECALL_PUBLIC_URL'),
      expect.stringContaining('DATABASE_URL'),
      expect.stringContaining('SMTP_URL'),
    ]);
  });

  it('is not taken for development when NODE_ENV is misspelt', () => {
    expect(faultsOf({ NODE_ENV: 'prod' })).toEqual([
      'NODE_ENV: must be one of development, production, test (it is "prod")',
    ]);
  });
});

describe('what others can reach', () => {
  it.each([
    { DATABASE_URL: 'postgres://db.example/jobs' },
    { HOST: '0.0.0.0' },
    { HOST: '192.0.2.1' },
    { ROLECALL_PUBLIC_URL: 'https://jobs.example.org' },
  ])('has to say what it is for: %o', (environment) => {
    expect(faultsOf(environment)).toEqual([expect.stringMatching(/^ROLECALL_ENVIRONMENT: .*=production/)]);
    expect(faultsOf({ ...environment, ROLECALL_ENVIRONMENT: 'development' })).toEqual([]);
  });

  it('needs to say nothing on this machine alone', () => {
    expect(faultsOf({ HOST: '127.0.0.1', ROLECALL_PUBLIC_URL: 'http://localhost:4000' })).toEqual([]);
  });

  it('has no demo people in production', () => {
    const environment = { ROLECALL_ENVIRONMENT: 'production', ROLECALL_SECRET: secret };
    expect(faultsOf({ ...environment, ROLECALL_DEMO: 'true' })).toEqual([
      expect.stringMatching(/^ROLECALL_DEMO: /),
    ]);
    expect(faultsOf({ ...environment, ROLECALL_DEMO: 'false' })).toEqual([]);
  });
});

describe('flags of the command line', () => {
  it('win over the environment', () => {
    const config = loadConfig(
      allSettings,
      { PORT: '5000', ROLECALL_DATA_DIR: '/elsewhere', ROLECALL_DEMO: 'true' },
      { port: '4000', dataDir: '/here', demo: false },
    );
    expect(config).toMatchObject({ dataDirectory: '/here', demo: false, http: { port: 4000 } });
  });

  it('are named in a fault', () => {
    expect(faultsOf({}, { port: 'http' })).toEqual([
      '--port: must be a whole number from 0 to 65535 (it is "http")',
    ]);
  });
});

describe('secrets', () => {
  it('may come from a file', () => {
    const config = loadConfig(
      allSettings,
      { ROLECALL_SECRET_FILE: '/run/secrets/s' },
      {},
      () => `${secret}\n`,
    );
    expect(config.secret).toBe(secret);
  });

  it('may not come from both places, and a file that cannot be read is a fault', () => {
    expect(faultsOf({ ROLECALL_SECRET: secret, ROLECALL_SECRET_FILE: '/f' }, {}, () => secret)).toHaveLength(
      1,
    );
    expect(faultsOf({ REDIS_URL_FILE: '/does/not/exist' })).toEqual([
      'REDIS_URL_FILE: cannot read /does/not/exist (ENOENT)',
    ]);
  });

  it('are never shown in a fault', () => {
    const faults = faultsOf({
      ROLECALL_ENVIRONMENT: 'test',
      ROLECALL_SECRET: 'hunter2',
      DATABASE_URL: 'mysql://root:hunter2@db/jobs',
    });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('hunter2');
  });
});

describe('signing mails', () => {
  const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
  const environment = {
    ROLECALL_DKIM_DOMAIN: 'Example.org',
    ROLECALL_DKIM_SELECTOR: 'rolecall',
    ROLECALL_DKIM_PRIVATE_KEY_FILE: '/run/secrets/dkim',
  };

  it('takes a domain, a selector and a key, or nothing', () => {
    const key = pem(generateKeyPairSync('ed25519').privateKey);
    expect(loadConfig(allSettings, environment, {}, () => key).of(mailSettings).dkim).toEqual({
      domain: 'example.org',
      selector: 'rolecall',
      privateKey: key.trim(),
    });
    expect(loadConfig(allSettings, {}).of(mailSettings).dkim).toBeNull();
  });

  it('says what is missing', () => {
    expect(faultsOf({ ROLECALL_DKIM_DOMAIN: 'example.org' })).toEqual([
      'ROLECALL_DKIM_SELECTOR, ROLECALL_DKIM_PRIVATE_KEY: required for signing mails, since others of ROLECALL_DKIM_* are set',
    ]);
  });

  it.each([
    ['text', () => 'hunter2'],
    ['a short key', () => pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)],
    ['a key for something else', () => pem(generateKeyPairSync('x25519').privateKey)],
  ])('refuses %s and does not show it', (_name, make) => {
    expect(faultsOf(environment, {}, make)).toEqual([
      'ROLECALL_DKIM_PRIVATE_KEY_FILE: must be a private key as PEM: RSA with at least 2048 bits, or Ed25519',
    ]);
  });
});

describe('names that are nearly right', () => {
  it.each([
    ['ROLECALL_SECRETS', 'ROLECALL_SECRET'],
    ['ROLECALL_DATADIR', 'ROLECALL_DATA_DIR'],
    ['ROLECALL_PORT', 'PORT'],
    ['ROLECALL_DATABASE_URL', 'DATABASE_URL'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['STMP_URL', 'SMTP_URL'],
    ['REDIS_URL_FIEL', 'REDIS_URL_FILE'],
  ])('%s is answered with %s', (written, meant) => {
    expect(faultsOf({ [written]: 'x' })).toEqual([`${written}: unknown variable, did you mean ${meant}?`]);
  });

  it('unknown variables with the prefix are faults even without a guess', () => {
    expect(faultsOf({ ROLECALL_XYZZY: '1' })).toEqual(['ROLECALL_XYZZY: unknown variable']);
  });

  it('leaves the variables of other programs alone', () => {
    expect(faultsOf({ HOME: '/root', HOSTNAME: 'a', SHLVL: '1', HTTP_URL: 'x', PATH: '/bin' })).toEqual([]);
    expect(faultsOf({ REDIS_URI: 'x', REDIS_URL: 'redis://127.0.0.1' })).toEqual([]);
  });
});

it('names every fault at once', () => {
  const faults = faultsOf({
    NODE_ENV: 'production',
    PORT: '70000',
    ROLECALL_LOG_LEVEL: 'loud',
    ROLECALL_TRUSTED_PROXIES: '10.0.0.0/8, nowhere',
    ROLECALL_PUBLIC_URL: 'https://jobs.example.org/path',
    ROLECALL_MAIL_FORM: 'a@b',
    ROLECALL_BOUNCE_DOMAIN: 'bounces@example.org',
    DATABASE_POOL_SIZE: '',
  });
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
    'PORT',
    'ROLECALL_BOUNCE_DOMAIN',
    'ROLECALL_LOG_LEVEL',
    'ROLECALL_MAIL_FORM',
    'ROLECALL_PUBLIC_URL',
    'ROLECALL_SECRET',
    'ROLECALL_TRUSTED_PROXIES',
  ]);
});

it('reads lists and cuts the slash off the public URL', () => {
  const config = loadConfig(allSettings, {
    ROLECALL_ENVIRONMENT: 'production',
    ROLECALL_SECRET: secret,
    ROLECALL_PUBLIC_URL: 'https://jobs.example.org/',
    ROLECALL_ALLOWED_ORIGINS: 'https://a.example, https://jobs.example.org,',
    ROLECALL_TRUSTED_PROXIES: '10.0.0.0/8, ::1, 192.0.2.1',
  });
  expect(config.http.allowedOrigins).toEqual(['https://jobs.example.org', 'https://a.example']);
  expect(config.http.trustedProxies).toEqual(['10.0.0.0/8', '::1', '192.0.2.1']);
});

describe('what comes back of mails', () => {
  it('is off unless it is configured', () => {
    expect(loadConfig(allSettings, {}).of(feedbackSettings)).toMatchObject({
      inboundSmtp: null,
      webhooks: { snsTopicArns: [] },
    });
  });

  it('needs a domain, and a certificate with its key', () => {
    const faults = faultsOf({ ROLECALL_INBOUND_SMTP_PORT: '25', ROLECALL_INBOUND_SMTP_KEY: 'pem' });
    expect(faults).toEqual([
      expect.stringContaining('ROLECALL_INBOUND_SMTP_PORT: needs ROLECALL_BOUNCE_DOMAIN'),
      expect.stringContaining('ROLECALL_INBOUND_SMTP_CERTIFICATE: needs'),
    ]);
  });

  it('listens where the rest does', () => {
    const given = {
      ROLECALL_INBOUND_SMTP_PORT: '2525',
      ROLECALL_BOUNCE_DOMAIN: 'b.example.org',
      HOST: '::1',
    };
    expect(loadConfig(allSettings, given).of(feedbackSettings).inboundSmtp).toMatchObject({
      host: '::1',
      port: 2525,
      tls: null,
    });
  });

  it('names keys that can be none', () => {
    const faults = faultsOf({
      ROLECALL_SENDGRID_WEBHOOK_KEY: 'hunter2',
      ROLECALL_SNS_TOPIC_ARNS: 'arn:aws:sqs:eu-west-1:123456789012:mail',
      ROLECALL_POSTMARK_WEBHOOK_CREDENTIALS: 'rolecall:hunter2',
      ROLECALL_MAILGUN_WEBHOOK_KEY: 'hunter2',
      ROLECALL_RESEND_WEBHOOK_SECRET: 'hunter2',
    });
    expect(faults).toHaveLength(5);
    expect(faults.filter((fault) => !fault.startsWith('ROLECALL_SENDGRID')).join()).not.toContain('hunter2');
  });
});

describe('the edit distance', () => {
  it.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abcd', 'acbd', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('is symmetric and bounded by the longer string', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance === 0).toBe(left === right);
      }),
    );
  });
});
