import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysFor } from '../secret/index.ts';
import { createKeyedHash, createTokenSigner, isSameSecret } from './index.ts';

const keyFor = (purpose: string) => keysFor('a secret that is long enough for everybody', purpose);
const signer = createTokenSigner(keyFor('test'), 512);

test('a token gives back what was signed, whatever it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
      expect(signer.verify(signer.sign(content))).toEqual(Buffer.from(content));
    }),
  );
});

test('a token that was changed anywhere, or made with another key, is not ours', () => {
  const token = signer.sign(Buffer.from('delivery 7'));
  for (const [place, sign] of [...token].entries()) {
    const other = `${token.slice(0, place)}${sign === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`;
    // The last sign may hold bits that stand for nothing.
    if (Buffer.from(other, 'base64url').equals(Buffer.from(token, 'base64url'))) continue;
    expect(signer.verify(other), other).toBeNull();
  }
  expect(createTokenSigner(keyFor('another'), 512).verify(token)).toBeNull();
});

test.each([[''], ['a'], ['%%%'], ['a b'], [`${'A'.repeat(21)}`], ['A'.repeat(513)]])(
  '%j is no token',
  (text) => {
    expect(signer.verify(text)).toBeNull();
  },
);

test('a keyed hash is the beginning of an HMAC, and is known again', () => {
  const key = keyFor('test');
  const whole = createHmac('sha256', key[0]).update('ada@example.org').digest();
  expect(createKeyedHash(key).of('ada@example.org')).toEqual(whole);
  const short = createKeyedHash(key, 12);
  expect(short.of('ada@example.org')).toEqual(whole.subarray(0, 12));
  expect(short.isOf(whole.subarray(0, 12), 'ada@example.org')).toBe(true);
  expect(short.isOf(whole.subarray(0, 12), 'bob@example.org')).toBe(false);
  expect(short.isOf(whole.subarray(0, 11), 'ada@example.org')).toBe(false);
});

test('secrets are compared whole', () => {
  expect(isSameSecret('hunter2', 'hunter2')).toBe(true);
  expect(isSameSecret('hunter', 'hunter2')).toBe(false);
});
