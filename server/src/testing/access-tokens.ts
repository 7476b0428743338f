import { type Logger, pino } from 'pino';
import { accessTokenSeconds, createAccessTokens } from '../features/identity/sessions/access-tokens.ts';
import { deriveSecrets } from '../features/identity/sessions/secrets.ts';
import { createSigningKeys } from '../features/identity/sessions/signing-keys.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Viewer } from '../platform/http/index.ts';

/** Signs an access token that runs out at this moment, in full seconds. */
export type TokenMint = (person: Viewer & { readonly sessionId: string }, expiresAt: Date) => Promise<string>;

/** Signs as an instance does that has this database and secret, so that its processes believe the tokens. */
export function createTokenMint(
  database: Database,
  { secret, issuer }: { readonly secret: string; readonly issuer: string },
): TokenMint {
  const logger: Logger = pino({ level: 'silent' });
  const signingKeys = createSigningKeys({
    database,
    logger,
    clock: systemClock,
    secrets: deriveSecrets(secret),
  });
  return async (person, expiresAt) => {
    const issuedAt = new Date(expiresAt.getTime() - accessTokenSeconds * 1_000);
    const tokens = createAccessTokens({ clock: { now: () => issuedAt }, signingKeys, issuer });
    return (await tokens.issue(person, expiresAt)).token;
  };
}
