import { expect, test } from 'vitest';
import { loadConfig } from '../platform/config/index.ts';
import { allSettings } from './settings.ts';
import { examineSettings, findUnsafeSettings } from './unsafe-settings.ts';

const random = 'uT3bV9kzQ0mXr7LhYpWf2nCjE8sGd5aI';
const safe = {
  ROLECALL_ENVIRONMENT: 'production',
  ROLECALL_SECRET: random,
  ROLECALL_PUBLIC_URL: 'https://jobs.company.net',
  ROLECALL_TRUSTED_PROXIES: '10.0.3.7',
  ROLECALL_SECURITY_CONTACT: 'mailto:security@company.net',
  DATABASE_URL: 'postgres://rolecall@db/rolecall',
  REDIS_URL: 'redis://cache',
  SMTP_URL: 'smtps://user:key@mail.company.net',
};
const oidc = {
  ROLECALL_OIDC_ISSUER: 'https://id.company.net',
  ROLECALL_OIDC_CLIENT_ID: 'rolecall',
  ROLECALL_OIDC_CLIENT_SECRET: random,
  ROLECALL_OIDC_ONLY: 'true',
};

const found = (environment: Readonly<Record<string, string>>) =>
  findUnsafeSettings(loadConfig(allSettings, environment)).map(({ setting, state }) => `${setting} ${state}`);

test('safe settings are said to be safe, in production and on a machine of its own', () => {
  for (const environment of [safe, { ...safe, ...oidc }, {}]) {
    expect(examineSettings(loadConfig(allSettings, environment))).toEqual([
      { part: 'safety', state: 'ok', detail: 'no setting is unsafe' },
    ]);
  }
});

