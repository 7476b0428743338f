import { createECDH, randomBytes } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { createTestBrowser } from '../../../../testing/push-service/browser.ts';
import { encryptPush, isPublicKey, largestMessage } from './encryption.ts';

test('the example of RFC 8291 (appendix A) comes out', () => {
  const body = encryptPush(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    {
      salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
      privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
    },
  );
  expect(body.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

describe('a message', () => {
  it('is read by the browser that it is for, and by no other', async () => {
    const [browser, other] = [await createTestBrowser(), await createTestBrowser()];
    const body = encryptPush(Buffer.from('Grüße'), browser.keys);
    expect(new TextDecoder().decode(await browser.decrypt(body))).toBe('Grüße');
    await expect(other.decrypt(body)).rejects.toThrow();
  });

  it('is never encrypted twice in the same way', async () => {
    const { keys } = await createTestBrowser();
    const [first, second] = [encryptPush(Buffer.from('a'), keys), encryptPush(Buffer.from('a'), keys)];
    expect(first.equals(second)).toBe(false);
  });

  it('of the greatest length fits into 4,096 bytes, and a longer one is refused', async () => {
    const browser = await createTestBrowser();
    const message = randomBytes(largestMessage);
    const body = encryptPush(message, browser.keys);
    expect(body).toHaveLength(4_096);
    expect(message.equals(await browser.decrypt(body))).toBe(true);
    expect(() => encryptPush(Buffer.alloc(largestMessage + 1), browser.keys)).toThrow(RangeError);
  });
});

describe('a public key', () => {
  const point = createECDH('prime256v1').generateKeys();

  it('is a point of the curve', () => {
    expect(isPublicKey(point.toString('base64url'))).toBe(true);
  });

  it.each([
    ['is not on the curve', Buffer.concat([point.subarray(0, 64), Buffer.from([(point[64] ?? 0) ^ 1])])],
    ['is compressed', Buffer.concat([Buffer.from([2]), point.subarray(1, 33)])],
    ['is nothing but zeros', Buffer.alloc(65)],
    ['is empty', Buffer.alloc(0)],
  ])('%s and refused', (_what, bytes) => {
    expect(isPublicKey(bytes.toString('base64url'))).toBe(false);
  });
});
