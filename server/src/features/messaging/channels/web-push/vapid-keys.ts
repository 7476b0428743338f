import { type CryptoKey, exportJWK, generateKeyPair, importJWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import { createJwkSealing, type InstanceSecret, keysFor } from '../../../../platform/secret/index.ts';
import { insertVapidKey, lockVapidKeys, selectVapidKeys, type VapidKeyRow } from './vapid-keys.store.ts';

/** Signs what push services are told about who sends (RFC 8292). */
export const vapidAlgorithm = 'ES256';

/** Of the keys that seal them. */
export const vapidKeyPurpose = 'web-push-key-encryption';

export interface VapidKey {
  readonly id: string;
  /** The point of P-256 in base64url, as browsers take it for `applicationServerKey`. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

/**
 * The key by which push services know this instance. The first process that needs it makes it and all share it through
 * the database, where the private half is encrypted with a key that is derived from the secret of the instance. It
 * stays for good, since every subscription is bound to it. Where the secret was replaced rather than rotated there is a new one,
 * and browsers subscribe anew when their people open the web app.
 */
export interface VapidKeys {
  /** Not to be called in a transaction, which could still roll back. */
  current(): Promise<VapidKey>;
}

export function createVapidKeys(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly secret: InstanceSecret;
}): VapidKeys {
  const { database, clock, logger } = dependencies;
  const sealing = createJwkSealing(keysFor(dependencies.secret, vapidKeyPurpose));
  let known: Promise<VapidKey> | undefined;

  async function decrypt(row: VapidKeyRow): Promise<VapidKey | undefined> {
    const opened = await sealing.open(row.private_key);
    if (opened === undefined) {
      logger.warn(
        { web_push_key_id: row.id },
        'a key for web push cannot be decrypted, as the secret of the instance has changed; its devices have to subscribe anew',
      );
      return undefined;
    }
    const privateKey = await importJWK(opened, vapidAlgorithm);
    if (privateKey instanceof Uint8Array)
      throw new TypeError('a symmetric key cannot sign for push services');
    return { id: row.id, publicKey: row.public_key, privateKey };
  }

  async function usable(rows: readonly VapidKeyRow[]): Promise<VapidKey | undefined> {
    for (const row of rows) {
      const key = await decrypt(row);
      if (key !== undefined) return key;
    }
    return undefined;
  }

  /** Makes a key, unless another process has just done so. */
  async function make(): Promise<VapidKey> {
    const pair = await generateKeyPair(vapidAlgorithm, { extractable: true });
    const privateKey = await sealing.seal(await exportJWK(pair.privateKey));
    const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url');
    return database.transaction(async (tx) => {
      await lockVapidKeys(tx);
      const other = await usable(await selectVapidKeys(tx));
      if (other !== undefined) return other;
      const id = uuidv7();
      await insertVapidKey(tx, {
        id,
        public_key: publicKey,
        private_key: privateKey,
        created_at: clock.now(),
      });
      logger.info({ web_push_key_id: id }, 'made a key for web push');
      return { id, publicKey, privateKey: pair.privateKey };
    });
  }

  const load = async () => (await usable(await selectVapidKeys(database.query))) ?? (await make());

  return {
    current() {
      known ??= load().catch((error: unknown) => {
        known = undefined;
        throw error;
      });
      return known;
    },
  };
}
