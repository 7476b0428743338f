import { z } from 'zod';
import {
  type Database,
  lockInstanceValue,
  readInstanceValue,
  setInstanceValue,
  type Tx,
} from '../db/index.ts';
import {
  deriveKey,
  type InstanceSecret,
  type KeptPurpose,
  keptPurposes,
  keysFor,
  type SecretTexts,
} from './keys.ts';
import { createSealing, type Sealing } from './sealing.ts';

/** Since when the secret of now is the one by which things are made. */
export interface SecretUse {
  readonly fingerprint: string;
  readonly since: Date;
}

const useSchema = z.object({ fingerprint: z.string(), since: z.coerce.date() });
const useName = 'secret-use';
const sealedSchema = z.array(z.base64()).catch([]);
/** Of instances that were started with a secret by mistake: their keys stay, so that nothing is lost when it comes back. */
const mostSealed = 8;

/**
 * The secret with the keys that outlast it. They lie in the database, sealed; the first start derives them from the oldest
 * secret that it is given, by which everything there was made. With a secret that opens none of them there are new ones.
 */
export async function openSecret(
  database: Pick<Database, 'transaction'>,
  texts: SecretTexts,
  now: Date,
): Promise<InstanceSecret> {
  const kept = new Map<KeptPurpose, Uint8Array>();
  await database.transaction(async (tx) => {
    for (const purpose of keptPurposes) kept.set(purpose, await openKept(tx, texts, purpose));
    await noteUse(tx, fingerprintOf(texts), now);
  });
  return { ...texts, kept };
}

async function openKept(tx: Tx, texts: SecretTexts, purpose: KeptPurpose): Promise<Uint8Array> {
  const name = `kept-key/${purpose}`;
  const stored = sealedSchema.parse(JSON.parse(await lockInstanceValue(tx, name, '[]')));
  const ring = keysFor({ ...texts, kept: new Map() }, 'kept-keys');
  const [current, all] = [createSealing([ring[0]]), createSealing(ring)];
  const store = (sealed: readonly string[]) => setInstanceValue(tx, name, JSON.stringify(sealed));
  const sealNow = (key: Uint8Array) => Buffer.from(current.seal(key, purpose)).toString('base64');
  for (const one of stored) {
    const key = openText(all, one, purpose);
    if (key === undefined) continue;
    if (openText(current, one, purpose) === undefined)
      await store(stored.map((other) => (other === one ? sealNow(key) : other)));
    return key;
  }
  const key = deriveKey(texts.previous.at(-1) ?? texts.current, purpose);
  await store([sealNow(key), ...stored].slice(0, mostSealed));
  return key;
}

function openText(sealing: Sealing, sealed: string, purpose: KeptPurpose): Uint8Array | undefined {
  return sealing.open(Buffer.from(sealed, 'base64'), purpose);
}

function fingerprintOf({ current }: SecretTexts): string {
  return Buffer.from(deriveKey(current, 'fingerprint').subarray(0, 8)).toString('hex');
}

async function noteUse(tx: Tx, fingerprint: string, now: Date): Promise<void> {
  const fresh = JSON.stringify({ fingerprint, since: now });
  const known = useSchema.parse(JSON.parse(await lockInstanceValue(tx, useName, fresh)));
  if (known.fingerprint !== fingerprint) await setInstanceValue(tx, useName, fresh);
}

/** What a start has noted, or undefined: none has with this secret. */
export async function readSecretUse(tx: Tx, texts: SecretTexts): Promise<SecretUse | undefined> {
  const value = await readInstanceValue(tx, useName);
  const known = value === undefined ? undefined : useSchema.parse(JSON.parse(value));
  return known?.fingerprint === fingerprintOf(texts) ? known : undefined;
}
