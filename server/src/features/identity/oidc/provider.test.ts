import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from '../../../testing/identity-provider/identity-provider.ts';
import { visitProvider } from '../../../testing/identity-provider/visit.ts';
import { localhostCertificate } from '../../../testing/messaging/localhost-certificate.ts';
import { createProvider, type Provider, type Question } from './provider.ts';
import type { OidcProviderSettings } from './settings.ts';
import { createTransport } from './transport.ts';

const callbackUrl = 'https://jobs.example.org/sign-in/oidc';
const signedOutUrl = 'https://jobs.example.org/sign-in';
const question: Question = {
  state: 'a-state-that-nobody-guesses',
  nonce: 'a-nonce-that-nobody-guesses',
  codeVerifier: 'a-verifier-of-at-least-forty-three-characters-that-nobody-guesses',
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(
  options: Partial<IdentityProviderOptions> = {},
  changes: Partial<OidcProviderSettings> = {},
): Promise<{ server: IdentityProvider; provider: Provider }> {
  const server = await startIdentityProvider({
    redirectUrls: [callbackUrl],
    signedOutUrls: [signedOutUrl],
    tls: true,
    ...options,
  });
  const settings: OidcProviderSettings = {
    issuer: server.issuer,
    clientId: server.clientId,
    clientSecret: server.clientSecret,
    clientAuthentication: options.authentication ?? 'client_secret_basic',
    name: 'Example',
    scopes: 'openid email profile',
    ca: localhostCertificate.cert,
    clockSkewSeconds: 30,
    roles: undefined,
    makesAccounts: true,
    ...changes,
  };
  const transport = createTransport(settings.ca);
  closers.push(
    () => transport.close(),
    () => server.close(),
  );
  const logger = pino({ level: 'silent' });
  return { server, provider: createProvider({ settings, transport, logger, callbackUrl, signedOutUrl }) };
}

/** Goes to the provider and comes back. */
const comeBack = async (provider: Provider, asked = question) =>
  visitProvider((await provider.addressFor(asked, { askAgain: false })).href, callbackUrl);

async function signIn(provider: Provider) {
  return provider.identify(await comeBack(provider), question, { askAgain: false });
}

describe('a provider', () => {
  it.each([
    ['RS256', 'client_secret_basic'],
    ['ES256', 'client_secret_post'],
  ] as const)('that signs by %s and wants %s says who has signed in', async (algorithm, authentication) => {
    const { server, provider } = await start({ algorithm, authentication });
    server.person = {
      ...{ sub: 'ada', email: 'Ada@Example.org', email_verified: true, name: 'Ada Byron' },
      realm_access: { roles: ['admins'] },
    };
    expect(await signIn(provider)).toMatchObject({
      issuer: server.issuer,
      subject: 'ada',
      verifiedEmail: 'Ada@Example.org',
      name: 'Ada Byron',
      claims: { realm_access: { roles: ['admins'] } },
    });
  });

  it.each([
    ['says that the address is not verified', { email_verified: false }],
    ['does not say whether the address is verified', {}],
    ['says so in other words than the standard', { email_verified: 'true' }],
  ])('that %s has proven none', async (_what, claims) => {
    const { server, provider } = await start();
    server.person = { sub: 'ada', email: 'ada@example.org', ...claims };
    expect((await signIn(provider)).verifiedEmail).toBeUndefined();
  });

  it('may change its keys between two sign-ins', async () => {
    const { server, provider } = await start();
    await signIn(provider);
    await server.rotateKeys();
    expect((await signIn(provider)).subject).toBe('ada');
  });

  it('tells where to sign out', async () => {
    const { server, provider } = await start();
    const { idToken } = await signIn(provider);
    const address = await provider.signOutAddress(idToken);
    expect(address?.origin).toBe(server.issuer);
    expect(Object.fromEntries(address?.searchParams ?? [])).toEqual({
      client_id: server.clientId,
      id_token_hint: idToken,
      post_logout_redirect_uri: signedOutUrl,
    });
  });

  it('is asked to have people sign in anew where a fresh proof is wanted', async () => {
    const { provider } = await start();
    const address = await provider.addressFor(question, { askAgain: true });
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    const query = await visitProvider(address.href, callbackUrl);
    const proof = await provider.identify(query, question, { askAgain: true });
    expect(proof.subject).toBe('ada');
  });
});

describe('what a provider says is refused', () => {
  const seconds = () => Math.floor(Date.now() / 1000);

  it.each([
    ['for another sign-in', () => ({ claims: { nonce: 'another' } })],
    ['for no sign-in', () => ({ claims: { nonce: undefined } })],
    ['for another client', () => ({ claims: { aud: 'somebody-else' } })],
    [
      'for several clients without saying for whom',
      () => ({ claims: { aud: ['rolecall', 'else'], azp: 'else' } }),
    ],
    ['as another issuer', () => ({ claims: { iss: 'https://id.evil.example' } })],
    ['when it has run out', () => ({ claims: { exp: seconds() - 31 } })],
    ['when it comes from the future', () => ({ claims: { nbf: seconds() + 60 } })],
    ['with a key of somebody else', () => ({ foreignKey: true })],
    ['without a signature', () => ({ unsigned: true })],
    ['about two people', () => ({ claims: { sub: 'grace' } })],
  ])('%s', async (_what, misbehaviour) => {
    const { server, provider } = await start();
    server.misbehaviour = misbehaviour();
    await expect(signIn(provider)).rejects.toMatchObject({ code: 'oidc_refused' });
    server.misbehaviour = {};
    expect((await signIn(provider)).subject).toBe('ada');
  });

  it('but a clock that differs a little is borne', async () => {
    const { server, provider } = await start();
    server.misbehaviour = { claims: { exp: seconds() - 15 } };
    expect((await signIn(provider)).subject).toBe('ada');
  });

  it('with the state of another sign-in, or of none', async () => {
    const { provider } = await start();
    const query = await comeBack(provider);
    const other = { ...question, state: 'another-state' };
    await expect(provider.identify(query, other, { askAgain: false })).rejects.toMatchObject({
      code: 'oidc_refused',
    });
    const bare = query.replace(/(?:^|&)state=[^&]*/, '');
    await expect(provider.identify(bare, question, { askAgain: false })).rejects.toMatchObject({
      code: 'oidc_refused',
    });
  });

  it('when another issuer has answered (RFC 9207): a mix-up of two providers', async () => {
    const { provider } = await start();
    const query = new URLSearchParams(await comeBack(provider));
    query.set('iss', 'https://id.evil.example');
    await expect(provider.identify(query.toString(), question, { askAgain: false })).rejects.toMatchObject({
      code: 'oidc_refused',
    });
  });

  it('to somebody who has taken the code of another, for want of the verifier', async () => {
    const { provider } = await start();
    const query = await comeBack(provider);
    const thief = {
      ...question,
      codeVerifier: 'a-verifier-of-somebody-else-who-has-seen-the-address-of-the-page',
    };
    await expect(provider.identify(query, thief, { askAgain: false })).rejects.toMatchObject({
      code: 'oidc_refused',
    });
  });

  it('a second time', async () => {
    const { provider } = await start();
    const query = await comeBack(provider);
    await provider.identify(query, question, { askAgain: false });
    await expect(provider.identify(query, question, { askAgain: false })).rejects.toMatchObject({
      code: 'oidc_refused',
    });
  });

  it('when the person has refused, in the words of the provider', async () => {
    const { server, provider } = await start();
    server.person = null;
    await expect(signIn(provider)).rejects.toMatchObject({
      code: 'oidc_cancelled',
      detail: 'access_denied: Ada said no',
    });
  });
});

describe('a provider that cannot be asked', () => {
  it('for its certificate is of nobody whom we know', async () => {
    const { provider } = await start({}, { ca: undefined });
    await expect(provider.metadata()).rejects.toMatchObject({ code: 'oidc_unavailable' });
  });

  it('for it is called something else', async () => {
    const { server, provider } = await start({}, { issuer: 'https://localhost:1' });
    await expect(provider.metadata()).rejects.toMatchObject({ code: 'oidc_unavailable' });
    const other = await start({}, { issuer: server.issuer.replace('localhost', '127.0.0.1') });
    await expect(other.provider.metadata()).rejects.toMatchObject({ code: 'oidc_unavailable' });
  });

  it('is asked again by the next one', async () => {
    const { server, provider } = await start();
    const query = await comeBack(provider);
    await server.close();
    closers.pop();
    await expect(provider.identify(query, question, { askAgain: false })).rejects.toMatchObject({
      code: 'oidc_unavailable',
    });
  });
});
