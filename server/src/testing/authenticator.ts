import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type {
  CreatedPasskey,
  PasskeyCreationOptions,
  PasskeyProof,
  PasskeyRequestOptions,
} from '@rolecall/contract/passkeys';

/** What a device does that none should do, or what it lacks. */
export interface AuthenticatorFaults {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  /** Signs by the key of another passkey. */
  readonly foreignKey?: boolean;
}

/** A device with passkeys, as WebAuthn describes it: ES256, without attestation. */
export interface Authenticator {
  create(options: PasskeyCreationOptions, faults?: AuthenticatorFaults): CreatedPasskey;
  /** Uses the passkey that was made last. */
  use(options: PasskeyRequestOptions, faults?: AuthenticatorFaults): PasskeyProof;
}

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

const flags = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

/** @param counts whether it counts its uses, which few do */
export function createAuthenticator(
  origin: string,
  { counts = false, synced = false }: { readonly counts?: boolean; readonly synced?: boolean } = {},
): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const credentialId = randomBytes(32);
  let userHandle = base64url('nobody');
  let counter = 0;

  function clientData(type: string, challenge: string, faults: AuthenticatorFaults): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: faults.type ?? type,
        challenge: faults.challenge ?? challenge,
        origin: faults.origin ?? origin,
        crossOrigin: false,
      }),
    );
  }

  /** Of WebAuthn, 6.1. */
  function authenticatorData(rpId: string, faults: AuthenticatorFaults, attested?: Buffer): Buffer {
    if (counts) counter += 1;
    const { userPresent = true, userVerified = true } = faults;
    const head = Buffer.alloc(5);
    head[0] =
      (userPresent ? flags.userPresent : 0) |
      (userVerified ? flags.userVerified : 0) |
      (synced ? flags.backupEligible | flags.backedUp : 0) |
      (attested === undefined ? 0 : flags.attested);
    head.writeUInt32BE(faults.counter ?? counter, 1);
    return Buffer.concat([sha256(faults.rpId ?? rpId), head, attested ?? Buffer.alloc(0)]);
  }

  return {
    create(options, faults = {}) {
      userHandle = options.user.id;
      const idLength = Buffer.alloc(2);
      idLength.writeUInt16BE(credentialId.length);
      const attested = Buffer.concat([
        Buffer.alloc(16),
        idLength,
        credentialId,
        coseKey(publicKey.export({ format: 'jwk' })),
      ]);
      const data = authenticatorData(options.rp.id, faults, attested);
      return {
        id: base64url(credentialId),
        rawId: base64url(credentialId),
        type: 'public-key',
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', options.challenge, faults)),
          attestationObject: base64url(attestationObject(data)),
          transports: ['internal'],
        },
      };
    },

    use(options, faults = {}) {
      const client = clientData('webauthn.get', options.challenge, faults);
      const data = authenticatorData(options.rpId, faults);
      const signature = sign(
        'sha256',
        Buffer.concat([data, sha256(client)]),
        faults.foreignKey ? stranger : privateKey,
      );
      return {
        id: base64url(credentialId),
        rawId: base64url(credentialId),
        type: 'public-key',
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: faults.userHandle ?? userHandle,
        },
      };
    },
  };
}

/** CBOR (RFC 8949): a text or bytes with its length before it. */
function cborString(major: 0x40 | 0x60, bytes: Uint8Array): Buffer {
  const head =
    bytes.length < 24
      ? [major | bytes.length]
      : bytes.length < 256
        ? [major | 24, bytes.length]
        : [major | 25, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** A COSE key (RFC 9053, 7.1): type EC2, ES256, P-256, and the point. */
function coseKey({ x = '', y = '' }: { readonly x?: string; readonly y?: string }): Buffer {
  const point = (text: string) => cborString(0x40, Buffer.from(text, 'base64url'));
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    point(x),
    Buffer.from([0x22]),
    point(y),
  ]);
}

/** `{ fmt: 'none', attStmt: {}, authData }`. */
function attestationObject(data: Buffer): Buffer {
  const key = (name: string) => cborString(0x60, Buffer.from(name));
  return Buffer.concat([
    Buffer.from([0xa3]),
    key('fmt'),
    key('none'),
    key('attStmt'),
    Buffer.from([0xa0]),
    key('authData'),
    cborString(0x40, data),
  ]);
}
