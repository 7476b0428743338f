import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channelWords } from '../../../channel-words.ts';
import { categories, locales } from '../../../constants.ts';
import { type channels, deliveryChannels, isSetUpByPerson } from '../../../core/channels.ts';
import { traitsOf } from '../../../kinds/traits.ts';
import { digestFrequencies } from '../../digests/values.ts';
import { frequencies, weekdays } from '../settings.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { type CategoryChoice, type SummarizedPreferences, withSummaries } from './index.ts';
import { spanish } from './spanish.ts';
import { clockTime, weekdayName } from './times.ts';

const languages = { en: english, de: german, fr: french, es: spanish };
const inboxWords = { en: 'inbox', de: 'Posteingang', fr: 'boîte de réception', es: 'bandeja de entrada' };
const now = new Date('2026-11-24T12:00:00Z');

const choiceOf = (
  category: CategoryChoice['category'],
  overrides: {
    frequency?: CategoryChoice['frequency'];
    inbox?: boolean;
    email?: boolean;
    web_push?: boolean;
  } = {},
): CategoryChoice => {
  const { mandatory, channels: own } = traitsOf(category);
  return {
    category,
    frequency: mandatory ? 'immediate' : (overrides.frequency ?? 'immediate'),
    frequencies: [...frequencies],
    mandatory,
    channels: own.map((channel) => ({
      channel,
      enabled: overrides[channel] ?? !isSetUpByPerson(channel),
      mandatory,
    })),
    live: own.includes('inbox') ? true : null,
    kinds: [],
  };
};

const plain: SummarizedPreferences = {
  categories: categories.map((category) => choiceOf(category)),
  quiet_hours: null,
  caps: { per_day: null, channels: {} },
  digest: { at: '09:00', weekday: 'monday', window: 'fixed' },
  snoozed_until: null,
  escalate_after_minutes: null,
  email_tracking: false,
  time_zone: 'Europe/Berlin',
  locale: 'en',
};

const withChoice = (choice: CategoryChoice, others: Partial<SummarizedPreferences> = {}) => ({
  ...plain,
  ...others,
  categories: [...plain.categories.filter(({ category }) => category !== choice.category), choice],
});

function sentence(
  category: CategoryChoice['category'],
  overrides: Parameters<typeof choiceOf>[1],
  others: Partial<SummarizedPreferences> = {},
): string | undefined {
  const { categories: told } = withSummaries(withChoice(choiceOf(category, overrides), others), now);
  return told.find((one) => one.category === category)?.summary;
}

describe('the sentence of a category', () => {
  test.each([
    ['jobs', {}, {}, 'You get job alerts at once, in the inbox and by mail.'],
    ['jobs', { email: false }, {}, 'You get job alerts in the inbox only.'],
    ['jobs', { web_push: true }, {}, 'You get job alerts at once, in the inbox and by mail and by push.'],
    ['jobs', { email: false, web_push: true }, {}, 'You get job alerts at once, in the inbox and by push.'],
    ['jobs', { frequency: 'off' }, {}, 'You get job alerts in the inbox only.'],
    ['jobs', { inbox: false, email: false }, {}, 'You get no job alerts.'],
    ['jobs', { inbox: false }, {}, 'You get job alerts at once by mail, not in the inbox.'],
    [
      'jobs',
      { frequency: 'daily' },
      {},
      'You get job alerts at once in the inbox, and by mail every day at 09:00; reminders of deadlines do not wait for that.',
    ],
    [
      'career',
      { frequency: 'weekly' },
      { digest: { at: '18:30', weekday: 'friday', window: 'fixed' } },
      'You get career tips at once in the inbox, and by mail every Friday at 18:30.',
    ],
    [
      'career',
      { frequency: 'daily', inbox: false },
      { digest: { at: '18:30', weekday: 'friday', window: 'sliding' } },
      'You get career tips by mail a day after the first one, not in the inbox.',
    ],
    [
      'applications',
      {},
      { escalate_after_minutes: 30 },
      'You get news of your applications at once in the inbox, and by mail if you have not read them there after 30 minutes; interviews, offers and open questions come by mail at once.',
    ],
    [
      'career',
      { inbox: false },
      { escalate_after_minutes: 30 },
      'You get career tips at once by mail, not in the inbox.',
    ],
    ['security', {}, {}, 'You always get security notices at once, in the inbox and by mail.'],
    ['digests', {}, {}, 'You get digests by mail, with what is to come every hour, every day or every week.'],
    ['digests', { email: false }, {}, 'You get no digests; what would wait for one does not come that way.'],
  ] as const)('%s %o %o', (category, overrides, others, expected) => {
    expect(sentence(category, overrides, others)).toBe(expected);
  });

  test('does not promise a digest where digests are switched off', () => {
    const off = choiceOf('digests', { email: false });
    const daily = choiceOf('jobs', { frequency: 'daily' });
    const { categories: told } = withSummaries({ ...plain, categories: [off, daily] }, now);
    expect(told[1]?.summary).toBe(
      'You get job alerts in the inbox only, because digests are switched off; reminders of deadlines still come by mail.',
    );
  });

  test('has words for exactly the categories of which something does not wait', () => {
    for (const { exceptions } of Object.values(languages)) {
      const wanted = categories.filter((category) => {
        const { digestible, hasUndigestible } = traitsOf(category);
        return digestible && hasUndigestible;
      });
      expect(Object.keys(exceptions).toSorted()).toEqual(wanted.toSorted());
      const pressing = categories.filter((category) => traitsOf(category).hasPressing);
      const withWords = wanted.filter((category) => exceptions[category]?.pressing !== undefined);
      // Digests are not in the inbox, so nobody waits for them to be read there.
      expect(pressing.filter((category) => category !== 'digests').toSorted()).toEqual(withWords.toSorted());
    }
  });
});

