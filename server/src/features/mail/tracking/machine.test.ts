import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HitFacts, machineReason } from './machine.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const person: HitFacts = {
  type: 'click',
  method: 'GET',
  userAgent: firefox,
  address: '203.0.113.7',
  sinceSentMs: 60_000,
  followedOthers: false,
};

test.each<[string, Partial<HitFacts>, string | null]>([
  ['a person', {}, null],
  ['a person who opens it', { type: 'open' }, null],
  ['a request for the head only', { method: 'HEAD' }, 'method'],
  ['Apple’s mail proxy', { type: 'open', userAgent: 'Mozilla/5.0' }, 'image_proxy'],
  ['Apple’s network', { type: 'open', address: '17.58.1.2' }, 'image_proxy'],
  [
    'Google’s image proxy',
    { type: 'open', userAgent: `${firefox} (via ggpht.com GoogleImageProxy)`, address: '66.249.93.1' },
    'image_proxy',
  ],
  ['a click from an iPhone in Apple’s network', { address: '17.58.1.2' }, null],
  ['a scanner by its name', { userAgent: 'Barracuda Sentinel (EE)' }, 'scanner'],
  ['a scanner by its network', { address: '148.163.130.4' }, 'scanner'],
  ['a scanner by its mapped address', { address: '::ffff:64.235.150.1' }, 'scanner'],
  ['a script', { userAgent: 'python-requests/2.32' }, 'scanner'],
  ['somebody without a name', { userAgent: ' ' }, 'scanner'],
  ['who follows it as it arrives', { sinceSentMs: 900 }, 'at_once'],
  ['who follows several links in a second', { followedOthers: true }, 'burst'],
  ['somebody with an IPv6 address', { address: '2001:db8::1' }, null],
])('%s', (_name, facts, reason) => {
  expect(machineReason({ ...person, ...facts })).toBe(reason);
});

const anything = fc.record<HitFacts>({
  type: fc.constantFrom('open', 'click'),
  method: fc.constantFrom('GET', 'HEAD', 'OPTIONS'),
  userAgent: fc.oneof(fc.string({ maxLength: 300 }), fc.constant(firefox)),
  address: fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()),
  sinceSentMs: fc.integer(),
  followedOthers: fc.boolean(),
});

test('answers whatever comes, and more signs of a program never make it a person', () => {
  fc.assert(
    fc.property(anything, (facts) => {
      const reason = machineReason(facts);
      if (facts.method === 'HEAD') expect(reason).toBe('method');
      if (facts.followedOthers || facts.sinceSentMs < 5_000) expect(reason).not.toBeNull();
      if (reason !== null) {
        expect(machineReason({ ...facts, followedOthers: true })).not.toBeNull();
        expect(machineReason({ ...facts, method: 'HEAD' })).not.toBeNull();
      }
    }),
  );
});
