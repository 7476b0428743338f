import { createHash } from 'node:crypto';
import type { ApiKey } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { createBatcher } from '../../../platform/batching/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import {
  type ApiKeyOwner,
  type ApiKeyRow,
  countApiKeys,
  insertApiKey,
  lockUser,
  revokeApiKey,
  selectApiKeyOwners,
  selectApiKeys,
  touchApiKeys,
} from './api-keys.store.ts';
import type { AccountsDependencies } from './dependencies.ts';
import { KeyMemory } from './key-memory.ts';
import { randomToken } from './secrets.ts';

const keyPrefix = 'rk_';
/** Characters that are kept readable: the fixed prefix and 36 of the 256 random bits. */
const shownLength = keyPrefix.length + 6;
const maximumKeys = 20;
const day = 86_400_000;
/** The last use is written down at most once in this time, in milliseconds. */
const useResolution = 60_000;
/** Keys that are looked up in one query, and that may wait for theirs. */
const lookUpLimits = { maximumBatch: 500, maximumWaiting: 10_000, concurrency: 2 } as const;

/** Keys for machines. A key acts as its owner, until it runs out or is revoked. */
export interface ApiKeys {
  /** The keys in force, the newest first. */
  list(tx: Tx, userId: string): Promise<ApiKey[]>;

  /**
   * @returns the key in full, which nobody can read again
   * @throws {ApplicationError} `too_many_api_keys`
   */
  create(
    tx: Tx,
    userId: string,
    input: { readonly name: string; readonly expiresInDays?: number | undefined },
  ): Promise<ApiKey & { key: string }>;

  /** @throws {ApplicationError} `not_found`, also for a key of somebody else */
  revoke(tx: Tx, userId: string, id: string): Promise<void>;

  authenticate(key: string): Promise<Viewer | null>;
}

export function isApiKey(bearer: string): boolean {
  return bearer.startsWith(keyPrefix);
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'events'>;

export function createApiKeys({ database, clock, logger, events }: Dependencies): ApiKeys {
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

  return {
    async list(tx, userId) {
      return (await selectApiKeys(tx, userId, clock.now())).map(toApiKey);
    },

    async create(tx, userId, { name, expiresInDays }) {
      const now = clock.now();
      await lockUser(tx, userId);
      if ((await countApiKeys(tx, userId, now)) >= maximumKeys)
        throw new ApplicationError('too_many_api_keys');
      const key = `${keyPrefix}${randomToken()}`;
      const row = await insertApiKey(tx, {
        id: uuidv7(),
        user_id: userId,
        name,
        prefix: key.slice(0, shownLength),
        hash: hashOf(key),
        created_at: now,
        expires_at: expiresInDays === undefined ? null : new Date(now.getTime() + expiresInDays * day),
        last_used_at: null,
        revoked_at: null,
      });
      await events.securityChanged(tx, { userId, event: 'api_key_created', at: now });
      logger.info({ event: 'api_key_created', user_id: userId, api_key_id: row.id }, 'API key created');
      return { ...toApiKey(row), key };
    },

    async revoke(tx, userId, id) {
      if (!(await revokeApiKey(tx, userId, id, clock.now()))) throw new ApplicationError('not_found');
      database.afterCommit(() => memory.forgetAll());
      logger.info({ event: 'api_key_revoked', user_id: userId, api_key_id: id }, 'API key revoked');
    },

    async authenticate(key) {
      const hash = hashOf(key);
      const known = memory.recall(hash.toString('base64'), clock.now().getTime(), () => {
        // What fails here fails for a caller when the second is over.
        lookUps.add(hash).catch(() => {});
      });
      const owner = known ?? (await lookUps.add(hash));
      return owner === undefined ? null : { userId: owner.user_id, role: owner.role, sessionId: null };
    },
  };
}

/** The key is random enough that neither salt nor slowness would add anything. */
function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    created_at: row.created_at.toISOString(),
    expires_at: row.expires_at?.toISOString() ?? null,
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}
