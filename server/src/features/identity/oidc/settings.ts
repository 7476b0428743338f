import { z } from 'zod';
import {
  defineSettings,
  documentation,
  flag,
  type GivenVariables,
  wholeNumber,
} from '../../../platform/config/index.ts';
import { givenRoleSchema, parseRoles, type RoleRule } from './roles.ts';

/** The identity provider of an instance. */
export interface OidcProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuthentication: 'client_secret_basic' | 'client_secret_post';
  /** As people know it. */
  readonly name: string;
  readonly scopes: string;
  /** Authorities that sign for it beside the usual ones, as PEM. */
  readonly ca: string | undefined;
  /** How far its clock may be from ours, in seconds. */
  readonly clockSkewSeconds: number;
  readonly roles: { readonly claim: string; readonly rules: readonly RoleRule[] } | undefined;
  /** Whether whoever has no account gets one. */
  readonly makesAccounts: boolean;
}

export interface OidcSettings {
  /** Undefined: there is none. */
  readonly provider: OidcProviderSettings | undefined;
  /** Nobody signs in in another way. */
  readonly only: boolean;
}

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Without TLS anybody on the way could sign in as anybody; on the own machine there is no way. */
function isIssuer(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || url.search !== '' || url.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}

const needed = ['ROLECALL_OIDC_CLIENT_ID', 'ROLECALL_OIDC_CLIENT_SECRET'] as const;

function faults(given: GivenVariables): string[] {
  const hasIssuer = given.has('ROLECALL_OIDC_ISSUER');
  const found = needed
    .filter((name) => given.has(name) !== hasIssuer)
    .map((name) =>
      hasIssuer
        ? `${name}: required with ROLECALL_OIDC_ISSUER`
        : `${name}: means nothing without ROLECALL_OIDC_ISSUER`,
    );
  if (given.get('ROLECALL_OIDC_ONLY') === 'true' && !hasIssuer) {
    found.push('ROLECALL_OIDC_ONLY: needs ROLECALL_OIDC_ISSUER, or nobody could sign in');
  }
  if (given.has('ROLECALL_OIDC_ROLES') !== given.has('ROLECALL_OIDC_ROLE_CLAIM')) {
    found.push('ROLECALL_OIDC_ROLES: set it together with ROLECALL_OIDC_ROLE_CLAIM, or none of them');
  }
  if (
    given.get('ROLECALL_OIDC_ISSUER')?.startsWith('http:') &&
    given.get('ROLECALL_ENVIRONMENT') === 'production'
  ) {
    found.push('ROLECALL_OIDC_ISSUER: must be https in production');
  }
  return found;
}

export const oidcSettings = defineSettings({
  variables: {
    ROLECALL_OIDC_ISSUER: z
      .string()
      .refine(isIssuer, { error: 'must be an https address such as https://id.example.org' })
      .optional()
      .register(documentation, {
        description:
          'Identity provider by which people may sign in (OpenID Connect). What else is needed of it is read at `/.well-known/openid-configuration` below this address.',
        defaultText: 'none; people sign in with passwords and passkeys',
      }),
    ROLECALL_OIDC_CLIENT_ID: z.string().max(500).optional().register(documentation, {
      description:
        'What the identity provider calls this instance. Its redirect address is `/sign-in/oidc` below the public URL.',
      defaultText: 'none',
    }),
    ROLECALL_OIDC_CLIENT_SECRET: z.string().max(2_000).optional().register(documentation, {
      description: 'By which this instance proves to the identity provider who it is.',
      secret: true,
      defaultText: 'none',
    }),
    ROLECALL_OIDC_CLIENT_AUTHENTICATION: z
      .enum(['client_secret_basic', 'client_secret_post'])
      .default('client_secret_basic')
      .register(documentation, {
        description: 'Where the secret is sent: in a header, or in the body of the request.',
      }),
    ROLECALL_OIDC_NAME: z.string().max(60).optional().register(documentation, {
      description: 'How people know the identity provider, as in "Continue with Example".',
      defaultText: 'the host of the issuer',
    }),
    ROLECALL_OIDC_SCOPES: z
      .string()
      .regex(/^openid(?: [!#-[\]-~]+)*$/, { error: 'must begin with openid' })
      .default('openid email profile')
      .register(documentation, { description: 'What the identity provider is asked to tell.' }),
    ROLECALL_OIDC_CA: z
      .string()
      .startsWith('-----BEGIN CERTIFICATE-----', { error: 'must be a certificate as PEM' })
      .optional()
      .register(documentation, {
        description:
          'Certificates (PEM) of the authority of the identity provider, where it is not one of those that everybody knows.',
        secret: true,
        defaultText: 'none',
      }),
    ROLECALL_OIDC_CLOCK_SKEW_SECONDS: wholeNumber(0, 300).prefault('30').register(documentation, {
      description: 'How far the clock of the identity provider may be from the one of this machine.',
      unit: 'seconds',
    }),
    ROLECALL_OIDC_ROLE_CLAIM: z.string().max(200).optional().register(documentation, {
      description:
        'Claim that tells the role, a text or a list of them; dots lead into objects, as in `realm_access.roles`.',
      defaultText: 'none; roles are given here',
    }),
    ROLECALL_OIDC_ROLES: z
      .string()
      .transform((text, context) => {
        const rules = parseRoles(text);
        if (rules !== undefined) return rules;
        context.addIssue({
          code: 'custom',
          message: `must be pairs such as admins=operator, of the roles ${givenRoleSchema.options.join(' and ')}`,
        });
        return z.NEVER;
      })
      .optional()
      .register(documentation, {
        description:
          'Which value of that claim gives which role, in the order in which they count, separated by commas: `admins=operator,*=job_seeker`. `*` stands for everybody else; without it they keep their role. It is looked at with each sign-in; recruiters keep theirs.',
        defaultText: 'none',
      }),
    ROLECALL_OIDC_NEW_ACCOUNTS: flag().default(true).register(documentation, {
      description: 'Whether somebody whom the identity provider knows gets an account by signing in.',
    }),
    ROLECALL_OIDC_ONLY: flag().default(false).register(documentation, {
      description:
        'Whether everybody has to sign in by the identity provider: passwords, passkeys and signing up are off. `rolecall user sign-in-link` lets an operator in all the same.',
    }),
  },
  faults,
  read: (values): OidcSettings => {
    const { ROLECALL_OIDC_ISSUER: issuer, ROLECALL_OIDC_ROLES: rules = [] } = values;
    const claim = values.ROLECALL_OIDC_ROLE_CLAIM;
    return {
      only: values.ROLECALL_OIDC_ONLY,
      provider:
        issuer === undefined
          ? undefined
          : {
              issuer,
              clientId: values.ROLECALL_OIDC_CLIENT_ID ?? '',
              clientSecret: values.ROLECALL_OIDC_CLIENT_SECRET ?? '',
              clientAuthentication: values.ROLECALL_OIDC_CLIENT_AUTHENTICATION,
              name: values.ROLECALL_OIDC_NAME ?? new URL(issuer).hostname,
              scopes: values.ROLECALL_OIDC_SCOPES,
              ca: values.ROLECALL_OIDC_CA,
              clockSkewSeconds: values.ROLECALL_OIDC_CLOCK_SKEW_SECONDS,
              roles: claim === undefined ? undefined : { claim, rules },
              makesAccounts: values.ROLECALL_OIDC_NEW_ACCOUNTS,
            },
    };
  },
});
