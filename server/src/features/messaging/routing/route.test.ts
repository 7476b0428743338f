import {
  digestFrequencySchema,
  type Frequency,
  frequencies,
  type Kind,
  kindNames,
  kinds,
  type QuietHours,
  type Weekday,
  weekdays,
} from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { testEmailChannel, testReasons } from '../../../testing/messaging/email-channel.ts';
import { clockTime, near, place, timeZones } from '../../../testing/time/moments.ts';
import { dayOf, wallReader, wallTime, weekdayOf } from '../../../testing/time/wall-clock.ts';
import { isLive, type ReasonCode, type RouteDecision, type RouteFacts, route, withhold } from './index.ts';

/** Enough for every rule to meet every other. */
const tries = numberOfCases(20_000, 500);

const channelSwitches = fc.record({ inbox: fc.boolean(), email: fc.boolean() }, { requiredKeys: [] });
const quietHours: fc.Arbitrary<QuietHours> = fc.record({
  days: fc.oneof(
    fc.constant<Weekday[]>([...weekdays]),
    fc.subarray<Weekday>([...weekdays], { minLength: 1 }),
  ),
  from: clockTime,
  to: clockTime,
});
const cap = fc.option(fc.integer({ min: 1, max: 6 }));
const count = fc.integer({ min: 0, max: 7 });

interface Case {
  readonly kind: Kind;
  readonly frequency: Frequency;
  readonly facts: RouteFacts;
}

/** Anybody's decisions about any kind, at a time where something happens to clocks as often as not. */
const casesOf = (among: readonly Kind[]): fc.Arbitrary<Case> =>
  place.chain(({ timeZone, around }) =>
    fc
      .record({
        kind: fc.constantFrom(...among),
        frequency: fc.constantFrom(...frequencies, 'immediate' as const),
        switches: channelSwitches,
        ownChoice: fc.option(fc.record({ channels: channelSwitches, live: fc.boolean() }), {
          nil: undefined,
        }),
        quiet: fc.option(quietHours),
        caps: fc.record({ per_day: cap, channels: fc.record({ email: cap }) }),
        snoozedUntil: fc.option(near(around)),
        priority: fc.constantFrom(...(['low', 'medium', 'high', 'urgent'] as const)),
        isAvailable: mostly(true),
        contact: fc.oneof(
          { weight: 8, arbitrary: fc.constant('works' as const) },
          fc.constantFrom('unverified' as const, 'blocked' as const, 'gone' as const, 'none' as const),
        ),
        isDisabled: mostly(false),
        isMuted: mostly(false),
        isOwn: mostly(false),
        score: fc.option(
          fc.record({ value: fc.integer({ min: 0, max: 100 }), minimum: fc.integer({ min: 0, max: 100 }) }),
        ),
        wait: fc.option(
          fc.record({
            until: near(around),
            reason: fc.constantFrom('online' as const, 'escalation' as const),
          }),
        ),
        spent: fc.option(fc.record({ total: count, onChannel: count, countsAlready: fc.boolean() })),
        now: near(around),
      })
      .map(({ kind, frequency, switches, quiet, caps, snoozedUntil, isAvailable, ...rest }) => ({
        kind,
        frequency,
        facts: {
          ...rest,
          definition: kinds[kind],
          channel: 'email',
          rules: isAvailable ? testEmailChannel.rules : null,
          settings: {
            categories: { [kinds[kind].category]: { frequency, channels: switches, live: true } },
            quiet_hours: quiet,
            caps,
            snoozed_until: snoozedUntil?.toISOString() ?? null,
          },
          timeZone,
        },
      })),
  );

const cases = casesOf([...kindNames, 'job_alert', 'rejection', 'interview_reminder']);

function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(value) }, fc.constant(!value));
}

const readers = new Map(timeZones.map((timeZone) => [timeZone, wallReader(timeZone)]));
const shownIn = ({ timeZone }: RouteFacts, moment: Date) => readers.get(timeZone)?.(moment) ?? Number.NaN;

/** Whether the clock shows a quiet time of one of the person's quiet days. */
function showsQuiet(facts: RouteFacts, moment: Date): boolean {
  const quiet = facts.settings.quiet_hours;
  if (quiet === null) return false;
  const wall = shownIn(facts, moment);
  const today = dayOf(wall);
  return [today - 1, today].some((day) => {
    const end = wallTime(quiet.to > quiet.from ? day : day + 1, quiet.to);
    const isListed = quiet.days.includes(weekdays[weekdayOf(day)] ?? 'monday');
    return isListed && wall >= wallTime(day, quiet.from) && wall < end && wasShown(facts, day, moment);
  });
}

/** Whether clocks have shown this day in the two days before the moment: a zone that changes sides skips one. */
function wasShown(facts: RouteFacts, day: number, moment: Date): boolean {
  const hours = Array.from({ length: 48 }, (_, ago) => new Date(moment.getTime() - ago * 3_600_000));
  return hours.some((hour) => dayOf(shownIn(facts, hour)) === day);
}

