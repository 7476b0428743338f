import type { Locale } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Sealing } from '../../../platform/secret/index.ts';
import { type SecondFactors, secondFactorRequired } from '../accounts/index.ts';
import { type Device, describeClient, type OpenSession, type Sessions } from '../sessions/index.ts';
import { insertProviderSession, selectProviderSession, touchIdentity } from './oidc.store.ts';
import type { ProviderPeople } from './people.ts';
import type { ProvenIdentity, Provider } from './provider.ts';
import type { Questions } from './questions.ts';

/** An address of the provider, and the cookie of the browser that goes there. */
export interface Departure {
  readonly url: string;
  readonly browser: string;
}

/** What a browser has come back with. */
export interface Return {
  /** Of the page that the provider has led back to. */
  readonly query: string;
  /** Its cookie. */
  readonly browser: string | undefined;
}

/** Signing in by the identity provider of the instance. */
export interface Oidc {
  /** @throws {ApplicationError} `oidc_unavailable` */
  start(browser: string | undefined): Promise<Departure>;

  /**
   * @throws {ApplicationError} `oidc_unavailable`, `oidc_cancelled`, `oidc_sign_in_over`, `oidc_refused`,
   *   `oidc_address_unproven`, `oidc_account_unproven`, `oidc_no_account`, `second_factor_required`
   */
  finish(
    back: Return,
    newcomer: { readonly timeZone: string; readonly locale: Locale },
    device: Device,
  ): Promise<OpenSession>;

  /** @throws {ApplicationError} `oidc_unavailable` */
  startReauthentication(browser: string | undefined, sessionId: string): Promise<Departure>;

  /** @throws {ApplicationError} as `finish` does; `oidc_refused` when it is somebody else */
  finishReauthentication(
    back: Return,
    person: { readonly userId: string; readonly sessionId: string },
  ): Promise<void>;

  /** Where the browser signs out at the provider, too; null: nowhere, or the provider does not say. */
  signOutAddress(sessionId: string): Promise<string | null>;
}

export interface OidcDependencies {
  readonly database: Database;
  readonly clock: { now(): Date };
  readonly logger: Logger;
  readonly provider: Provider;
  readonly questions: Questions;
  readonly people: ProviderPeople;
  readonly sealing: Sealing;
  readonly sessions: Pick<Sessions, 'start' | 'authenticatedAgain'>;
  readonly secondStep: Pick<SecondFactors, 'challengeFor'>;
}

/** A longer ID token is not kept: then the provider asks whether the person really wants to sign out. In characters. */
const longestIdToken = 8_192;
/** Addresses of pages have about as much room. */
const longestAddress = 8_000;

export function createOidc(dependencies: OidcDependencies): Oidc {
  const { database, clock, logger, provider, questions, people, sealing, sessions, secondStep } =
    dependencies;

  async function depart(browser: string | undefined, sessionId: string | null): Promise<Departure> {
    const asked = await database.transaction((tx) => questions.ask(tx, browser, sessionId));
    const url = await provider.addressFor(asked, { askAgain: sessionId !== null });
    return { url: url.href, browser: asked.browser };
  }

  async function arrive({ query, browser }: Return, sessionId: string | null): Promise<ProvenIdentity> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const taken = await questions.take(database.query, state, browser);
    if (taken === undefined || taken.sessionId !== sessionId) throw new ApplicationError('oidc_sign_in_over');
    return provider.identify(query, taken.question, { askAgain: sessionId !== null });
  }

  async function noteSession(tx: Tx, sessionId: string, identity: ProvenIdentity): Promise<void> {
    const { issuer, subject, providerSession = null, idToken } = identity;
    const id_token = idToken.length > longestIdToken ? null : sealing.seal(Buffer.from(idToken), sessionId);
    await insertProviderSession(tx, {
      session_id: sessionId,
      issuer,
      subject,
      provider_session: providerSession,
      id_token,
    });
  }

  async function admit(
    identity: ProvenIdentity,
    ...[newcomer, device]: [Parameters<Oidc['finish']>[1], Device]
  ): Promise<OpenSession> {
    const client = describeClient(device.userAgent);
    const { session, challenge } = await database.transaction(async (tx) => {
      const userId = await people.settle(tx, identity, { ...newcomer, client });
      const asked = await secondStep.challengeFor(tx, userId, device);
      if (asked !== null) return { challenge: asked };
      const started = await sessions.start(tx, { id: userId }, { method: 'oidc', device });
      await noteSession(tx, started.id, identity);
      return { session: started };
    });
    if (session === undefined) throw secondFactorRequired(challenge);
    logger.info({ event: 'signed_in', user_id: session.userId, session_id: session.id }, 'signed in');
    return session;
  }

  return {
    start: (browser) => depart(browser, null),

    async finish(back, newcomer, device) {
      const identity = await arrive(back, null);
      try {
        return await admit(identity, newcomer, device);
      } catch (error) {
        // Somebody who is new here has come by two tabs at once: now there is the account.
        if (isApplicationError(error, 'email_taken')) return admit(identity, newcomer, device);
        throw error;
      }
    },

    startReauthentication: (browser, sessionId) => depart(browser, sessionId),

    async finishReauthentication(back, { userId, sessionId }) {
      const { issuer, subject } = await arrive(back, sessionId);
      await database.transaction(async (tx) => {
        const owner = await touchIdentity(tx, issuer, subject, clock.now());
        if (owner !== userId) throw new ApplicationError('oidc_refused');
        await sessions.authenticatedAgain(tx, sessionId);
      });
    },

    async signOutAddress(sessionId) {
      const known = await selectProviderSession(database.query, sessionId);
      if (known === undefined) return null;
      const idToken = known.id_token === null ? undefined : sealing.open(known.id_token, sessionId);
      try {
        const address = await provider.signOutAddress(idToken && Buffer.from(idToken).toString());
        return address === undefined || address.href.length > longestAddress ? null : address.href;
      } catch (error) {
        // Whoever wants to leave is let go.
        if (isApplicationError(error, 'oidc_unavailable')) return null;
        throw error;
      }
    },
  };
}
