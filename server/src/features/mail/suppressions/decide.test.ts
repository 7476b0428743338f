import { bounceClasses, mailEventTypes } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AddressEvent,
  bounceMemoryMs,
  cleanStanding,
  decide,
  enoughPoints,
  type Standing,
} from './decide.ts';

const start = new Date('2026-03-02T12:00:00Z');
const day = 86_400_000;
const later = (days: number) => new Date(start.getTime() + days * day);

const unknown = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4'];

const statuses = fc.option(
  fc.oneof(
    fc.constantFrom(...unknown, '5.2.2', '5.3.4', '5.7.1', '4.2.2', '4.7.0', '5.0.0', '5.6.1'),
    fc.tuple(fc.constantFrom(4, 5), fc.nat(999), fc.nat(999)).map((parts) => parts.join('.')),
  ),
);
const events: fc.Arbitrary<AddressEvent> = fc.record({
  type: fc.constantFrom(...mailEventTypes),
  status: statuses,
  bounce: fc.option(fc.constantFrom(...bounceClasses)),
});
const standings: fc.Arbitrary<Standing> = fc.record({
  bouncePoints: fc.nat(enoughPoints),
  lastBounceAt: fc.option(fc.integer({ min: -90, max: 0 }).map(later)),
  pinnedUntil: fc.option(fc.integer({ min: -9, max: 9 }).map(later)),
});

function bounced(status: string | null, bounce: AddressEvent['bounce'] = null): AddressEvent {
  return { type: 'bounced', status, bounce };
}

/** What becomes of an address to which this happens, a day apart. */
function follow(happened: readonly AddressEvent[], pause = 1) {
  let standing = cleanStanding;
  return happened.map((event, place) => {
    const decision = decide(standing, event, later(place * pause));
    standing = decision.standing;
    return decision;
  });
}

describe('what is told of mails', () => {
  test.each(unknown)('%s ends all mail to the address at once', (status) => {
    expect(decide(cleanStanding, bounced(status, 'hard'), start).suppress).toEqual({
      reason: 'hard_bounce',
      scope: 'all',
      expiresAt: null,
    });
  });

  test('counts until four points are full, one for what may pass and two for what is final', () => {
    expect(follow(Array(4).fill(bounced('4.4.1'))).map(({ ground }) => ground)).toEqual([
      'bounced',
      'bounced',
      'bounced',
      'too_many_bounces',
    ]);
    expect(follow(Array(2).fill(bounced('5.5.0')))[1]?.suppress).toMatchObject({ reason: 'soft_bounces' });
    expect(
      follow([bounced('5.2.2'), bounced(null, 'hard'), bounced(null, 'soft')])[2]?.suppress,
    ).not.toBeNull();
  });

  test('counts a mailbox that is only busy once, whatever its status', () => {
    const grounds = follow(Array(4).fill(bounced('5.2.1', 'soft'))).map(({ ground }) => ground);
    expect(grounds).toEqual(['bounced', 'bounced', 'bounced', 'too_many_bounces']);
  });

  test('is forgotten after thirty days without a bounce', () => {
    expect(follow(Array(9).fill(bounced('4.2.2')), 30).at(-1)?.standing.bouncePoints).toBe(1);
    expect(follow(Array(4).fill(bounced('4.2.2')), 29).at(-1)?.suppress).not.toBeNull();
  });

  test('never blames an address for a refusal of the sender or of the mail', () => {
    fc.assert(
      fc.property(
        standings,
        fc.oneof(
          fc.nat(999).map((detail) => bounced(`5.7.${detail}`)),
          fc.constantFrom('5.3.4', '5.1.7', '5.1.8').map((status) => bounced(status)),
          statuses.map((status) => bounced(status, 'blocked')),
          statuses.map((status) => bounced(status, 'content')),
        ),
        (standing, event) => {
          expect(decide(standing, event, start)).toEqual({
            ground: 'not_the_address',
            standing,
            suppress: null,
          });
        },
      ),
    );
  });

  test('leaves what is needed after a complaint, pinned or not', () => {
    fc.assert(
      fc.property(standings, statuses, (standing, status) => {
        const { suppress } = decide(standing, { type: 'complained', status, bounce: null }, start);
        expect(suppress).toEqual({ reason: 'complaint', scope: 'all_but_transactional', expiresAt: null });
      }),
    );
  });

  test('never suppresses for bounces what an operator has pinned, and suppresses nothing without a bounce', () => {
    fc.assert(
      fc.property(standings, events, (standing, event) => {
        const { suppress, ground } = decide(standing, event, start);
        if (event.type === 'complained') return;
        if (event.type !== 'bounced') expect(ground).toBe('no_news');
        const isPinned = standing.pinnedUntil !== null && standing.pinnedUntil > start;
        if (event.type !== 'bounced' || isPinned) expect(suppress).toBeNull();
      }),
    );
  });

  test('keeps the points between none and enough, and suppresses with enough only', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(40)), { maxLength: 30 }), (happened) => {
        let standing = cleanStanding;
        let now = start;
        for (const [event, days] of happened) {
          now = new Date(now.getTime() + days * day);
          const before = standing;
          const decision = decide(standing, event, now);
          standing = decision.standing;
          expect(standing.bouncePoints).toBeGreaterThanOrEqual(0);
          expect(standing.bouncePoints).toBeLessThanOrEqual(enoughPoints);
          if (decision.suppress !== null && decision.suppress.reason !== 'complaint')
            expect(standing.bouncePoints).toBe(enoughPoints);
          if (decision.suppress?.reason === 'soft_bounces')
            expect(decision.suppress.expiresAt).toEqual(new Date(now.getTime() + bounceMemoryMs));
          if (decision.ground === 'no_news' || decision.ground === 'not_the_address')
            expect(standing).toBe(before);
        }
      }),
    );
  });
});
