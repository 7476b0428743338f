import { decodeJwt, generateKeyPair } from 'jose';
import { describe, expect, it, test } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { contactOf, createVapid } from './vapid.ts';

const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const keys = { current: async () => ({ id: 'a', publicKey: 'public', privateKey }) };
const subject = 'mailto:operator@rolecall.example';

describe('what a push service is told of who sends', () => {
  it('names the service and us, and holds for twelve hours', async () => {
    const clock = new FakeClock();
    const authorization = await createVapid(keys, clock, subject).authorizationFor(
      'https://push.example/a/b',
    );
    const [, token = ''] = /^vapid t=(.+), k=public$/.exec(authorization) ?? [];
    expect(decodeJwt(token)).toEqual({
      aud: 'https://push.example',
      sub: subject,
      exp: clock.now().getTime() / 1_000 + 12 * 3_600,
    });
  });

  it('is signed once in six hours for each service', async () => {
    const clock = new FakeClock();
    const vapid = createVapid(keys, clock, subject);
    const first = await vapid.authorizationFor('https://push.example/a');
    clock.advance(6 * 3_600_000 - 1);
    expect(await vapid.authorizationFor('https://push.example/b')).toBe(first);
    expect(await vapid.authorizationFor('https://other.example/a')).not.toBe(first);
    clock.advance(1);
    expect(await vapid.authorizationFor('https://push.example/a')).not.toBe(first);
  });

  it('is kept for 200 services at most', async () => {
    const vapid = createVapid(keys, new FakeClock(), subject);
    const first = await vapid.authorizationFor('https://push.example/');
    for (let service = 0; service < 200; service++) {
      await vapid.authorizationFor(`https://push${service}.example/`);
    }
    expect(await vapid.authorizationFor('https://push.example/')).not.toBe(first);
  });

  it('is not kept when it could not be signed', async () => {
    let failures = 1;
    const flaky = {
      current: async () => {
        if (failures-- > 0) throw new Error('the database is away');
        return keys.current();
      },
    };
    const vapid = createVapid(flaky, new FakeClock(), subject);
    await expect(vapid.authorizationFor('https://push.example/')).rejects.toThrow('away');
    await expect(vapid.authorizationFor('https://push.example/')).resolves.toContain('vapid t=');
  });
});

test.each([
  ['what the operator says', 'mailto:a@b.example', 'https://jobs.example', 'mailto:a@b.example'],
  ['the public URL', undefined, 'https://jobs.example', 'https://jobs.example'],
  ['the sender of mails without TLS', undefined, 'http://jobs.example', 'mailto:mail@jobs.example'],
  ['the sender of mails on localhost', undefined, 'https://localhost:3000', 'mailto:mail@jobs.example'],
])('push services turn to %s', (_what, given, publicUrl, expected) => {
  expect(contactOf({ subject: given, from: 'mail@jobs.example', publicUrl })).toBe(expected);
});
