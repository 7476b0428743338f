import { isIP } from 'node:net';

/** For whom browsers make passkeys (WebAuthn calls it the relying party). */
export interface RelyingParty {
  /** The host name that passkeys are bound to. */
  readonly id: string;
  /** Where alone they may be used. */
  readonly origin: string;
}

/** Null: browsers make no passkeys for this address, which is no domain or has no TLS. */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (protocol !== 'https:' && !isLocal) return null;
  if (isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0) return null;
  return { id: hostname, origin };
}
