import type { PasskeyCreationOptions, PasskeyRequestOptions } from '@rolecall/contract/passkeys';
import type { RelyingParty } from './relying-party.ts';

/** How long a browser waits for the person, in milliseconds. */
const timeout = 5 * 60_000;
/** COSE algorithms (RFC 9053, RFC 8812) in the order of preference: EdDSA, ES256, RS256. */
export const algorithms = [-8, -7, -257];

/** Options for a passkey that names its owner and verifies the person each time: only such a one can be both factors. */
export function creationOptions(
  party: RelyingParty,
  challenge: string,
  person: { readonly id: string; readonly email: string; readonly name: string },
  known: readonly Uint8Array[],
): PasskeyCreationOptions {
  return {
    rp: { id: party.id, name: 'Rolecall' },
    user: { id: userHandleOf(person.id), name: person.email, displayName: person.name },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout,
    excludeCredentials: known.map((id) => ({
      type: 'public-key',
      id: Buffer.from(id).toString('base64url'),
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  };
}

export const requestOptions = (party: RelyingParty, challenge: string): PasskeyRequestOptions => ({
  rpId: party.id,
  challenge,
  timeout,
  userVerification: 'required',
});

/** How devices know an account: its id, which says nothing about the person. */
export const userHandleOf = (userId: string): string => Buffer.from(userId).toString('base64url');
