import type { CreatedPasskey, PasskeyProof } from '@rolecall/contract/passkeys';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { RelyingParty } from './relying-party.ts';

/** A passkey that a browser has just made. */
export interface CreationToVerify {
  readonly party: RelyingParty;
  readonly challenge: string;
  /** COSE algorithms that it may have. */
  readonly algorithms: readonly number[];
  readonly passkey: CreatedPasskey;
}

export interface VerifiedCreation {
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly synced: boolean;
}

/** What a browser gives to prove that somebody has a passkey. */
export interface UseToVerify {
  readonly party: RelyingParty;
  readonly challenge: string;
  readonly known: { readonly publicKey: Uint8Array<ArrayBuffer>; readonly counter: number };
  readonly proof: PasskeyProof;
}

export interface VerifiedUse {
  readonly counter: number;
  readonly synced: boolean;
}

/** @throws {Error} that says in what it fails to be the passkey that was asked for */
export async function verifyCreation(input: CreationToVerify): Promise<VerifiedCreation> {
  const { party, challenge, algorithms, passkey } = input;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...passkey, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...algorithms],
  });
  if (!verified) throw new Error('the attestation does not hold');
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: credential.publicKey,
    counter: credential.counter,
    synced: credentialBackedUp,
  };
}

/** @throws {Error} that says in what it fails to prove that the passkey was used here and now */
export async function verifyUse({ party, challenge, known, proof }: UseToVerify): Promise<VerifiedUse> {
  const { userHandle, ...response } = proof.response;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      ...proof,
      response: userHandle === undefined ? response : { ...response, userHandle },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: proof.id, publicKey: known.publicKey, counter: known.counter },
  });
  if (!verified) throw new Error('the signature does not hold');
  return { counter: authenticationInfo.newCounter, synced: authenticationInfo.credentialBackedUp };
}
