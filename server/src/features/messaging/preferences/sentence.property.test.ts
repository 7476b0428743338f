import {
  type Category,
  type Channel,
  channels,
  deliveryChannels,
  effectOf,
  type Kind,
  kinds,
  type NotificationSettings,
  notificationSettingsSchema,
  traitsOf,
  weekdays,
} from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { testEmailChannel } from '../../../testing/messaging/email-channel.ts';
import { factsOf, isLive, type RouteDecision, route, withhold } from '../routing/index.ts';
import { categoriesOfRole, kindsOfRole } from './roles.ts';
import { toView } from './settings.ts';

const tries = numberOfCases(5_000, 300);
/** A Wednesday noon, outside of all quiet hours here. */
const now = new Date('2026-08-12T12:00:00Z');

const choosable = categoriesOfRole.job_seeker.filter((category) => !traitsOf(category).mandatory);
const switches = fc.record(
  { inbox: fc.boolean(), email: fc.boolean(), web_push: fc.boolean() },
  { requiredKeys: [] },
);
const choice = fc.record({
  channels: switches,
  frequency: fc.constantFrom('immediate', 'hourly', 'daily', 'weekly', 'off'),
  live: fc.boolean(),
});
const decided: fc.Arbitrary<NotificationSettings> = fc
  .record({
    categories: fc.dictionary(fc.constantFrom(...choosable), choice),
    kinds: fc.dictionary(
      fc.constantFrom(...choosable.flatMap((category) => kindsOfRole('job_seeker', category))),
      fc.record({ channels: switches, live: fc.boolean() }),
    ),
    caps: fc.record({ per_day: fc.option(fc.integer({ min: 1, max: 5 })), channels: fc.constant({}) }),
    escalate_after_minutes: fc.option(fc.integer({ min: 1, max: 60 })),
    digest: fc.record({
      at: fc.constant('09:00'),
      weekday: fc.constantFrom(...weekdays),
      window: fc.constantFrom('fixed', 'sliding'),
    }),
  })
  .map((given) => notificationSettingsSchema.parse(given));

const person = {
  user_id: 'somebody',
  email: 'somebody@example.org',
  email_verified: true,
  name: 'Somebody',
  role: 'job_seeker',
  time_zone: 'UTC',
  locale: 'en',
  minimum_match_score: 0,
  is_disabled: false,
} as const;
const everywhere = new Set<Channel>(channels);

/** Something that a job seeker can choose about. */
const messages = fc.constantFrom(
  ...choosable
    .flatMap((category) => kindsOfRole('job_seeker', category))
    .filter((kind) => !kinds[kind].mandatory),
);

function decisionsOf(kind: Kind, settings: NotificationSettings) {
  const definition = kinds[kind];
  const { priority } = definition;
  const message = { kind, priority, payload: {}, isInInbox: false, isOwn: false, writtenAt: now };
  const isInInbox = definition.defaultChannels.includes('inbox') && withhold(kind, settings, false) === null;
  const about = { recipient: person, settings, isMuted: false, isOnline: false };
  const { rules } = testEmailChannel;
  const by = (name: (typeof deliveryChannels)[number]): RouteDecision =>
    route(factsOf({ ...message, isInInbox }, about, { name, rules, contact: 'works' }, { spent: null, now }));
  return { isInInbox, isLive: isLive(kind, settings), by };
}

/** What the sentence of the category says, as facts. */
function told(category: Category, settings: NotificationSettings) {
  const profile = { minimum_match_score: 0, time_zone: 'UTC', locale: 'en' } as const;
  const view = toView('job_seeker', settings, profile, everywhere, now);
  const own = view.categories.find((one) => one.category === category);
  if (own === undefined) throw new Error(`There is no ${category}`);
  return effectOf(own, view);
}

describe('the sentence in the settings', () => {
  test('says by which ways a category comes, and when, as the router decides', () => {
    fc.assert(
      fc.property(decided, messages, (settings, kind) => {
        const { category, defaultChannels, digestible } = kinds[kind];
        const { inbox, travel, hasException, isSilent, leftOut } = told(category, settings);
        const { isInInbox, isLive: pops, by } = decisionsOf(kind, settings);
        const off = (channel: Channel) => settings.kinds[kind]?.channels[channel] === false;
        if (defaultChannels.includes('inbox')) expect(isInInbox).toBe(inbox && !off('inbox'));
        if (isSilent) expect(pops).toBe(false);

        for (const channel of deliveryChannels.filter((one) => defaultChannels.includes(one))) {
          const { decision, reason, ...rest } = by(channel);
          if (off(channel)) {
            expect(reason).toBe('preference_off');
            const isLeftOut = leftOut.some((one) => one.channel === channel);
            if (travel.by !== 'nothing' && travel.channels.includes(channel)) expect(isLeftOut).toBe(true);
            continue;
          }
          const isNamed = travel.by !== 'nothing' && travel.channels.includes(channel);
          switch (travel.by) {
            case 'nothing':
              expect(reason).toBe('preference_off');
              break;
            case 'itself':
              expect(decision).toBe(isNamed ? 'send' : 'skip');
              break;
            case 'escalation':
              if (!isNamed) expect(reason).toBe('preference_off');
              else if (decision === 'send') expect(hasException || !isInInbox).toBe(true);
              else expect(reason).toBe('escalation');
              break;
            case 'digest':
            case 'lost_digest':
              if (decision === 'digest')
                expect(rest).toMatchObject({ frequency: settings.categories[category]?.frequency });
              // What is no part of a digest is named as the exception, or was switched off.
              else if (isNamed) expect(digestible ? 'waits' : hasException).toBe(true);
          }
        }
      }),
      tries,
    );
  }, 120_000);

  test('promises nothing within a day beyond its limit but what cannot wait', () => {
    fc.assert(
      fc.property(decided, messages, fc.integer({ min: 0, max: 9 }), (settings, kind, total) => {
        const { per_day: perDay } = settings.caps;
        const definition = kinds[kind];
        const { rules } = testEmailChannel;
        const decision = route(
          factsOf(
            {
              kind,
              priority: definition.priority,
              payload: {},
              isInInbox: false,
              isOwn: false,
              writtenAt: now,
            },
            { recipient: person, settings, isMuted: false, isOnline: false },
            { name: 'email', rules, contact: 'works' },
            { spent: { total, onChannel: total, countsAlready: false }, now },
          ),
        );
        if (decision.decision !== 'send' || perDay === null || !definition.digestible) return;
        expect(total).toBeLessThan(perDay);
      }),
      tries,
    );
  }, 120_000);
});
