import { expect, it } from 'vitest';
import { visitorAddress, visitorNetwork } from './index.ts';

it('a visitor is where the farthest address is that a trusted proxy has named', () => {
  expect(visitorAddress(['10.0.0.1', '10.0.0.2', '203.0.113.7'])).toBe('203.0.113.7');
  expect(visitorAddress(['192.0.2.1'])).toBe('192.0.2.1');
});

it('what is no address counts as whoever has passed it on', () => {
  for (const junk of ['unknown', '_hidden', '', '1.2.3', "' or 1=1", 'x'.repeat(5_000), '203.0.113.7, 1']) {
    expect(visitorAddress(['10.0.0.1', junk])).toBe('10.0.0.1');
  }
  expect(visitorAddress([undefined, 'junk'])).toBe('');
});

it('an address is taken in any form, also with a port', () => {
  expect(visitorAddress(['::1', '203.0.113.7:4711'])).toBe('203.0.113.7');
  expect(visitorAddress(['::1', '[2001:DB8::7]:4711'])).toBe('2001:db8::7');
  expect(visitorAddress(['::1', '[2001:db8::7]'])).toBe('2001:db8::7');
  expect(visitorAddress(['::ffff:203.0.113.7'])).toBe('203.0.113.7');
});

it('a network is an IPv4 address or half of an IPv6 one', () => {
  expect(visitorNetwork('203.0.113.7')).toBe('203.0.113.7');
  expect(visitorNetwork('::ffff:cb00:7107')).toBe('203.0.113.7');
  expect(visitorNetwork('2001:db8:1:2:3:4:5:6')).toBe(visitorNetwork('2001:0DB8:1:2::'));
  expect(visitorNetwork('2001:db8:1:3::')).not.toBe(visitorNetwork('2001:db8:1:2::'));
  expect(visitorNetwork('unknown')).toBeNull();
});
