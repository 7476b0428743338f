import { randomBytes } from 'node:crypto';
import type { KindPayload } from '@rolecall/contract';
import type { JWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import type { Bus } from '../../../platform/bus/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import {
  type AccessToken,
  type AccessTokenFault,
  createAccessTokens,
  type VerifiedViewer,
} from './access-tokens.ts';
import { describeClient } from './clients.ts';
import { createKnownDevices, type Device, type KnownDevices, unknownDevice } from './devices.ts';
import { isGenuine, judgeRefresh, readRefreshToken, writeRefreshToken } from './refresh-tokens.ts';
import { createRevocations, type Revocations } from './revocations.ts';
import { deriveSecrets } from './secrets.ts';
import {
  deleteSession,
  deleteSessionsOf,
  openSession,
  rotateSession,
  type SessionRow,
  selectAuthenticatedAt,
  selectSession,
  selectSessionsOf,
  touchAuthenticated,
} from './sessions.store.ts';
import { createSigningKeys } from './signing-keys.ts';
import type { SignInMethod } from './tables.ts';

const minute = 60_000;
const day = 86_400_000;
/** A session ends when it was not refreshed for so long, in milliseconds. */
const idleLimit = 30 * day;
/** With one more, the session that was refreshed longest ago ends. */
const maximumSessions = 50;
/** A proof of who one is counts for so long where something asks for a fresh one, in milliseconds. */
const freshFor = 10 * minute;

export interface OpenSession {
  readonly id: string;
  readonly userId: string;
  readonly refreshToken: string;
  /** When it ends unless it is refreshed. */
  readonly expiresAt: Date;
  /** By what its browser is known again; undefined: it is a program, or was refreshed. */
  readonly deviceToken?: string | undefined;
}

/** How a session began. */
export interface SessionStart {
  readonly method: SignInMethod;
  readonly device: Device;
  /** True: everybody may sign in as this person, so that nobody has to be warned of a new device. */
  readonly isShared?: boolean | undefined;
}

/** Tells people of what happens to their sessions; messaging provides it. */
export interface SessionNotifier {
  notify(
    tx: Tx,
    notification: {
      readonly kind: 'security_alert';
      readonly userId: string;
      readonly payload: KindPayload<'security_alert'>;
    },
  ): Promise<unknown>;
}

/**
 * Sessions. What was given for one ends with it, everywhere and within a second (`revocations`). A refresh gives the next
 * token of the session; the one before works for half a minute more, and one that was used before that ends the session,
 * since somebody has a copy.
 */
export interface Sessions {
  /**
   * The one way into an account: starts a session, after whatever proof of who it is.
   * @throws {ApplicationError} `account_disabled`; the transaction must not be committed then
   */
  start(tx: Tx, person: { readonly id: string }, start: SessionStart): Promise<OpenSession>;

  /** Undefined when the token belongs to no session that is on. */
  refresh(refreshToken: string): Promise<OpenSession | undefined>;

  /** Whose session it is, without moving its end; undefined when none is on. */
  find(tx: Tx, refreshToken: string): Promise<VerifiedViewer | undefined>;

  /** Ends the session of this token; tells whose it was. */
  end(tx: Tx, refreshToken: string): Promise<string | undefined>;

  /** Ends one session of a person; false when there is none with this id. */
  endOne(tx: Tx, userId: string, sessionId: string): Promise<boolean>;

  /** Ends all sessions of a person, but perhaps one. */
  endAll(tx: Tx, userId: string, but?: string | null): Promise<void>;

  /** The sessions of a person that are on, the one used last first. */
  list(tx: Tx, userId: string): Promise<readonly SessionRow[]>;

  /** The person has proved anew who they are, by whatever means. */
  authenticatedAgain(tx: Tx, sessionId: string): Promise<void>;

  /** @throws {ApplicationError} `reauthentication_required` when the last proof is older than ten minutes */
  requireFresh(tx: Tx, viewer: Viewer): Promise<void>;

  issueAccessToken(person: VerifiedViewer['viewer'], until: Date): Promise<AccessToken>;

  /** @throws {ApplicationError} `unavailable` when it cannot be known whether the session is still on */
  verifyAccessToken(token: string): Promise<VerifiedViewer | AccessTokenFault>;

  readonly devices: KnownDevices;
  readonly revocations: Revocations;

  /** The public keys of the access tokens, for `/.well-known/jwks.json`. */
  keySet(): Promise<{ keys: JWK[] }>;
}

export interface SessionsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly bus: Bus;
  readonly config: {
    /** The secret of the instance, of at least 32 characters. */
    readonly secret: InstanceSecret;
    /** Issuer of the access tokens. */
    readonly publicUrl: string;
    /** Days after which a session ends in any case. */
    readonly maximumDays: number;
  };
  readonly notifier: SessionNotifier;
}

