import ipaddr from 'ipaddr.js';
import type { Dns } from './dns.ts';
import type { SendingHost } from './findings.ts';

/** The addresses that a host sends from. One in a private network sends from an address that is not known here. */
export async function publicAddressesOf({ host, spfInclude }: SendingHost, dns: Dns): Promise<string[]> {
  if (host === null || spfInclude !== null) return [];
  const addresses = ipaddr.isValid(host) ? [host] : await dns.addresses(host);
  return addresses.filter((address) => !privateRanges.has(ipaddr.parse(address).range()));
}

const privateRanges: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
]);
