import { type Kind, kindNames, kinds, priorities } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { testEmailChannel } from '../../../testing/messaging/email-channel.ts';
import { compareWorth, type RouteDecision, route } from '../routing/index.ts';
import { applyCaps, type Due, type Spent } from './budget.ts';

const tries = numberOfCases(10_000, 300);
const now = new Date('2026-08-12T10:00:00Z');

interface Item extends Due {
  readonly priority: (typeof priorities)[number];
}

const item = (id: number): fc.Arbitrary<Item> =>
  fc
    .record({
      kind: fc.constantFrom<Kind>(...kindNames, 'job_alert', 'skill_match', 'salary_alert'),
      priority: fc.constantFrom(...priorities),
      score: fc.option(fc.integer({ min: 0, max: 100 })),
      deadline: fc.option(fc.integer({ min: 1, max: 9 })),
      age: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ kind, priority, score, deadline, age }) => ({
      id: String(id).padStart(3, '0'),
      notification_id: `notification ${id}`,
      kind,
      priority,
      rank: 3 - priorities.indexOf(priority),
      payload: { score, deadline_at: deadline === null ? null : `2026-09-0${deadline}T00:00:00Z` },
      created_at: new Date(now.getTime() - age * 1_000),
    }));

const cap = fc.option(fc.integer({ min: 1, max: 8 }));
const cases = fc.record({
  items: fc
    .integer({ min: 0, max: 14 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, id) => item(id)))),
  perDay: cap,
  byMail: cap,
  before: fc.integer({ min: 0, max: 9 }),
});

interface Given {
  readonly items: readonly Item[];
  readonly perDay: number | null;
  readonly byMail: number | null;
  readonly before: number;
}

/** Decides by the real router for somebody who has chosen nothing but caps. */
function decideFor({ items, perDay, byMail, before }: Given): Map<Item, RouteDecision> {
  const reached = new Set(Array.from({ length: before }, (_, number) => `before ${number}`));
  const spent: Spent = { reached, onChannel: before };
  return applyCaps(items, spent, ({ kind, priority }, known) =>
    route({
      definition: kinds[kind],
      priority,
      channel: 'email',
      rules: testEmailChannel.rules,
      contact: 'works',
      ownChoice: undefined,
      isDisabled: false,
      settings: {
        categories: { [kinds[kind].category]: { frequency: 'immediate', channels: { email: true } } },
        quiet_hours: null,
        caps: { per_day: perDay, channels: { email: byMail } },
        snoozed_until: null,
      },
      timeZone: 'UTC',
      isMuted: false,
      isOwn: false,
      score: null,
      wait: null,
      spent: known,
      now,
    }),
  );
}

const capOf = ({ perDay, byMail }: Given) =>
  Math.min(perDay ?? Number.POSITIVE_INFINITY, byMail ?? Number.POSITIVE_INFINITY);
const mayWait = ({ kind, priority }: Item) =>
  kinds[kind].digestible && !kinds[kind].mandatory && priority !== 'urgent';
const sent = (decisions: ReadonlyMap<Item, RouteDecision>) =>
  [...decisions].flatMap(([one, { decision }]) => (decision === 'send' ? [one] : []));
const folded = (decisions: ReadonlyMap<Item, RouteDecision>) =>
  [...decisions].flatMap(([one, { decision }]) => (decision === 'digest' ? [one] : []));

describe('the attention of a day', () => {
  test('decides about each exactly once: it is sent, or in a digest because of the cap', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const decisions = decideFor(given);
        expect(new Set(decisions.keys())).toEqual(new Set(given.items));
        expect(sent(decisions).length + folded(decisions).length).toBe(given.items.length);
        for (const one of folded(decisions))
          expect(decisions.get(one)).toMatchObject({ reason: 'over_cap', frequency: 'daily' });
      }),
      tries,
    );
  });

  test('is never exceeded but by what may not wait, and is used up', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const decisions = decideFor(given);
        const out = sent(decisions);
        const counted = out.filter(({ kind }) => !kinds[kind].mandatory);
        const urgentOnes = counted.filter((one) => !mayWait(one));
        const free = Math.max(0, capOf(given) - given.before - urgentOnes.length);
        expect(counted.length - urgentOnes.length).toBe(Math.min(free, given.items.filter(mayWait).length));
        expect(out).toEqual(expect.arrayContaining(given.items.filter((one) => !mayWait(one))));
      }),
      tries,
    );
  });

  test('goes to the best', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const decisions = decideFor(given);
        for (const one of sent(decisions).filter(mayWait)) {
          for (const other of folded(decisions)) expect(isWorse(other, one)).toBe(true);
        }
      }),
      tries,
    );
  });

  test('does not depend on the order in which they are looked at', () => {
    fc.assert(
      fc.property(
        cases.chain((given) =>
          fc.record({
            given: fc.constant(given),
            shuffled: fc.shuffledSubarray([...given.items], { minLength: given.items.length }),
          }),
        ),
        ({ given, shuffled }) => {
          const decisions = decideFor(given);
          for (const [one, decision] of decideFor({ ...given, items: shuffled })) {
            expect(decisions.get(one)).toEqual(decision);
          }
        },
      ),
      tries,
    );
  });

  test('ranks anything, and the same one way round as the other', () => {
    fc.assert(
      fc.property(item(1), item(2), item(3), (a, b, c) => {
        expect(Math.sign(compareWorth(a, b))).toBe(-Math.sign(compareWorth(b, a)));
        const sorted = [a, b, c].toSorted(compareWorth);
        expect([c, a, b].toSorted(compareWorth)).toEqual(sorted);
      }),
      tries,
    );
  });
});

/** By priority, then score, then deadline, then age, as the documentation says. */
function isWorse(a: Item, b: Item): boolean {
  const key = ({ rank, payload, created_at, id }: Item) => [
    String(rank),
    String(1_000 - (typeof payload['score'] === 'number' ? payload['score'] : -1)).padStart(5, '0'),
    typeof payload['deadline_at'] === 'string' ? payload['deadline_at'] : '9999',
    created_at.toISOString(),
    id,
  ];
  return key(a).join(' ') > key(b).join(' ');
}
