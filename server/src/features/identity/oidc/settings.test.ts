import { expect, it } from 'vitest';
import { ConfigurationError, loadConfig } from '../../../platform/config/index.ts';
import { oidcSettings } from './settings.ts';

const complete = {
  ROLECALL_OIDC_ISSUER: 'https://id.example.org/realms/main',
  ROLECALL_OIDC_CLIENT_ID: 'rolecall',
  ROLECALL_OIDC_CLIENT_SECRET: 'secret',
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig([oidcSettings], environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

it('there is no provider unless one is named', () => {
  expect(loadConfig([oidcSettings], {}).of(oidcSettings)).toEqual({ provider: undefined, only: false });
});

it('a provider needs little', () => {
  expect(loadConfig([oidcSettings], complete).of(oidcSettings).provider).toMatchObject({
    issuer: 'https://id.example.org/realms/main',
    clientAuthentication: 'client_secret_basic',
    name: 'id.example.org',
    scopes: 'openid email profile',
    clockSkewSeconds: 30,
    roles: undefined,
    makesAccounts: true,
  });
});

it.each([
  [{ ROLECALL_OIDC_ISSUER: complete.ROLECALL_OIDC_ISSUER }, /^ROLECALL_OIDC_CLIENT_ID: required with/],
  [{ ROLECALL_OIDC_CLIENT_ID: 'rolecall' }, /^ROLECALL_OIDC_CLIENT_ID: means nothing without/],
  [{ ROLECALL_OIDC_ONLY: 'true' }, /^ROLECALL_OIDC_ONLY: needs ROLECALL_OIDC_ISSUER, or nobody/],
  [{ ...complete, ROLECALL_OIDC_ISSUER: 'http://id.example.org' }, /^ROLECALL_OIDC_ISSUER: must be an https/],
  [{ ...complete, ROLECALL_OIDC_ROLES: 'admins=operator' }, /^ROLECALL_OIDC_ROLES: set it together/],
  [
    { ...complete, ROLECALL_OIDC_ROLES: 'admins', ROLECALL_OIDC_ROLE_CLAIM: 'roles' },
    /^ROLECALL_OIDC_ROLES: must be pairs/,
  ],
  [{ ...complete, ROLECALL_OIDC_SCOPES: 'email' }, /^ROLECALL_OIDC_SCOPES: must begin with openid/],
  [
    {
      ...complete,
      ROLECALL_OIDC_ISSUER: 'http://localhost:8080',
      ROLECALL_ENVIRONMENT: 'production',
      ROLECALL_SECRET: 'a secret of at least thirty-two characters',
    },
    /^ROLECALL_OIDC_ISSUER: must be https in production/,
  ],
])('%j is a fault', (environment, fault) => {
  expect(faultsOf(environment)[0]).toMatch(fault);
});
