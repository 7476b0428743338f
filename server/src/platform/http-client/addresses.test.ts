import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './index.ts';

const refusedRanges = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '::1/128',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/3',
  '5f00::/16',
  '64:ff9b:1::/48',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** An arbitrary address of the range: its first bits are the range's, the others random. */
function addressIn(range: string): fc.Arbitrary<string> {
  const [network, prefix] = ipaddr.parseCIDR(range);
  const bytes = network.toByteArray();
  return fc.uint8Array({ minLength: bytes.length, maxLength: bytes.length }).map((random) => {
    const mixed = bytes.map((fixed, index) => {
      const fixedBits = Math.min(8, Math.max(0, prefix - index * 8));
      const mask = (0xff << (8 - fixedBits)) & 0xff;
      return (fixed & mask) | ((random[index] ?? 0) & ~mask & 0xff);
    });
    return ipaddr.fromByteArray(mixed).toString();
  });
}

const privateIpv4 = fc.oneof(...refusedRanges.filter((range) => range.includes('.')).map(addressIn));

describe('no address is public', () => {
  it.each(refusedRanges)('in %s', (range) => {
    fc.assert(fc.property(addressIn(range), (address) => !isPublicAddress(address)));
  });

  it('that carries a private IPv4 address, mapped or by NAT64 or by 6to4', () => {
    fc.assert(
      fc.property(privateIpv4, (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(address).toByteArray();
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        return (
          !isPublicAddress(`::ffff:${address}`) &&
          !isPublicAddress(`::ffff:${hex}`) &&
          !isPublicAddress(`64:ff9b::${hex}`) &&
          !isPublicAddress(`2002:${hex}::1`)
        );
      }),
    );
  });

  it.each(['', 'localhost', '1.2.3', '300.1.1.1', '::g'])('when it is none: "%s"', (text) => {
    expect(isPublicAddress(text)).toBe(false);
  });
});

it.each([
  '1.1.1.1',
  '93.184.216.34',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::1',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
