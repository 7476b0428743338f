import { expect, it } from 'vitest';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';

const same = (one: string, other: string) =>
  Buffer.from(hashRecoveryCode('ada', one)).equals(hashRecoveryCode('ada', other));

it('makes ten that differ, of letters and digits that nobody mistakes', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
});

it('knows a code however it is typed', () => {
  for (const typed of [
    'a1b0-c2d3-e4f5-g6h7',
    ' A1B0C2D3 E4F5G6H7 ',
    'AIBO-C2D3-E4F5-G6H7',
    'alBo c2d3e4f5g6h7',
  ]) {
    expect(same(typed, 'A1B0-C2D3-E4F5-G6H7')).toBe(true);
  }
  expect(same('A1B0-C2D3-E4F5-G6H8', 'A1B0-C2D3-E4F5-G6H7')).toBe(false);
});

it('is good for its person alone', () => {
  const code = 'A1B0-C2D3-E4F5-G6H7';
  expect(Buffer.from(hashRecoveryCode('ada', code)).equals(hashRecoveryCode('grace', code))).toBe(false);
});
