import ipaddr from 'ipaddr.js';
import type { RequestContext, Viewer } from '../../../platform/http/index.ts';

/** Who does something that is written down. */
export type AuditActor =
  | {
      readonly type: 'person' | 'api_key';
      readonly userId: string;
      /** Where the call came from, if it came by the network. Only its network is kept. */
      readonly address: string | null;
    }
  | { readonly type: 'command_line' | 'system' };

export const system: AuditActor = { type: 'system' };
export const commandLine: AuditActor = { type: 'command_line' };

/** Whoever makes a request. */
export function actorOf(viewer: Viewer, context: Pick<RequestContext, 'clientAddress'>): AuditActor {
  const type = viewer.sessionId === null ? 'api_key' : 'person';
  return { type, userId: viewer.userId, address: context.clientAddress };
}

/** How much of an address is kept: what tells a network, not a household. */
const keptBits = { ipv4: 24, ipv6: 48 } as const;

/** The network of an address, as in `192.0.2.0/24` or `2001:db8:1::/48`; null for what is no address. */
export function networkOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  const kept = keptBits[parsed.kind()];
  const bytes = parsed.toByteArray().map((byte, place) => (place < kept / 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${kept}`;
}
