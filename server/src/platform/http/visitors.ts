import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of an IPv6 address, the bits that one household has all addresses behind (RFC 6177). */
const householdBits = 64;

/**
 * The address itself, or what stands for it where limits count by address: an IPv4 address as it is, also when it comes as
 * an IPv6 one, and an IPv6 address by its first 64 bits. Null for what is no address.
 */
export function visitorNetwork(address: string): string | null {
  if (isIP(address) === 0) return null;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const bytes = parsed.toByteArray().map((byte, place) => (place < householdBits / 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${householdBits}`;
}

/**
 * The address of a visitor behind trusted proxies, in its usual form: of those that a request names, the farthest that is one.
 * What is none, which anybody can write into a header, counts as whoever passed it on; where that is unknown too, it is empty.
 *
 * @param addresses from the socket's own to the farthest that a trusted proxy has named
 */
export function visitorAddress(addresses: readonly (string | undefined)[]): string {
  for (const named of addresses.toReversed()) {
    const address = named?.replace(port, '$1$2') ?? '';
    if (isIP(address) !== 0) return ipaddr.process(address).toString();
  }
  return '';
}

/** Some proxies name the port, too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const port = /^(?:(\d+\.\d+\.\d+\.\d+)|\[(.*)\])(?::\d+)?$/;