describe('the sentence about everything', () => {
  const told = (others: Partial<SummarizedPreferences>) =>
    withSummaries({ ...plain, ...others }, now).summary;

  test.each([
    [
      {
        quiet_hours: { days: [...weekdays], from: '22:00', to: '07:00' },
        caps: { per_day: null, channels: { email: 5 } },
      },
      'Nothing but what is urgent is sent from 22:00 to 07:00; at most 5 a day by mail besides what cannot wait, the rest comes in the daily digest.',
    ],
    [
      { quiet_hours: { days: [...weekdays], from: '08:00', to: '08:00' } },
      'Nothing but what is urgent is ever sent.',
    ],
    [
      { quiet_hours: { days: ['saturday', 'sunday'], from: '00:00', to: '00:00' } },
      'Nothing but what is urgent is sent for a day from 00:00 on at weekends.',
    ],
    [
      {
        quiet_hours: { days: [...weekdays], from: '22:00', to: '10:00' },
        caps: { per_day: 3, channels: {} },
      },
      'Nothing but what is urgent is sent from 22:00 to 10:00; a digest that falls into this time comes at its end; at most 3 a day in the inbox and beyond besides what cannot wait, the rest comes in the daily digest; what the inbox is spared is summed up there once a day.',
    ],
    [
      { snoozed_until: '2026-11-25T07:00:00Z' },
      'Everything but what is urgent is paused until November 25, 2026 at 08:00.',
    ],
    [
      { snoozed_until: '2026-11-24T12:00:00Z' },
      'There are no quiet hours, no limits and no pause: everything comes as you have chosen.',
    ],
  ] as const)('%o', (others, expected) => {
    const { quiet_hours: quiet, ...rest } = { quiet_hours: null, ...others };
    expect(told({ ...rest, quiet_hours: quiet && { ...quiet, days: [...quiet.days] } })).toBe(expected);
  });

  test('tells whoever consents what is noted of mails', () => {
    const { summary } = withSummaries({ ...plain, email_tracking: true }, now);
    expect(summary).toMatch(/chosen\. You let it be noted which mails you open/);
  });

  test('does not promise a digest for what is beyond a cap where digests are switched off', () => {
    const off = choiceOf('digests', { frequency: 'off' });
    const { summary } = withSummaries(withChoice(off, { caps: { per_day: 2, channels: {} } }), now);
    expect(summary).toBe(
      'At most 2 a day in the inbox and beyond besides what cannot wait, the rest does not go out; what the inbox is spared is summed up there once a day.',
    );
  });
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const cap = fc.option(fc.integer({ min: 1, max: 1_000 }));
const anybody: fc.Arbitrary<SummarizedPreferences> = fc.record({
  categories: fc.tuple(
    ...categories.map((category) =>
      fc
        .record({ frequency: fc.constantFrom(...frequencies), inbox: fc.boolean(), email: fc.boolean() })
        .map((overrides) => choiceOf(category, overrides)),
    ),
  ),
  quiet_hours: fc.option(
    fc.record({ days: fc.subarray([...weekdays], { minLength: 1 }), from: clock, to: clock }),
  ),
  caps: fc.record({ per_day: cap, channels: fc.record({ email: cap }) }),
  digest: fc.record({
    at: clock,
    weekday: fc.constantFrom(...weekdays),
    window: fc.constantFrom('fixed', 'sliding'),
  }),
  snoozed_until: fc.option(fc.constantFrom('2026-11-24T11:00:00Z', '2026-11-30T11:00:00Z')),
  escalate_after_minutes: fc.option(fc.integer({ min: 1, max: 1_440 })),
  email_tracking: fc.boolean(),
  time_zone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/Caracas'),
  locale: fc.constantFrom(...locales),
});

test('whatever somebody decides, the sentences are there and say nothing that is not so', () => {
  fc.assert(
    fc.property(anybody, (preferences) => {
      const { locale, digest } = preferences;
      const told = withSummaries(preferences, now);
      const digests = told.categories.find(({ category }) => category === 'digests');
      const hasDigests =
        digests?.frequency !== 'off' && digests?.channels.some(({ enabled }) => enabled) === true;
      for (const { category, frequency, channels: switches, mandatory, summary } of told.categories) {
        expect(summary).toMatch(/^\p{Lu}.*[^.]\.$/u);
        expect(summary).not.toMatch(/undefined|null|NaN|\[object/);
        const isOn = (wanted: (typeof channels)[number]) =>
          switches.some(({ channel, enabled }) => channel === wanted && enabled);
        for (const channel of deliveryChannels) {
          const travels = isOn(channel) && frequency !== 'off';
          if (!travels) expect(summary).not.toContain(channelWords[channel](locale).way());
        }
        if (isOn('inbox')) expect(summary).toContain(inboxWords[locale]);
        const { digestible } = traitsOf(category);
        const waits = digestFrequencies.some((one) => one === frequency) && digestible && isOn('email');
        if (!waits || !hasDigests || mandatory || digest.window === 'sliding') continue;
        if (frequency === 'hourly') continue;
        expect(summary).toContain(clockTime(digest.at, locale));
        if (frequency === 'weekly') expect(summary).toContain(weekdayName(digest.weekday, locale));
      }
      expect(told.summary).toMatch(/^\p{Lu}.*[^.]\.$/u);
      if (preferences.caps.per_day !== null) {
        expect(told.summary).toContain(new Intl.NumberFormat(locale).format(preferences.caps.per_day));
      }
    }),
    { numRuns: 400 },
  );
});
