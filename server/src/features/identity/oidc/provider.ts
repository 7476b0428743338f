import * as openid from 'openid-client';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { describeRefusal, isOutage } from './provider-errors.ts';
import type { OidcProviderSettings } from './settings.ts';
import type { Transport } from './transport.ts';

/** What the provider says of somebody who has signed in there. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** As it stands there; undefined: none, or not verified. */
  readonly verifiedEmail: string | undefined;
  readonly name: string | undefined;
  /** All claims: those of the ID token, and what the provider tells of the person beside it. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** The session at the provider, where it names it. */
  readonly providerSession: string | undefined;
  readonly idToken: string;
}

/** What ties an answer of the provider to a question of ours. */
export interface Question {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly codeVerifier: string;
}

/** The identity provider. What it says of itself is read again every ten minutes, and its keys for each sign-in. */
export interface Provider {
  /** @throws {ApplicationError} `oidc_unavailable` */
  addressFor(question: Question, options: { readonly askAgain: boolean }): Promise<URL>;

  /**
   * @param query of the page that the provider has led back to
   * @throws {ApplicationError} `oidc_unavailable`, `oidc_cancelled`, `oidc_refused`
   */
  identify(
    query: string,
    question: Question,
    options: { readonly askAgain: boolean },
  ): Promise<ProvenIdentity>;

  /** Where people sign out there, too; undefined: nowhere. @throws {ApplicationError} `oidc_unavailable` */
  signOutAddress(idToken: string | undefined): Promise<URL | undefined>;

  /** What it says of itself. @throws {ApplicationError} `oidc_unavailable` */
  metadata(): Promise<Readonly<openid.ServerMetadata>>;
}

export interface ProviderDependencies {
  readonly settings: OidcProviderSettings;
  readonly transport: Transport;
  readonly logger: Logger;
  /** Where it leads back to after a sign-in, and after a sign-out. */
  readonly callbackUrl: string;
  readonly signedOutUrl: string;
}

const metadataLifetime = 10 * 60_000;
/** Whoever is to prove anew who they are has to do so within this time, in seconds. */
const proofAge = 300;

export function createProvider(dependencies: ProviderDependencies): Provider {
  const { settings, transport, logger, callbackUrl, signedOutUrl } = dependencies;
  const authentication =
    settings.clientAuthentication === 'client_secret_post'
      ? openid.ClientSecretPost(settings.clientSecret)
      : openid.ClientSecretBasic(settings.clientSecret);
  const client = { [openid.clockTolerance]: settings.clockSkewSeconds };
  let known: { readonly metadata: Promise<openid.ServerMetadata>; readonly until: number } | undefined;

  const rules = [
    // Else a token would count because TLS has brought it.
    openid.enableNonRepudiationChecks,
    // The settings allow this for the own machine alone.
    ...(settings.issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
  ];

  async function discover(): Promise<openid.ServerMetadata> {
    try {
      const config = await openid.discovery(
        new URL(settings.issuer),
        settings.clientId,
        client,
        authentication,
        { [openid.customFetch]: transport.fetch, execute: rules },
      );
      return config.serverMetadata();
    } catch (cause) {
      logger.warn({ err: cause }, 'the identity provider cannot be discovered');
      throw new ApplicationError('oidc_unavailable', { cause });
    }
  }

  /** A failure is remembered by nobody: the next one asks again. */
  async function metadata(): Promise<openid.ServerMetadata> {
    if (known === undefined || performance.now() > known.until) {
      known = { metadata: discover(), until: performance.now() + metadataLifetime };
    }
    const asked = known;
    try {
      return await asked.metadata;
    } catch (error) {
      if (known === asked) known = undefined;
      throw error;
    }
  }

  /** A new one for each sign-in, since each keeps the keys of the provider for a while: one that was withdrawn counts no more. */
  async function configuration(): Promise<openid.Configuration> {
    const config = new openid.Configuration(await metadata(), settings.clientId, client, authentication);
    config[openid.customFetch] = transport.fetch;
    for (const apply of rules) apply(config);
    return config;
  }

  async function identify(...[query, question, { askAgain }]: Parameters<Provider['identify']>) {
    const config = await configuration();
    const tokens = await openid.authorizationCodeGrant(config, new URL(`${callbackUrl}?${query}`), {
      expectedState: question.state,
      expectedNonce: question.nonce,
      pkceCodeVerifier: question.codeVerifier,
      idTokenExpected: true,
      ...(askAgain ? { maxAge: proofAge } : {}),
    });
    const idClaims = tokens.claims();
    if (idClaims === undefined || tokens.id_token === undefined) throw new TypeError('there is no ID token');
    // With the usual scopes many providers tell of the person here alone.
    const person =
      config.serverMetadata().userinfo_endpoint === undefined
        ? {}
        : await openid.fetchUserInfo(config, tokens.access_token, idClaims.sub);
    return toIdentity({ ...person, ...idClaims }, idClaims, tokens.id_token);
  }

  return {
    metadata,

    async addressFor({ state, nonce, codeVerifier }, { askAgain }) {
      return openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: callbackUrl,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(askAgain ? { prompt: 'login', max_age: '0' } : {}),
      });
    },

    async identify(...given) {
      try {
        return await identify(...given);
      } catch (cause) {
        if (cause instanceof ApplicationError) throw cause;
        if (cause instanceof openid.AuthorizationResponseError) {
          throw new ApplicationError('oidc_cancelled', { detail: describeRefusal(cause), cause });
        }
        logger.warn({ err: cause, event: 'oidc_refused' }, 'a sign-in by the identity provider failed');
        throw new ApplicationError(isOutage(cause) ? 'oidc_unavailable' : 'oidc_refused', { cause });
      }
    },

    async signOutAddress(idToken) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return openid.buildEndSessionUrl(config, {
        post_logout_redirect_uri: signedOutUrl,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      });
    },
  };
}

function toIdentity(
  claims: Readonly<Record<string, unknown>>,
  { iss, sub }: openid.IDToken,
  idToken: string,
): ProvenIdentity {
  const textOf = (name: string): string | undefined => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    issuer: iss,
    subject: sub,
    verifiedEmail: claims['email_verified'] === true ? textOf('email') : undefined,
    name: textOf('name'),
    claims,
    providerSession: textOf('sid'),
    idToken,
  };
}
