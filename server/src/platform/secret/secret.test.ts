import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { instanceSecret } from './index.ts';

const dataDirectory = path.join(mkdtempSync(path.join(tmpdir(), 'rolecall-secret-')), 'data');
afterEach(() => rmSync(dataDirectory, { recursive: true, force: true }));

test('a configured secret wins and nothing is written', () => {
  const secret = 'a secret of more than thirty-two characters';
  expect(instanceSecret({ secret, dataDirectory })).toBe(secret);
  expect(() => statSync(dataDirectory)).toThrow('ENOENT');
});

test('a secret is made once, kept, and readable by its owner only', () => {
  const first = instanceSecret({ secret: undefined, dataDirectory });
  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(instanceSecret({ secret: undefined, dataDirectory })).toBe(first);
  expect(readdirSync(dataDirectory)).toEqual(['secret']);
  expect(statSync(path.join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600);
});
