import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { newTotpSecret, stepOf, totpUri } from './totp.ts';

const now = new Date('2026-09-01T12:00:10Z');
const step = Math.floor(now.getTime() / 30_000);
const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: at.getTime() / 1000 });
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

it('knows the codes of RFC 6238, appendix B', () => {
  // '12345678901234567890' in Base32; the RFC shows eight digits, of which apps show the last six.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const vectors = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ] as const;
  for (const [seconds, code] of vectors) {
    expect(stepOf({ secret, code, now: new Date(seconds * 1000), lastStep: null })).toBe(
      Math.floor(seconds / 30),
    );
  }
});

it.each([
  ['of now', 0, step],
  ['of the step before', -30, step - 1],
  ['of the next step, from an app whose clock is ahead', 30, step + 1],
  ['of two steps before', -60, undefined],
  ['of two steps ahead', 60, undefined],
])('a code %s', (_which, seconds, expected) => {
  const secret = newTotpSecret();
  expect(stepOf({ secret, code: codeAt(secret, after(seconds)), now, lastStep: null })).toBe(expected);
});

it('no step counts twice, nor one before it', () => {
  const secret = newTotpSecret();
  const current = codeAt(secret, now);
  expect(stepOf({ secret, code: current, now, lastStep: step - 1 })).toBe(step);
  expect(stepOf({ secret, code: current, now, lastStep: step })).toBeUndefined();
  expect(stepOf({ secret, code: codeAt(secret, after(-30)), now, lastStep: step })).toBeUndefined();
  expect(stepOf({ secret, code: codeAt(secret, after(30)), now, lastStep: step })).toBe(step + 1);
});

it('a clock that was set back makes no code count again', () => {
  const secret = newTotpSecret();
  expect(stepOf({ secret, code: codeAt(secret, now), now, lastStep: step + 100 })).toBeUndefined();
});

it('an app is told who issues it, and for whom', () => {
  const uri = new URL(totpUri('GEZDGNBVGY3TQOJQ', 'Rolecall (jobs.example.org)', 'ada@example.org'));
  expect(decodeURIComponent(uri.pathname)).toBe('/Rolecall (jobs.example.org):ada@example.org');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({
    secret: 'GEZDGNBVGY3TQOJQ',
    issuer: 'Rolecall (jobs.example.org)',
  });
});
