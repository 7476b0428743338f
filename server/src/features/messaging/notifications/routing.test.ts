import { type Kind, kindNames, kinds } from '@rolecall/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain, type RouteFacts, route } from './index.ts';
import { reasons } from './reasons.ts';

const facts = fc.record({
  kind: fc.constantFrom<Kind>(...kindNames),
  channelAvailable: fc.boolean(),
  choice: fc.constantFrom(true, false, undefined),
  email: fc.constantFrom('', 'ada@example.org'),
  emailVerified: fc.boolean(),
  now: fc.date({ noInvalidDate: true }),
});

const toFacts = ({
  kind,
  email,
  emailVerified,
  ...rest
}: typeof facts extends fc.Arbitrary<infer Value> ? Value : never): RouteFacts => ({
  ...rest,
  definition: kinds[kind],
  channel: 'email',
  recipient: { email, emailVerified },
});

test('decides about everything, with a reason that can be explained', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { decision, reason, dueAt } = route(toFacts(given));
      expect(['send', 'hold', 'skip']).toContain(decision);
      expect(reasons).toHaveProperty(reason);
      expect(explain(reason)).toMatch(/\.$/);
      expect(decision === 'skip').toBe(reason !== 'due');
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(given.now.getTime());
    }),
  );
});

test('preferences and an unconfirmed address never stop what is mandatory', () => {
  fc.assert(
    fc.property(facts, (given) => {
      fc.pre(kinds[given.kind].mandatory && given.channelAvailable && given.email !== '');
      expect(route(toFacts(given))).toEqual({ decision: 'send', reason: 'due', dueAt: given.now });
    }),
  );
});

test('what a person has switched off is not sent', () => {
  fc.assert(
    fc.property(facts, (given) => {
      fc.pre(!kinds[given.kind].mandatory);
      expect(route({ ...toFacts(given), choice: false }).decision).toBe('skip');
    }),
  );
});

const usual = { channel: 'email', channelAvailable: true, choice: undefined, now: new Date(0) } as const;
const stranger = { email: 'ada@example.org', emailVerified: false };

test.each<[Kind, string]>([
  ['welcome', 'due'],
  ['email_verification', 'due'],
  ['application_confirmation', 'due'],
  ['job_alert', 'address_unverified'],
])('an address that is not confirmed: %s is %s', (kind, reason) => {
  expect(route({ ...usual, definition: kinds[kind], recipient: stranger }).reason).toBe(reason);
});

test('an unknown code of an older version stands for itself', () => {
  expect(explain('constructor')).toBe('constructor');
});
