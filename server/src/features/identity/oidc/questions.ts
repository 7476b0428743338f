import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type InstanceSecret, keysFor } from '../../../platform/secret/index.ts';
import { createKeyedHash, type KeyedHash } from '../../../platform/tokens/index.ts';
import { deleteExpiredSignIns, insertSignIn, takeSignIn } from './oidc.store.ts';
import type { Question } from './provider.ts';

/** How long a sign-in at the provider may take, in milliseconds. */
const questionLifetime = 10 * 60_000;
/** Sign-ins from which nobody has come back and that one call clears away. */
const clearedAtOnce = 100;

/** A browser, by the cookie that ties a sign-in to it. */
const browserPattern = /^[\w-]{43}$/;

/**
 * What the provider has been asked and has not answered yet. The state works once, for ten minutes, in the browser that
 * began: an address that somebody else has made signs nobody in. Nonce and verifier follow from the state by a key of
 * the instance, so that the database holds neither.
 */
export interface Questions {
  /**
   * @param browser its cookie, if it has one
   * @param sessionId whose proof is to be renewed; null: somebody signs in
   */
  ask(
    tx: Tx,
    browser: string | undefined,
    sessionId: string | null,
  ): Promise<Question & { readonly browser: string }>;
  /** The question that is answered, and which session it was about; undefined when it is over. */
  take(
    tx: Tx,
    state: string,
    browser: string | undefined,
  ): Promise<{ readonly question: Question; readonly sessionId: string | null } | undefined>;
}

export function createQuestions({
  clock,
  secret,
}: {
  readonly clock: Clock;
  readonly secret: InstanceSecret;
}): Questions {
  const keys = keysFor(secret, 'oidc-questions');
  const current = createKeyedHash([keys[0]]);
  const hashes = keys.map((key) => createKeyedHash([key]));
  /** Tells by which secret a question was asked: one may be rotated while somebody is at the provider. */
  const markOf = (hash: KeyedHash, token: string) => hash.of(`mark ${token}`).toString('base64url', 0, 6);
  const questionOf = (hash: KeyedHash, state: string): Question => ({
    state,
    nonce: hash.of(`nonce ${state}`).toString('base64url'),
    codeVerifier: hash.of(`verifier ${state}`).toString('base64url'),
  });

  return {
    async ask(tx, known, sessionId) {
      const now = clock.now();
      const browser = known !== undefined && browserPattern.test(known) ? known : randomToken();
      const token = randomToken();
      const state = `${token}${markOf(current, token)}`;
      await deleteExpiredSignIns(tx, now, clearedAtOnce);
      await insertSignIn(tx, {
        hash: sha256(state),
        browser_hash: sha256(browser),
        session_id: sessionId,
        expires_at: new Date(now.getTime() + questionLifetime),
      });
      return { ...questionOf(current, state), browser };
    },

    async take(tx, state, browser = '') {
      const token = state.slice(0, tokenLength);
      const hash = hashes.find((one) => state === `${token}${markOf(one, token)}`);
      if (hash === undefined) return undefined;
      const taken = await takeSignIn(tx, sha256(state), sha256(browser), clock.now());
      return taken && { question: questionOf(hash, state), sessionId: taken.session_id };
    },
  };
}

/** Of 32 bytes in base64url. */
const tokenLength = 43;

const randomToken = (): string => randomBytes(32).toString('base64url');
/** What is random and lives for minutes is hidden well enough by a plain hash. */
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
