import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendOutcome } from '../channels/index.ts';
import { maximumAttempts } from './backoff.ts';
import { settle } from './settlement.ts';

const goneReason = 'address_rejected';
const now = new Date('2026-09-01T12:00:00Z');
const hour = 3_600_000;
const attemptSchema = fc.record({
  attempts: fc.nat(maximumAttempts + 2),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }).map((value) => () => value),
});
const waitOf = ({ dueAt }: { readonly dueAt: Date }) => dueAt.getTime() - now.getTime();

function settled(outcome: SendOutcome, attempts = 0) {
  return settle(outcome, { attempts, now, random: () => 0.5, goneReason });
}

describe('what follows from an attempt', () => {
  test('a mail that waits for its turn uses up no attempt, however often it waits', () => {
    fc.assert(
      fc.property(attemptSchema, fc.option(fc.nat(48 * hour)), (attempt, retryAfterMs) => {
        const outcome = {
          result: 'throttled',
          detail: 'ten a second',
          ...(retryAfterMs === null ? {} : { retryAfterMs }),
        } as const;
        const settlement = settle(outcome, { ...attempt, now, goneReason });
        expect(settlement).toMatchObject({
          status: 'pending',
          reason: 'throttled',
          attempts: attempt.attempts,
          attempted: false,
        });
        const asked = Math.min(retryAfterMs ?? 0, 24 * hour);
        expect(waitOf(settlement)).toBeGreaterThanOrEqual(asked);
        expect(waitOf(settlement)).toBeLessThanOrEqual(Math.max(asked, 5_000) * 1.2 + 1);
      }),
    );
  });

  test('a provider that asks to be left alone is, for up to a day', () => {
    fc.assert(
      fc.property(
        attemptSchema,
        fc.constantFrom('retry', 'unavailable', 'sender_blocked'),
        fc.nat(48 * hour),
        (attempt, result, retryAfterMs) => {
          const plain = settle({ result, detail: 'no' }, { ...attempt, now, goneReason });
          const asked = settle({ result, detail: 'no', retryAfterMs }, { ...attempt, now, goneReason });
          expect(asked).toMatchObject({
            status: plain.status,
            reason: plain.reason,
            attempts: plain.attempts,
          });
          if (plain.status === 'failed') return;
          expect(waitOf(asked)).toBe(Math.max(waitOf(plain), Math.min(retryAfterMs, 24 * hour)));
        },
      ),
    );
  });

  test.each([
    ['sent', { result: 'sent' }, 'sent', 'sent'],
    ['not taken now', { result: 'retry', detail: '451 4.3.0' }, 'pending', 'retrying'],
    ['an unknown address', { result: 'contact_gone', detail: '550 5.1.1' }, 'failed', 'address_rejected'],
    ['never taken', { result: 'message_rejected', detail: '554 5.6.0' }, 'failed', 'message_rejected'],
    ['our own fault', { result: 'sender_blocked', detail: '550 5.7.1' }, 'pending', 'sender_blocked'],
  ] as const)('%s uses up an attempt', (_name, outcome, status, reason) => {
    expect(settled(outcome)).toMatchObject({ status, reason, attempts: 1 });
  });

  test('an outage uses up none', () => {
    expect(settled({ result: 'unavailable', detail: 'ECONNREFUSED' }, 3)).toMatchObject({
      status: 'pending',
      reason: 'provider_unavailable',
      attempts: 3,
    });
  });

  test('after three days it has failed', () => {
    expect(settled({ result: 'retry', detail: '450' }, maximumAttempts - 1)).toMatchObject({
      status: 'failed',
      reason: 'retries_exhausted',
    });
  });
});