export function createSessions(dependencies: SessionsDependencies): Sessions {
  const { database, clock, logger, config, notifier } = dependencies;
  const secrets = deriveSecrets(config.secret);
  const signingKeys = createSigningKeys({ ...dependencies, secrets });
  const accessTokens = createAccessTokens({ clock, signingKeys, issuer: config.publicUrl });
  const revocations = createRevocations(dependencies);
  const devices = createKnownDevices({ clock, secrets });

  const alert = (tx: Tx, userId: string, event: 'new_sign_in' | 'session_copied', userAgent: string) =>
    notifier.notify(tx, {
      kind: 'security_alert',
      userId,
      payload: { event, at: clock.now().toISOString(), client: describeClient(userAgent) },
    });

  /** The session of a genuine token, with the place of the token in it. */
  async function findGenuine(tx: Tx, token: string) {
    const parts = readRefreshToken(token);
    const key = parts === undefined ? { hash: secrets.hashToken(token) } : { id: parts.sessionId };
    const session = await selectSession(tx, key, clock.now());
    if (session === undefined) return undefined;
    if (parts !== undefined && !isGenuine(secrets, parts, session.seed)) return undefined;
    return { session, generation: parts?.generation ?? 0 };
  }

  const continued = (session: SessionRow, generation: number, expiresAt: Date): OpenSession => ({
    id: session.id,
    userId: session.user_id,
    refreshToken: writeRefreshToken(secrets, session.id, generation, session.seed),
    expiresAt,
  });

  async function endCopied(session: SessionRow): Promise<undefined> {
    await database.transaction(async (tx) => {
      if (!(await deleteSession(tx, session.id, session.user_id))) return;
      await revocations.revoke(tx, [session.id]);
      await alert(tx, session.user_id, 'session_copied', session.user_agent);
    });
    const fields = { event: 'refresh_token_reused', user_id: session.user_id, session_id: session.id };
    logger.warn(fields, 'a refresh token was used again, so its session was ended');
  }

  async function refresh(refreshToken: string, isLast = false): Promise<OpenSession | undefined> {
    const found = await findGenuine(database.query, refreshToken);
    if (found === undefined) return undefined;
    const { session, generation } = found;
    const now = clock.now();
    const verdict = judgeRefresh(generation, session, now);
    if (verdict === 'reused') return endCopied(session);
    if (verdict === 'repeat') return continued(session, session.generation, session.expires_at);
    const expiresAt = new Date(Math.min(now.getTime() + idleLimit, session.ends_at.getTime()));
    const next = generation + 1;
    if (await rotateSession(database.query, session, next, now, expiresAt)) {
      return continued(session, next, expiresAt);
    }
    // Another tab was quicker: it has made the token that this one gets, too.
    return isLast ? undefined : refresh(refreshToken, true);
  }

  return {
    async start(tx, { id: userId }, { method, device, isShared = false }) {
      const now = clock.now();
      const id = uuidv7();
      const seed = randomBytes(32);
      const endsAt = new Date(now.getTime() + config.maximumDays * day);
      const expiresAt = new Date(Math.min(now.getTime() + idleLimit, endsAt.getTime()));
      const { isDisabled, isNewDevice, ended } = await openSession(
        tx,
        {
          ...{ id, user_id: userId, token_hash: null, seed, generation: 1, rotated_at: now, ends_at: endsAt },
          ...{ method, authenticated_at: now, user_agent: device.userAgent, address: device.address },
          ...{ created_at: now, refreshed_at: now, expires_at: expiresAt },
        },
        { kept: maximumSessions, deviceHash: device === unknownDevice ? null : devices.hashOf(device) },
      );
      if (isDisabled) throw new ApplicationError('account_disabled');
      await revocations.revoke(tx, ended);
      if (isNewDevice) await devices.bound(tx, userId);
      if (isNewDevice && method !== 'sign_up' && !isShared)
        await alert(tx, userId, 'new_sign_in', device.userAgent);
      const refreshToken = writeRefreshToken(secrets, id, 1, seed);
      return { id, userId, refreshToken, expiresAt, deviceToken: device.token };
    },

    refresh: (refreshToken) => refresh(refreshToken),

    async find(tx, refreshToken) {
      const found = await findGenuine(tx, refreshToken);
      if (found === undefined) return undefined;
      const { session, generation } = found;
      if (judgeRefresh(generation, session, clock.now()) === 'reused') return undefined;
      return {
        viewer: { userId: session.user_id, role: session.role, sessionId: session.id },
        expiresAt: session.expires_at,
      };
    },

    async end(tx, refreshToken) {
      const found = await findGenuine(tx, refreshToken);
      if (found === undefined) return undefined;
      const { id, user_id: userId } = found.session;
      if (await deleteSession(tx, id, userId)) await revocations.revoke(tx, [id]);
      return userId;
    },

    async endOne(tx, userId, sessionId) {
      if (!(await deleteSession(tx, sessionId, userId))) return false;
      await revocations.revoke(tx, [sessionId]);
      return true;
    },

    async endAll(tx, userId, but = null) {
      await revocations.revoke(tx, await deleteSessionsOf(tx, userId, but));
    },

    list: (tx, userId) => selectSessionsOf(tx, userId, clock.now()),
    authenticatedAgain: (tx, sessionId) => touchAuthenticated(tx, sessionId, clock.now()),

    async requireFresh(tx, { sessionId }) {
      const provedAt = sessionId === null ? undefined : await selectAuthenticatedAt(tx, sessionId);
      if (provedAt !== undefined && clock.now().getTime() - provedAt.getTime() <= freshFor) return;
      throw new ApplicationError('reauthentication_required');
    },

    issueAccessToken: accessTokens.issue,

    async verifyAccessToken(token) {
      const verified = await accessTokens.verify(token);
      if (typeof verified === 'string') return verified;
      return (await revocations.isRevoked(verified.viewer.sessionId)) ? 'invalid' : verified;
    },

    devices,
    revocations,
    keySet: signingKeys.keySet,
  };
}
