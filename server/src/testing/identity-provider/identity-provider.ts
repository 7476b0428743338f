import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { type AdapterPayload, type ClientMetadata, type Configuration, Provider } from 'oidc-provider';
import { localhostCertificate } from '../messaging/localhost-certificate.ts';
import { Memory } from './memory.ts';

/** Somebody who has an account at the provider. */
export interface ProviderPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean | string;
  readonly name?: string;
  readonly [claim: string]: unknown;
}

type SigningAlgorithm = 'RS256' | 'ES256';

export interface IdentityProviderOptions {
  /** Where it may lead back to. */
  readonly redirectUrls: readonly string[];
  readonly signedOutUrls?: readonly string[];
  readonly tls?: boolean;
  readonly algorithm?: SigningAlgorithm;
  readonly authentication?: 'client_secret_basic' | 'client_secret_post';
}

/** What it does that no provider may do. */
export interface Misbehaviour {
  /** Changes what an ID token says before it is signed. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Does not sign at all, and says so (`alg: none`). */
  readonly unsigned?: boolean;
  /** Signs by a key that it does not publish. */
  readonly foreignKey?: boolean;
}

/** A real provider of OpenID Connect on this machine (`oidc-provider`), which also can be told to misbehave. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Whoever comes next is this person; null: they refuse to sign in. */
  person: ProviderPerson | null;
  misbehaviour: Misbehaviour;
  /** From now on it signs by another key, and publishes only that. */
  rotateKeys(): Promise<void>;
  close(): Promise<void>;
}

const clientId = 'rolecall';
/** With characters that a header or a form has to escape. */
const clientSecret = 'a secret: of 32+ characters & 100 % more';

export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const { tls = false, algorithm = 'ES256', authentication = 'client_secret_basic' } = options;
  let handle: RequestListener = (_request, response) => void response.writeHead(503).end();
  const listener: RequestListener = (request, response) => handle(request, response);
  const server = tls ? createHttpsServer(localhostCertificate, listener) : createHttpServer(listener);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const issuer = `${tls ? 'https' : 'http'}://localhost:${address.port}`;
  const foreignKey = await newKey(algorithm);
  const rows = new Map<string, AdapterPayload>();
  let keys = 0;

  const state: IdentityProvider = {
    issuer,
    clientId,
    clientSecret,
    person: { sub: 'ada', email: 'ada@example.org', email_verified: true, name: 'Ada Byron' },
    misbehaviour: {},
    async rotateKeys() {
      keys += 1;
      handle = await createProvider(`key-${keys}`);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function createProvider(kid: string): Promise<RequestListener> {
    const key = { ...(await newKey(algorithm)), kid, use: 'sig', alg: algorithm };
    const people = new Map<string, ProviderPerson>();
    const client: ClientMetadata = {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [...options.redirectUrls],
      post_logout_redirect_uris: [...(options.signedOutUrls ?? [])],
      token_endpoint_auth_method: authentication,
      id_token_signed_response_alg: algorithm,
      require_auth_time: true,
    };
    const provider = new Provider(issuer, {
      ...configurationFor(client, key, people),
      adapter: (name) => new Memory(name, rows),
    });
    provider.on('server_error', (_context, error) => {
      throw error;
    });
    provider.use(async (context, next) => {
      await next();
      if (context.path !== '/token' || !isTokenAnswer(context.body)) return;
      context.body = {
        ...context.body,
        id_token: await forged(context.body.id_token, state.misbehaviour, { key, foreignKey, algorithm }),
      };
    });
    const answer = provider.callback();
    return async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) {
        answer(request, response);
        return;
      }
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      const { person } = state;
      if (person === null) {
        const refusal = { error: 'access_denied', error_description: 'Ada said no' };
        await provider.interactionFinished(request, response, refusal);
        return;
      }
      people.set(person.sub, person);
      if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
        return;
      }
      const grant = new provider.Grant({
        accountId: session?.accountId ?? person.sub,
        clientId: String(params['client_id']),
      });
      grant.addOIDCScope('openid email profile');
      const grantId = await grant.save();
      await provider.interactionFinished(
        request,
        response,
        { consent: { grantId } },
        { mergeWithLastSubmission: true },
      );
    };
  }

  await state.rotateKeys();
  return state;
}

function configurationFor(
  client: ClientMetadata,
  key: JWK,
  people: ReadonlyMap<string, ProviderPerson>,
): Configuration {
  return {
    clients: [client],
    jwks: { keys: [key] },
    cookies: { keys: ['a key for cookies of tests'] },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    claims: {
      openid: ['sub', 'roles', 'realm_access'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = `<!doctype html><title>Sign out</title>${form}`;
        },
      },
    },
    pkce: { required: () => true },
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256'],
    },
    ttl: {
      AccessToken: 300,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 300,
      Grant: 300,
      Session: 300,
    },
    findAccount: (_context, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => ({ ...person }) };
    },
  };
}

async function newKey(algorithm: SigningAlgorithm): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return exportJWK(privateKey);
}

const isTokenAnswer = (body: unknown): body is { id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string';

interface Keys {
  readonly key: JWK;
  readonly foreignKey: JWK;
  readonly algorithm: SigningAlgorithm;
}

async function forged(
  idToken: string,
  { claims, foreignKey: isForeign, unsigned }: Misbehaviour,
  keys: Keys,
): Promise<string> {
  if (claims === undefined && isForeign === undefined && unsigned === undefined) return idToken;
  const payload: Record<string, unknown> = JSON.parse(
    Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString(),
  );
  if (unsigned === true) return new UnsecuredJWT({ ...payload, ...claims }).encode();
  return new SignJWT({ ...payload, ...claims })
    .setProtectedHeader({ alg: keys.algorithm, kid: keys.key.kid ?? '' })
    .sign(isForeign ? keys.foreignKey : keys.key);
}
