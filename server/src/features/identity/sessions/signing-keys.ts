import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { DerivedSecrets } from './secrets.ts';
import {
  insertSigningKey,
  lockSigningKeys,
  type SigningKeyRow,
  selectSigningKeys,
} from './signing-keys.store.ts';

export const signatureAlgorithm = 'EdDSA';

export interface SigningKey {
  /** `kid` of the tokens that it signs. */
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: JWK;
  /** After this moment it signs no more; what it has signed is verified until it runs out. */
  readonly retiresAt: Date;
}

/**
 * The keys that sign access tokens. All processes share them through the database; each keeps them in memory, so that
 * verifying a token asks nobody. A key signs for 30 days; the first process that needs a key after that makes the
 * next one, and the old one goes on verifying until a sweep removes it. A process meets a key that another has made
 * by its unknown id.
 */
export interface SigningKeys {
  /** The key to sign with, made when there is none. Not to be called in a transaction, which could still roll back. */
  current(): Promise<SigningKey>;
  find(id: string): Promise<SigningKey | undefined>;
  /** The public keys as a JSON Web Key Set (RFC 7517). */
  keySet(): Promise<{ keys: JWK[] }>;
}

const day = 86_400_000;
const signsFor = 30 * day;
/** How long removed keys may live on in memory, in milliseconds. */
const maximumCacheAge = 60_000;
/** Tokens with made-up key ids must not become queries; one in this time, in milliseconds, is enough. */
const unknownKeyPause = 1_000;

interface Cache {
  /** How many reads began before this one. */
  readonly order: number;
  readonly readAt: number;
  /** The newest first. */
  readonly keys: readonly SigningKey[];
}

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly secrets: DerivedSecrets;
}

export function createSigningKeys({ database, clock, logger, secrets }: Dependencies): SigningKeys {
  let reads = 0;
  let cache: Cache = { order: 0, readAt: Number.NEGATIVE_INFINITY, keys: [] };
  let reading: Promise<Cache> | undefined;
  /** Told once each; the sweep removes them in the end. */
  const undecryptable = new Set<string>();

  const decrypt = async (row: SigningKeyRow): Promise<SigningKey[]> => {
    const opened = await secrets.keySealing.open(row.private_key);
    if (opened === undefined) {
      // The secret of the instance was replaced, which is meant to sign everybody out: the key counts for nothing.
      if (!undecryptable.has(row.id)) {
        logger.warn({ signing_key_id: row.id }, 'a signing key cannot be decrypted');
      }
      undecryptable.add(row.id);
      return [];
    }
    const [privateKey, publicKey] = [await importKey(opened), await importKey(row.public_key)];
    const publicJwk = { ...row.public_key, kid: row.id, alg: signatureAlgorithm, use: 'sig' };
    return [{ id: row.id, privateKey, publicKey, publicJwk, retiresAt: row.retires_at }];
  };

  const decryptAll = async (rows: readonly SigningKeyRow[]) => (await Promise.all(rows.map(decrypt))).flat();

  const read = async (): Promise<Cache> => {
    reads += 1;
    const [order, readAt] = [reads, clock.now().getTime()];
    return { order, readAt, keys: await decryptAll(await selectSigningKeys(database.query)) };
  };

  /** Reads may end in another order than they began; the latest one counts. */
  const remember = (fresh: Cache): readonly SigningKey[] => {
    if (fresh.order > cache.order) cache = fresh;
    return fresh.keys;
  };

  /** The keys as they were at most so many milliseconds ago. */
  const keysWithin = async (age: number): Promise<readonly SigningKey[]> => {
    // A clock that was set back must not keep the keys for ever, so a read in the future is an old one too.
    if (Math.abs(clock.now().getTime() - cache.readAt) <= age) return cache.keys;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return remember(await reading);
  };

  const signing = (keys: readonly SigningKey[]) => keys.find((key) => key.retiresAt > clock.now());

  /** Makes a key, unless another process has just done so. */
  const add = async (): Promise<SigningKey> => {
    const pair = await generateKeyPair(signatureAlgorithm, { extractable: true });
    const publicKey = await exportJWK(pair.publicKey);
    const privateKey = await secrets.keySealing.seal(await exportJWK(pair.privateKey));
    await database.transaction(async (tx) => {
      await lockSigningKeys(tx);
      if (signing(await decryptAll(await selectSigningKeys(tx))) !== undefined) return;
      const createdAt = clock.now();
      const retiresAt = new Date(createdAt.getTime() + signsFor);
      const id = uuidv7();
      await insertSigningKey(tx, {
        id,
        public_key: { ...publicKey },
        private_key: privateKey,
        created_at: createdAt,
        retires_at: retiresAt,
      });
      logger.info({ signing_key_id: id, retires_at: retiresAt }, 'made a signing key');
    });
    const added = signing(remember(await read()));
    if (added === undefined) throw new Error('a signing key was made and is not there');
    return added;
  };

  const current = async (): Promise<SigningKey> =>
    signing(await keysWithin(maximumCacheAge)) ?? (await add());

  return {
    current,

    async find(id) {
      const withId = (keys: readonly SigningKey[]) => keys.find((key) => key.id === id);
      return withId(await keysWithin(maximumCacheAge)) ?? withId(await keysWithin(unknownKeyPause));
    },

    async keySet() {
      await current();
      const keys = await keysWithin(maximumCacheAge);
      return { keys: keys.map((key) => key.publicJwk) };
    },
  };
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, signatureAlgorithm);
  if (key instanceof Uint8Array) throw new TypeError('a symmetric key cannot sign access tokens');
  return key;
}