test.each<[Readonly<Record<string, string>>, ...string[]]>([
  [{ ROLECALL_PUBLIC_URL: 'http://jobs.company.net' }, 'ROLECALL_PUBLIC_URL failed'],
  [{ ROLECALL_PUBLIC_URL: '' }, 'ROLECALL_PUBLIC_URL failed'],
  [{ ROLECALL_SECRET: 'x'.repeat(40) }, 'ROLECALL_SECRET failed'],
  [{ ROLECALL_SECRET: 'uT3bV9kzQ0'.repeat(4) }, 'ROLECALL_SECRET failed'],
  [{ ROLECALL_SECRET: 'changeme-changeme-then-ask-kim-42' }, 'ROLECALL_SECRET failed'],
  [{ ROLECALL_SECRET_PREVIOUS: `${'x'.repeat(40)} ${random}` }, 'ROLECALL_SECRET_PREVIOUS failed'],
  [{ ROLECALL_METRICS_TOKEN: 'metrics-password' }, 'ROLECALL_METRICS_TOKEN warning'],
  [{ ROLECALL_METRICS_OPEN: 'true' }, 'ROLECALL_METRICS_OPEN warning'],
  [{ ROLECALL_ALLOWED_ORIGINS: 'http://partner.net' }, 'ROLECALL_ALLOWED_ORIGINS failed'],
  [{ ROLECALL_ALLOWED_ORIGINS: 'http://localhost:5173' }, 'ROLECALL_ALLOWED_ORIGINS failed'],
  [
    { ROLECALL_TRUSTED_PROXIES: '0.0.0.0/0,::/0' },
    'ROLECALL_TRUSTED_PROXIES failed',
    'ROLECALL_TRUSTED_PROXIES failed',
  ],
  [{ ROLECALL_TRUSTED_PROXIES: '::ffff:0:0/96' }, 'ROLECALL_TRUSTED_PROXIES failed'],
  [{ ROLECALL_TRUSTED_PROXIES: '::FFFF:10.0.0.0/104' }, 'ROLECALL_TRUSTED_PROXIES warning'],
  [{ ROLECALL_TRUSTED_PROXIES: '::ffff:10.0.3.7,::ffff:10.0.3.0/120,2001:db8:1::/48' }],
  [{ ROLECALL_TRUSTED_PROXIES: '10.0.0.0/8' }, 'ROLECALL_TRUSTED_PROXIES warning'],
  [{ ROLECALL_TRUSTED_PROXIES: '' }, 'ROLECALL_TRUSTED_PROXIES warning'],
  [
    { ROLECALL_OUTGOING_PRIVATE_ORIGINS: 'http://feeds.company.internal:8080,http://169.254.169.254' },
    'ROLECALL_OUTGOING_PRIVATE_ORIGINS failed',
    'ROLECALL_OUTGOING_PRIVATE_ORIGINS warning',
  ],
  [{ ...oidc, ROLECALL_OIDC_ONLY: 'false' }, 'ROLECALL_OIDC_ONLY warning'],
  [{ ...oidc, ROLECALL_OIDC_ISSUER: 'https://accounts.google.com' }, 'ROLECALL_OIDC_NEW_ACCOUNTS warning'],
  [
    { ...oidc, ROLECALL_OIDC_ROLE_CLAIM: 'groups', ROLECALL_OIDC_ROLES: 'staff=job_seeker,*=operator' },
    'ROLECALL_OIDC_ROLES failed',
  ],
  [{ ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '5000' }, 'ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE warning'],
  [{ ROLECALL_FAILED_SIGN_INS_PER_HOUR: '1000000' }, 'ROLECALL_FAILED_SIGN_INS_PER_HOUR warning'],
  [{ ROLECALL_SIGN_UPS_PER_HOUR: '100000' }, 'ROLECALL_SIGN_UPS_PER_HOUR warning'],
  [{ DATABASE_URL: 'postgres://rolecall@db.company.net/rolecall' }, 'DATABASE_URL warning'],
  [{ DATABASE_URL: 'postgres://rolecall@db.company.net/rolecall?sslmode=verify-full' }],
  [{ DATABASE_URL: 'postgres://rolecall@192.168.1.7/rolecall', REDIS_URL: 'redis://10.1.1.1' }],
  [{ REDIS_URL: 'redis://cache.company.net' }, 'REDIS_URL warning'],
  [
    { ROLECALL_INBOUND_SMTP_PORT: '25', ROLECALL_BOUNCE_DOMAIN: 'b.company.net' },
    'ROLECALL_INBOUND_SMTP_CERTIFICATE warning',
  ],
  [{ ROLECALL_SECURITY_CONTACT: '' }, 'ROLECALL_SECURITY_CONTACT warning'],
])('in production %j: %s', (changes, ...expected) => {
  expect(found({ ...safe, ...changes })).toEqual(expected);
});

test.each<[Readonly<Record<string, string>>, ...string[]]>([
  [{ PORT: '4000', ROLECALL_DEMO: 'true' }],
  [{ HOST: '127.0.0.1', ROLECALL_PUBLIC_URL: 'http://127.0.0.1:3000' }],
  [{ HOST: '0.0.0.0' }, 'ROLECALL_ENVIRONMENT failed', 'ROLECALL_DEMO failed', 'SMTP_URL failed'],
  [
    { ROLECALL_PUBLIC_URL: 'https://try.company.net', ROLECALL_DEMO: 'false', SMTP_URL: 'smtp://mail' },
    'ROLECALL_ENVIRONMENT failed',
  ],
])('in development %j: %s', (changes, ...expected) => {
  expect(found({ ROLECALL_ENVIRONMENT: 'development', ...changes })).toEqual(expected);
});

test('each says what to do, and none shows a secret', () => {
  const environment = {
    ...{ ...safe, ROLECALL_SECRET: 'password-password-password-12345' },
    ...{
      ROLECALL_METRICS_TOKEN: 'metrics-password',
      DATABASE_URL: 'postgres://rolecall:hunter2@db.company.net/rolecall',
    },
  };
  const findings = examineSettings(loadConfig(allSettings, environment));
  expect(findings.map(({ setting }) => setting)).toEqual([
    'ROLECALL_SECRET',
    'ROLECALL_METRICS_TOKEN',
    'DATABASE_URL',
  ]);
  const text = JSON.stringify(findings);
  for (const secret of ['password-', 'hunter2']) expect(text).not.toContain(secret);
});