function showsDay(facts: RouteFacts, moment: Date): boolean {
  const wall = shownIn(facts, moment);
  return wall >= wallTime(dayOf(wall), '08:00') && wall < wallTime(dayOf(wall), '20:00');
}

/** What has to be true of the facts for a decision to give this reason. */
const grounds: { readonly [Reason in ReasonCode]?: (given: Case) => boolean } = {
  channel_off: ({ facts }) => facts.rules === null,
  account_disabled: ({ facts }) => facts.isDisabled,
  no_address: ({ facts }) => facts.contact === 'none',
  address_suppressed: ({ facts }) => facts.contact === 'blocked',
  address_rejected: ({ facts }) => facts.contact === 'gone',
  preference_off: ({ frequency, facts }) =>
    frequency === 'off' ||
    facts.ownChoice?.channels.email === false ||
    !(
      facts.settings.categories[facts.definition.category]?.channels.email ??
      facts.definition.defaultChannels.includes('email')
    ),
  address_unverified: ({ facts }) => facts.contact === 'unverified',
  muted: ({ facts }) => facts.isMuted,
  own_action: ({ facts }) => facts.isOwn && !facts.definition.ownActionBy.includes('email'),
  below_minimum: ({ facts: { score } }) => score !== null && score.value < score.minimum,
  snoozed: ({ facts: { settings, now } }) =>
    settings.snoozed_until !== null && Date.parse(settings.snoozed_until) > now.getTime(),
  digest_hourly: ({ frequency }) => frequency === 'hourly',
  digest_daily: ({ frequency }) => frequency === 'daily',
  digest_weekly: ({ frequency }) => frequency === 'weekly',
  online: ({ facts: { wait } }) => wait?.reason === 'online',
  escalation: ({ facts: { wait } }) => wait?.reason === 'escalation',
  quiet_hours: ({ facts }) => facts.settings.quiet_hours !== null,
  daytime_only: ({ facts }) => facts.definition.daytimeOnly && !showsDay(facts, facts.now),
  over_cap: ({ facts: { spent, settings } }) =>
    spent !== null &&
    ((!spent.countsAlready && spent.total >= (settings.caps.per_day ?? Number.POSITIVE_INFINITY)) ||
      spent.onChannel >= (settings.caps.channels.email ?? Number.POSITIVE_INFINITY)),
  due: () => true,
};

const explained = (reason: ReasonCode) =>
  testReasons.explain(reason, 'email', {
    locale: 'en',
    timeZone: 'UTC',
    dueAt: new Date(0),
    at: new Date(0),
  });

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Date) && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/** Runs a property over many cases. */
const holds = (property: (given: Case) => void, given: fc.Arbitrary<Case> = cases) =>
  fc.assert(fc.property(given, property), tries);

