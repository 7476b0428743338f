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
  onlineDelayMs: fc.constantFrom(0, 1, 120_000, 3_600_000),
  now: fc.date({ noInvalidDate: true, max: new Date('9999-12-31') }),
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
      expect({ due: 'send', online: 'hold' }[String(reason)] ?? 'skip').toBe(decision);
      expect(dueAt.getTime() - given.now.getTime()).toBe(decision === 'hold' ? given.onlineDelayMs : 0);
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

test('what is held goes out in the end, when it is looked at again in its time', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const first = route(toFacts(given));
      const again = route({ ...toFacts(given), onlineDelayMs: 0, now: first.dueAt });
      expect(again.decision).toBe(first.decision === 'skip' ? 'skip' : 'send');
    }),
  );
});

test('only what can be read in the inbox, and is not urgent, waits for a person who is online', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const definition = kinds[given.kind];
      const { decision } = route(toFacts(given));
      fc.pre(decision !== 'skip');
      const maySave = definition.defaultChannels.some((channel) => channel === 'inbox');
      const urgent = definition.mandatory || (definition.priority === 'high' && !definition.digestible);
      expect(decision).toBe(given.onlineDelayMs > 0 && maySave && !urgent ? 'hold' : 'send');
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

const usual = {
  channel: 'email',
  channelAvailable: true,
  choice: undefined,
  onlineDelayMs: 0,
  now: new Date(0),
} as const;
const stranger = { email: 'ada@example.org', emailVerified: false };

test.each<[Kind, string]>([
  ['welcome', 'due'],
  ['email_verification', 'due'],
  ['application_confirmation', 'due'],
  ['job_alert', 'address_unverified'],
])('an address that is not confirmed: %s is %s', (kind, reason) => {
  expect(route({ ...usual, definition: kinds[kind], recipient: stranger }).reason).toBe(reason);
});

test.each<[Kind, string]>([
  ['welcome', 'hold'],
  ['job_alert', 'hold'],
  ['application_confirmation', 'hold'],
  ['application_received', 'hold'],
  ['application_status_changed', 'send'],
  ['password_reset', 'send'],
])('a person who is online: %s is to %s', (kind, decision) => {
  const recipient = { email: 'ada@example.org', emailVerified: true };
  expect(route({ ...usual, definition: kinds[kind], recipient, onlineDelayMs: 1 }).decision).toBe(decision);
});

test('an unknown code of an older version stands for itself', () => {
  expect(explain('constructor')).toBe('constructor');
});
