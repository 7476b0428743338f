import { createPublicKey, type KeyObject } from 'node:crypto';

/** What the key record of a selector contains (RFC 6376, 3.6.1). */
export type DkimKeyReading = 'matches' | 'other_key' | 'revoked' | 'unusable';

/** @param privateKey that mails are signed with */
export function readDkimKey(record: string, privateKey: KeyObject): DkimKeyReading {
  const tags = readTags(record);
  const version = tags.get('v');
  if (version !== undefined && version !== 'DKIM1') return 'unusable';
  const key = tags.get('p')?.replaceAll(/\s/g, '');
  if (key === undefined) return 'unusable';
  if (key === '') return 'revoked';
  if ((tags.get('k') ?? 'rsa') !== keyTypeOf(privateKey)) return 'other_key';
  const services = tags.get('s')?.split(':') ?? ['*'];
  if (!services.some((service) => service.trim() === '*' || service.trim() === 'email')) return 'unusable';
  return key === publicKeyOf(privateKey) ? 'matches' : 'other_key';
}

/** The record to publish for a private key. */
export function dkimKeyRecord(privateKey: KeyObject): string {
  return `v=DKIM1; k=${keyTypeOf(privateKey)}; p=${publicKeyOf(privateKey)}`;
}

/** Parses `name=value` pairs of DKIM and DMARC; names become lower case. */
export function readTags(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(';').flatMap((pair): [string, string][] => {
      const equals = pair.indexOf('=');
      const name = pair.slice(0, Math.max(equals, 0)).trim();
      return /^[a-z]\w*$/i.test(name) ? [[name.toLowerCase(), pair.slice(equals + 1).trim()]] : [];
    }),
  );
}

function keyTypeOf(key: KeyObject): 'rsa' | 'ed25519' {
  return key.asymmetricKeyType === 'ed25519' ? 'ed25519' : 'rsa';
}

/** Base64 of the SubjectPublicKeyInfo; for Ed25519 of the bare key (RFC 8463, 4.2). */
function publicKeyOf(privateKey: KeyObject): string {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return (keyTypeOf(privateKey) === 'ed25519' ? der.subarray(-32) : der).toString('base64');
}