describe('the router', () => {
  test('gives every decision a reason that is true and can be explained', () => {
    holds((given) => {
      const { reason } = route(given.facts);
      expect(explained(reason)).not.toBe(reason);
      expect(grounds[reason]?.(given), reason).toBe(true);
    });
  }, 120_000);

  test('decides the same about the same, and changes nothing that it is given', () => {
    holds(({ facts }) => {
      const { definition, ...given } = facts;
      const copy = structuredClone(given);
      expect(route({ ...freeze(given), definition })).toEqual(route({ ...copy, definition }));
    });
  }, 120_000);

  test('sends at once, holds for later, and never decides for the past', () => {
    holds(({ facts }) => {
      const { decision, dueAt } = route(facts);
      if (decision === 'hold') expect(dueAt.getTime()).toBeGreaterThan(facts.now.getTime());
      else expect(dueAt).toEqual(facts.now);
    });
  }, 120_000);

  test('sends what is mandatory whatever a person has chosen', () => {
    const mandatory = casesOf(kindNames.filter((kind) => kinds[kind].mandatory));
    holds(({ kind, facts }) => {
      const decision = route(facts);
      const isShut = facts.isDisabled && !facts.definition.reachesDisabled;
      const canBeSent = facts.rules !== null && !isShut && ['works', 'unverified'].includes(facts.contact);
      expect(decision.decision).toBe(canBeSent ? 'send' : 'skip');
      const kindsOff = { [kind]: { channels: { inbox: false }, live: false } };
      const settings = { ...facts.settings, kinds: kindsOff };
      expect(withhold(kind, settings, facts.isMuted)).toBeNull();
      expect(isLive(kind, settings)).toBe(true);
    }, mandatory);
  }, 120_000);

  test('sends to nobody who is disabled, but what tells of that', () => {
    holds(({ facts }) => {
      const { decision } = route({ ...facts, isDisabled: true });
      if (!facts.definition.reachesDisabled) expect(decision).toBe('skip');
      else expect(decision).toBe(route({ ...facts, isDisabled: false }).decision);
    });
  }, 120_000);

  test('lets nothing that is urgent wait', () => {
    holds(({ facts }) => {
      expect(['send', 'skip']).toContain(route({ ...facts, priority: 'urgent' }).decision);
    });
  }, 120_000);

  test('sends nothing in quiet hours, and nothing for the day at night, unless it is urgent or mandatory', () => {
    holds(({ facts }) => {
      if (route(facts).decision !== 'send' || facts.priority === 'urgent' || facts.definition.mandatory)
        return;
      expect(showsQuiet(facts, facts.now)).toBe(false);
      if (facts.definition.daytimeOnly && facts.settings.quiet_hours === null) {
        expect(showsDay(facts, facts.now)).toBe(true);
      }
    });
  }, 120_000);

  test('puts only into digests what may be in one', () => {
    holds(({ facts }) => {
      const decision = route(facts);
      if (decision.decision !== 'digest') return;
      expect(facts.definition.digestible).toBe(true);
      expect(digestFrequencySchema.options).toContain(decision.frequency);
    });
  }, 120_000);

  test('sends nothing that may wait in a digest over a cap', () => {
    holds(({ facts }) => {
      const { spent, settings, definition } = facts;
      if (spent === null || route(facts).decision !== 'send') return;
      if (facts.priority === 'urgent' || definition.mandatory || !definition.digestible) return;
      if (settings.caps.per_day !== null && !spent.countsAlready) {
        expect(spent.total).toBeLessThan(settings.caps.per_day);
      }
      const { email = null } = settings.caps.channels;
      if (email !== null) expect(spent.onChannel).toBeLessThan(email);
    });
  }, 120_000);

  test('does not hold again for what was waited for, and comes to an end', () => {
    holds(({ facts }) => {
      const isQuietForEver =
        facts.settings.quiet_hours?.days.length === 7 && isAllDay(facts.settings.quiet_hours);
      let decision: RouteDecision = route(facts);
      let { now } = facts;
      for (let looks = 0; decision.decision === 'hold'; looks += 1) {
        const next = route({ ...facts, now: decision.dueAt });
        if (next.decision === 'hold' && next.reason === decision.reason) {
          // After a week of it quiet hours are looked at again.
          expect(decision.reason).toBe('quiet_hours');
          expect(decision.dueAt.getTime() - now.getTime()).toBeGreaterThan(7 * 86_400_000 - 1);
          if (isQuietForEver) return;
        }
        expect(looks, 'looks').toBeLessThan(8);
        now = decision.dueAt;
        decision = next;
      }
      expect(['send', 'digest', 'skip']).toContain(decision.decision);
    });
  }, 120_000);

  test('answers for facts that make no sense', () => {
    const wild = fc.record({
      timeZone: fc.oneof(fc.string(), fc.constantFrom('Mars/Olympus', '', 'UTC+99', '__proto__')),
      snoozed: fc.option(fc.string()),
      number: fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY)),
      days: fc.subarray([...weekdays]),
      now: fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
      until: fc.date(),
    });
    fc.assert(
      fc.property(cases, wild, ({ facts }, { timeZone, snoozed, number, days, now, until }) => {
        const quiet = facts.settings.quiet_hours;
        const { decision, reason, dueAt } = route({
          ...facts,
          settings: {
            ...facts.settings,
            snoozed_until: snoozed,
            quiet_hours: quiet === null ? null : { ...quiet, days },
            caps: { per_day: number, channels: { email: number } },
          },
          timeZone,
          score: { value: number, minimum: number },
          wait: { until, reason: 'online' },
          spent: { total: number, onChannel: -number, countsAlready: false },
          now,
        });
        expect(explained(reason)).not.toBe(reason);
        expect(dueAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(['send', 'hold', 'digest', 'skip']).toContain(decision);
      }),
      tries,
    );
  }, 120_000);
});

function isAllDay({ from, to }: QuietHours): boolean {
  return from === to;
}

describe('what a person who works at night gets', () => {
  const rejection = (quiet: QuietHours | null, now: string): RouteDecision =>
    route({
      ownChoice: undefined,
      definition: kinds.rejection,
      priority: 'medium',
      channel: 'email',
      rules: testEmailChannel.rules,
      contact: 'works',
      isDisabled: false,
      settings: {
        categories: {},
        quiet_hours: quiet,
        caps: { per_day: null, channels: {} },
        snoozed_until: null,
      },
      timeZone: 'Europe/Berlin',
      isMuted: false,
      isOwn: false,
      score: null,
      wait: null,
      spent: null,
      now: new Date(now),
    });

  test('waits for the morning when there is one', () => {
    expect(rejection(null, '2026-08-12T20:00:00Z')).toEqual({
      decision: 'hold',
      reason: 'daytime_only',
      dueAt: new Date('2026-08-13T06:00:00Z'),
    });
  });

  test('does not wait for a day that is quiet from morning to evening', () => {
    const byDay: QuietHours = { days: [...weekdays], from: '07:00', to: '21:00' };
    expect(rejection(byDay, '2026-08-12T10:00:00Z')).toMatchObject({ reason: 'quiet_hours' });
    expect(rejection(byDay, '2026-08-12T19:00:00Z')).toMatchObject({ decision: 'send' });
  });
});
