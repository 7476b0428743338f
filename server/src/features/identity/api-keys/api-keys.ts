import { createHash } from 'node:crypto';
import {
  type ApiKey,
  type ApiKeyScope,
  apiKeyScopeSchema,
  apiKeyScopes,
  type KindPayload,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { createBatcher } from '../../../platform/batching/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { type Revocations, randomToken } from '../sessions/index.ts';
import {
  type ApiKeyOwner,
  type ApiKeyRow,
  countApiKeys,
  deleteApiKeysOf,
  insertApiKey,
  lockVerifiedUser,
  revokeApiKey,
  revokeApiKeysOf,
  selectApiKeyOwners,
  selectApiKeys,
  touchApiKeys,
} from './api-keys.store.ts';
import { KeyMemory } from './key-memory.ts';

const keyPrefix = 'rk_';
/** Characters that are kept readable: the fixed prefix and 36 of the 256 random bits. */
const shownLength = keyPrefix.length + 6;
const maximumKeys = 20;
const day = 86_400_000;
const usualDays = 365;
/** The last use is written down at most once in this time, in milliseconds. */
const useResolution = 60_000;
/** Keys that are looked up in one query, and that may wait for theirs. */
const lookUpLimits = { maximumBatch: 500, maximumWaiting: 10_000, concurrency: 2 } as const;

export interface NewApiKey {
  readonly name: string;
  /** A year when left out. */
  readonly expiresInDays?: number | undefined;
  /** All that a key can do when left out. */
  readonly scopes?: readonly ApiKeyScope[] | undefined;
}

/**
 * Keys for machines. A key acts as its owner within its scopes, until it runs out or is revoked, and only while the address
 * of its owner is proven.
 */
export interface ApiKeys {
  /** The keys in force, the newest first. */
  list(tx: Tx, userId: string): Promise<ApiKey[]>;

  /**
   * @returns the key in full, which nobody can read again
   * @throws {ApplicationError} `too_many_api_keys`, `address_unconfirmed`
   */
  create(tx: Tx, userId: string, input: NewApiKey): Promise<ApiKey & { key: string }>;

  /** @throws {ApplicationError} `not_found`, also for a key of somebody else */
  revoke(tx: Tx, userId: string, id: string): Promise<void>;

  /** Revokes all keys of a person; tells how many were in force. */
  revokeAll(tx: Tx, userId: string): Promise<number>;

  /** Takes all keys from somebody whose account is closed. */
  removeAll(tx: Tx, userId: string): Promise<void>;

  authenticate(key: string): Promise<Viewer | null>;
}

export function isApiKey(bearer: string): boolean {
  return bearer.startsWith(keyPrefix);
}

/** Tells people of their keys; messaging provides it. */
export interface ApiKeyNotifier {
  notify(
    tx: Tx,
    notification: {
      readonly kind: 'security_alert';
      readonly userId: string;
      readonly payload: KindPayload<'security_alert'>;
    },
  ): Promise<unknown>;
}

export interface ApiKeysDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly notifier: ApiKeyNotifier;
  /** What a key has opened ends with it. */
  readonly revocations: Pick<Revocations, 'revoke' | 'isRevoked'>;
}

export function createApiKeys({
  database,
  clock,
  logger,
  notifier,
  revocations,
}: ApiKeysDependencies): ApiKeys {
  const memory = new KeyMemory();
  /** Calls that come in together share a query, which starts after each of them. */
  const lookUps = createBatcher<Buffer, ApiKeyOwner | undefined>({ ...lookUpLimits, run: findOwners });

  async function findOwners(hashes: readonly Buffer[]): Promise<(ApiKeyOwner | undefined)[]> {
    const now = clock.now();
    const { state } = memory;
    const distinct = new Map(hashes.map((hash) => [hash.toString('base64'), hash]));
    const owners = await selectApiKeyOwners(database.query, [...distinct.values()], now);
    const writtenBefore = new Date(now.getTime() - useResolution);
    const unwritten = owners.filter(
      ({ last_used_at }) => last_used_at === null || last_used_at <= writtenBefore,
    );
    if (unwritten.length > 0) {
      const ids = unwritten.map(({ id }) => id);
      await touchApiKeys(database.query, ids, now, writtenBefore);
    }
    const ownerOf = new Map(owners.map((owner) => [Buffer.from(owner.hash).toString('base64'), owner]));
    for (const hash of distinct.keys()) {
      const owner = ownerOf.get(hash);
      if (owner === undefined) memory.forget(hash);
      else memory.remember(hash, owner, state, now.getTime());
    }
    return hashes.map((hash) => ownerOf.get(hash.toString('base64')));
  }

  /** What was opened by the keys ends, too. */
  async function forget(tx: Tx, ids: readonly string[]): Promise<void> {
    await revocations.revoke(tx, ids);
    database.afterCommit(() => memory.forgetAll());
  }

  return {
    async list(tx, userId) {
      return (await selectApiKeys(tx, userId, clock.now())).map(toApiKey);
    },

    async create(tx, userId, { name, expiresInDays = usualDays, scopes = apiKeyScopes }) {
      const now = clock.now();
      if (!(await lockVerifiedUser(tx, userId))) throw new ApplicationError('address_unconfirmed');
      if ((await countApiKeys(tx, userId, now)) >= maximumKeys)
        throw new ApplicationError('too_many_api_keys');
      const key = `${keyPrefix}${randomToken()}`;
      const row = await insertApiKey(tx, {
        id: uuidv7(),
        user_id: userId,
        name,
        prefix: key.slice(0, shownLength),
        hash: hashOf(key),
        scopes: [...new Set(scopes)],
        created_at: now,
        expires_at: new Date(now.getTime() + expiresInDays * day),
        last_used_at: null,
        revoked_at: null,
      });
      const payload = { event: 'api_key_created', at: now.toISOString(), client: '' } as const;
      await notifier.notify(tx, { kind: 'security_alert', userId, payload });
      logger.info({ event: 'api_key_created', user_id: userId, api_key_id: row.id }, 'API key created');
      return { ...toApiKey(row), key };
    },

    async revoke(tx, userId, id) {
      if (!(await revokeApiKey(tx, userId, id, clock.now()))) throw new ApplicationError('not_found');
      await forget(tx, [id]);
      logger.info({ event: 'api_key_revoked', user_id: userId, api_key_id: id }, 'API key revoked');
    },

    async revokeAll(tx, userId) {
      const ended = await revokeApiKeysOf(tx, userId, clock.now());
      await forget(tx, ended);
      return ended.length;
    },

    async removeAll(tx, userId) {
      await forget(tx, await deleteApiKeysOf(tx, userId));
    },

    async authenticate(key) {
      const hash = hashOf(key);
      const known = memory.recall(hash.toString('base64'), clock.now().getTime(), () => {
        // What fails here fails for a caller when the second is over.
        lookUps.add(hash).catch(() => {});
      });
      const owner = known ?? (await lookUps.add(hash));
      if (owner === undefined || (await revocations.isRevoked(owner.id))) return null;
      const { id, user_id: userId, role } = owner;
      return { userId, role, sessionId: null, apiKey: { id, scopes: new Set(knownScopes(owner.scopes)) } };
    },
  };
}

/** The key is random enough that neither salt nor slowness would add anything. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Scopes of another version mean nothing here. */
function knownScopes(scopes: readonly string[]): ApiKeyScope[] {
  return scopes.flatMap((scope) => apiKeyScopeSchema.safeParse(scope).data ?? []);
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: knownScopes(row.scopes),
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}
