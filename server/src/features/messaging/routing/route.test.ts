import { type Kind, kindNames, kinds, notificationSettingsSchema, priorityOf } from '@rolecall/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RouteFacts, reasons, route } from './index.ts';

const settings = notificationSettingsSchema.parse({});

const facts = fc
  .record({
    kind: fc.constantFrom<Kind>(...kindNames),
    channelAvailable: fc.boolean(),
    email: fc.constantFrom('', 'ada@example.org'),
    emailVerified: fc.boolean(),
    muted: fc.boolean(),
    now: fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') }),
  })
  .map(
    ({ kind, email, emailVerified, ...rest }): RouteFacts => ({
      ...rest,
      definition: kinds[kind],
      priority: priorityOf(kind, {}),
      channel: 'email',
      settings,
      recipient: { email, emailVerified, timeZone: 'Europe/Berlin' },
      score: null,
      wait: null,
      spent: null,
    }),
  );

test('decides about everything, with a reason that can be explained', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { reason, dueAt } = route(given);
      expect(reasons).toHaveProperty(reason);
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(given.now.getTime());
    }),
  );
});

test('what is mandatory goes out whatever a person has chosen', () => {
  fc.assert(
    fc.property(facts, (given) => {
      fc.pre(given.definition.mandatory && given.channelAvailable && given.recipient.email !== '');
      expect(route(given)).toEqual({ decision: 'send', reason: 'due', dueAt: given.now });
    }),
  );
});
