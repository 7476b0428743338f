import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { Attempts } from '../attempts/index.ts';
import { type Audit, commandLine } from '../audit/index.ts';
import { findViewer } from '../people/index.ts';
import type { Device, OpenSession, Sessions } from '../sessions/index.ts';
import { replaceLink, takeLink } from './sign-in-links.store.ts';

/** How long a link holds, in milliseconds. */
const lifetime = 15 * 60_000;

/** A link as the command line prints it. */
export interface SignInLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * Links that let an operator in where nothing else does: the identity provider is down, the second factor is lost. Whoever
 * can run a command here can read the database, so a link asks for nothing else. The audit log has each link and its use.
 */
export interface SignInLinks {
  /**
   * @param email in lower case
   * @throws {ApplicationError} `not_found` when it is no operator's
   */
  issue(tx: Tx, email: string): Promise<SignInLink>;

  /** @throws {ApplicationError} `token_invalid`, `too_many_attempts` */
  use(token: string, device: Device): Promise<OpenSession>;
}

export interface SignInLinksDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl: string;
  readonly sessions: Pick<Sessions, 'start'>;
  readonly attempts: Pick<Attempts, 'guard'>;
  readonly audit: Pick<Audit, 'record'>;
}

export function createSignInLinks(dependencies: SignInLinksDependencies): SignInLinks {
  const { database, clock, logger, publicUrl, sessions, attempts, audit } = dependencies;
  return {
    async issue(tx, email) {
      const person = await findViewer(tx, email);
      if (person?.role !== 'operator') {
        throw new ApplicationError('not_found', { detail: `${email} is the address of no operator.` });
      }
      const token = randomBytes(32).toString('base64url');
      const expiresAt = new Date(clock.now().getTime() + lifetime);
      await replaceLink(tx, { hash: hashLink(token), user_id: person.userId, expires_at: expiresAt });
      await audit.record(tx, {
        actor: commandLine,
        action: 'sign_in_link_made',
        subjectId: person.userId,
        after: { expires_at: expiresAt.toISOString() },
      });
      // What is behind the # is sent to no server, so it stands in no log.
      return { url: `${publicUrl}/sign-in/link#${token}`, expiresAt };
    },

    async use(token, device) {
      const session = await attempts.guard({ device }, () =>
        database.transaction(async (tx) => {
          const userId = await takeLink(tx, hashLink(token), clock.now());
          if (userId === undefined) throw new ApplicationError('token_invalid');
          const actor = { type: 'person', userId, address: device.address } as const;
          await audit.record(tx, { actor, action: 'sign_in_link_used', subjectId: userId });
          return sessions.start(tx, { id: userId }, { method: 'sign_in_link', device });
        }),
      );
      logger.info(
        { event: 'signed_in', user_id: session.userId, session_id: session.id },
        'signed in by a link',
      );
      return session;
    },
  };
}

/** A token is random and lives for minutes, so a plain hash hides it well enough. */
const hashLink = (token: string): Uint8Array => createHash('sha256').update(token).digest();
