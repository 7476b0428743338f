import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Only this block holds global unicast addresses of IPv6 (RFC 4291, section 2.4, and IANA's registry). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** NAT64's well-known prefix (RFC 6052): networks without IPv4 reach it through these addresses. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address belongs to the public internet. Private, loopback, link-local, shared (carrier
 * NAT), multicast, documentation, benchmarking and reserved addresses do not, nor does a transition address
 * (6to4, Teredo). An IPv4 address inside an IPv4-mapped or NAT64 address is judged by itself. What is not
 * an address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().range() === 'unicast';
  if (parsed.match(nat64)) {
    const embedded = new ipaddr.IPv4(parsed.toByteArray().slice(-4));
    return embedded.range() === 'unicast';
  }
  return parsed.match(globalUnicast) && parsed.range() === 'unicast';
}
