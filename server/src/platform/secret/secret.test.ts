import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createSealing, instanceSecret, keysFor } from './index.ts';

const dataDirectory = path.join(mkdtempSync(path.join(tmpdir(), 'rolecall-secret-')), 'data');
afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

test('a configured secret wins and nothing is written', () => {
  const secret = 'a secret of more than thirty-two characters';
  const previousSecrets = [`old ${secret}`, secret];
  expect(instanceSecret({ secret, previousSecrets, dataDirectory })).toEqual({
    current: secret,
    previous: [`old ${secret}`],
  });
  expect(() => statSync(dataDirectory)).toThrow('ENOENT');
});

test('a secret is made once, kept, and readable by its owner only', () => {
  const first = instanceSecret({ secret: undefined, previousSecrets: [], dataDirectory });
  expect(first.current.length).toBeGreaterThanOrEqual(32);
  expect(instanceSecret({ secret: undefined, previousSecrets: [], dataDirectory })).toEqual(first);
  expect(readdirSync(dataDirectory)).toEqual(['secret']);
  expect(statSync(path.join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600);
});

test('what was sealed opens for its owner alone, with the same key, and unchanged', () => {
  const key = keysFor('a secret of more than thirty-two characters', 'test');
  const sealing = createSealing(key);
  const sealed = sealing.seal(Buffer.from('JBSWY3DPEHPK3PXP'), 'ada');
  expect(Buffer.from(sealed).includes('JBSWY3DPEHPK3PXP')).toBe(false);
  expect(sealing.open(sealed, 'ada')).toEqual(Buffer.from('JBSWY3DPEHPK3PXP'));
  expect(sealing.open(sealed, 'grace')).toBeUndefined();
  const other = keysFor('a secret of more than thirty-two characters', 'other');
  expect(createSealing(other).open(sealed, 'ada')).toBeUndefined();
  for (const [place, byte] of sealed.entries()) {
    expect(sealing.open(Buffer.from(sealed).fill(byte ^ 1, place, place + 1), 'ada')).toBeUndefined();
  }
  expect(sealing.open(sealed.subarray(0, 20), 'ada')).toBeUndefined();
});
