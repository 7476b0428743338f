import type { PasskeyProof } from '@rolecall/contract/passkeys';
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { client } from '../client.ts';

export const supportsPasskeys = (): boolean => browserSupportsWebAuthn();

/** Has the person use a passkey. @throws {Error} for which `wasStopped` tells whether they did not want to */
export async function provePasskey(): Promise<PasskeyProof> {
  return startAuthentication({ optionsJSON: await client.passkeys.startSignIn() });
}

/** Has the person make a passkey. @throws {Error} as `provePasskey` does */
export async function createPasskey(name: string) {
  const passkey = await startRegistration({ optionsJSON: await client.passkeys.startRegistration() });
  return client.passkeys.register({ body: { name, passkey } });
}

/** Whether the person has cancelled it, or let the time run out; a browser does not tell which. */
export function wasStopped(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return ['NotAllowedError', 'AbortError'].includes(name);
}

/** Whether the device has a passkey of this account already. */
export const isKnownHere = (error: unknown): boolean =>
  error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
