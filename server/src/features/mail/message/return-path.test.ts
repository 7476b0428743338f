import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { createReturnPaths, findReturnPaths } from './return-path.ts';

const secret = 'a secret of more than thirty-two characters';
const paths = createReturnPaths({ secret, domain: 'Bounces.example.org' });

describe('the address that a bounce comes back to', () => {
  test('names its delivery, in whatever case servers write it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.infiniteStream(fc.boolean()), (deliveryId, upper) => {
        const address = paths.create(deliveryId);
        expect(address).toMatch(/^b\+[\da-f.]+@bounces\.example\.org$/);
        expect(address.indexOf('@')).toBeLessThanOrEqual(64);
        const shouted = Array.from(address, (letter) =>
          upper.next().value === true ? letter.toUpperCase() : letter,
        ).join('');
        expect(paths.verify(shouted)).toBe(deliveryId);
      }),
    );
  });

  test('may carry the tag of a server on the way, or stand in quotes', () => {
    const deliveryId = uuidv7();
    const address = paths.create(deliveryId);
    for (const tag of ['prvs=123456abcd=', 'PRVS=0ABC=', 'msprvs1=17921sD1OGUST=', 'btv1==0123abcd=='])
      expect(paths.verify(`${tag}${address}`)).toBe(deliveryId);
    expect(paths.verify(address.replace(/^(.*)@/, '"$1"@'))).toBe(deliveryId);
    for (const tag of ['prvs==', 'prvs=1=2=', 'x=1=', 'prvs=a@b=', `prvs=${'1'.repeat(65)}=`])
      expect(paths.verify(`${tag}${address}`)).toBeNull();
  });

  test('is found in a text, in whatever form a server returns it', () => {
    const address = paths.create(uuidv7());
    const text = `Sent by <${address}>. Not b+0@bounces.example.org, but ${address.toUpperCase()}.`;
    expect(findReturnPaths(text)).toEqual([address, address.toUpperCase()]);
    expect(findReturnPaths(`${address} `.repeat(1_000)).length).toBeLessThanOrEqual(20);
  });

  test('cannot be made by changing another one', () => {
    const address = paths.create(uuidv7());
    fc.assert(
      fc.property(
        fc.nat(address.length - 1),
        fc.constantFrom(...'0123456789abcdef.@'),
        (position, letter) => {
          fc.pre(address[position] !== letter);
          expect(paths.verify(address.slice(0, position) + letter + address.slice(position + 1))).toBeNull();
        },
      ),
    );
  });

  test.each([
    ['of another instance', createReturnPaths({ secret: `${secret}!`, domain: 'bounces.example.org' })],
    ['of another domain', createReturnPaths({ secret, domain: 'example.org' })],
  ])('is not one %s', (_name, others) => {
    expect(paths.verify(others.create(uuidv7()))).toBeNull();
  });

  test.each(['', 'ada@example.org', 'b+@bounces.example.org', `b+${'0'.repeat(32)}@bounces.example.org`])(
    'is not %j',
    (address) => {
      expect(paths.verify(address)).toBeNull();
    },
  );
});
