import { channelWords } from '../../../channel-words.ts';
import type { Locale } from '../../../constants.ts';
import { deliveryChannels } from '../../../core/channels.ts';
import type { CategoryPreference, Preferences } from '../schemas.ts';
import { type QuietHours, weekdays } from '../settings.ts';
import {
  type CategoryChoice,
  type CategoryEffect,
  digestsTravelBy,
  effectOf,
  type SummarizedPreferences,
} from './effect.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import type { DigestTime, QuietTime, SummaryLanguage } from './language.ts';
import { spanish } from './spanish.ts';
import { clockTime, count, list, minutes, moment, weekdayName } from './times.ts';

export { type CategoryChoice, type CategoryEffect, effectOf, type SummarizedPreferences } from './effect.ts';

/**
 * What follows from a person's settings, as sentences of the person's language. The server answers them with the
 * preferences, and the settings page makes them anew while the person edits. They say what the router does: what can
 * not wait is named, and nothing is promised by a channel that is off.
 */
export function withSummaries<P extends SummarizedPreferences>(
  preferences: P,
  now: Date,
): Omit<P, 'categories'> & Pick<Preferences, 'summary'> & { categories: CategoryPreference[] } {
  return {
    ...preferences,
    categories: preferences.categories.map((choice) => ({
      ...choice,
      summary: describeCategory(choice, preferences),
    })),
    summary: [
      describeRestrictions(preferences, now),
      ...(preferences.email_tracking ? [languages[preferences.locale].tracked] : []),
    ].join(' '),
  };
}

const languages: Readonly<Record<Locale, SummaryLanguage>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

/** The effect for one category. */
export function describeCategory(choice: CategoryChoice, preferences: SummarizedPreferences): string {
  const { locale } = preferences;
  const language = languages[locale];
  const effect = effectOf(choice, preferences);
  const leftOut = effect.leftOut.map(({ channel, kinds }) =>
    language.leftOut(kinds, channelWords[channel](locale).way()),
  );
  return [
    describeEffect(effect, preferences),
    ...(leftOut.length === 0 ? [] : [language.leftOutInAll(list(leftOut, locale))]),
    ...(effect.isSilent ? [language.silent] : []),
  ].join(' ');
}

function describeEffect(effect: CategoryEffect, preferences: SummarizedPreferences): string {
  const { locale } = preferences;
  const language = languages[locale];
  const { category, mandatory, inbox, travel, hasException } = effect;
  const noun = language.nouns[category];
  const exceptions = hasException ? (language.exceptions[category] ?? null) : null;
  const ways = (travel.by === 'nothing' ? [] : travel.channels).map((channel) =>
    channelWords[channel](locale).way(),
  );
  const way = list(ways, locale);
  if (category === 'digests') return ways.length === 0 ? language.digestsOff : language.digestsOn(way);
  switch (travel.by) {
    case 'nothing':
      return inbox ? language.inboxOnly(noun.some) : language.nothing(noun.none);
    case 'itself':
      return mandatory ? language.mandatory(noun.some, way) : language.atOnce(noun.some, inbox, way);
    case 'escalation':
      return language.escalation(
        noun.some,
        way,
        minutes(travel.minutes, locale),
        exceptions?.pressing ?? null,
      );
    case 'digest': {
      const when = language.digestTime(digestTime(travel.frequency, preferences));
      return language.digest(noun.some, inbox, way, when, exceptions?.undigested ?? null);
    }
    case 'lost_digest':
      return language.lostDigest(noun, inbox, way, exceptions?.undigested ?? null);
  }
}

/** What holds for everything: the pause, the quiet hours and the caps. */
export function describeRestrictions(preferences: SummarizedPreferences, now: Date): string {
  const { locale, quiet_hours: quiet, caps, snoozed_until: snoozed, time_zone, digest } = preferences;
  const language = languages[locale];
  const isPaused = snoozed !== null && new Date(snoozed) > now;
  const parts = language.restrictions({
    pausedUntil: isPaused ? moment(snoozed, locale, time_zone) : null,
    quiet: quiet === null ? null : quietTime(quiet, locale),
    digestInQuietHours: quiet !== null && covers(quiet, digest.at) && collectsForTheDay(preferences),
    perDay: caps.per_day === null ? null : count(caps.per_day, locale),
    perChannel: deliveryChannels.flatMap((channel) => {
      const cap = caps.channels[channel] ?? null;
      return cap === null ? [] : [{ way: channelWords[channel](locale).way(), count: count(cap, locale) }];
    }),
    overflowInDigest: deliveryChannels.some((channel) => digestsTravelBy(preferences, channel)),
  });
  if (parts.length === 0) return language.unrestricted;
  const sentence = parts.join(locale === 'fr' ? ' ; ' : '; ');
  return `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}.`;
}

function digestTime(frequency: DigestTime['frequency'], preferences: SummarizedPreferences): DigestTime {
  const { digest, locale } = preferences;
  if (digest.window === 'sliding') return { frequency, window: 'sliding' };
  const at = clockTime(digest.at, locale);
  switch (frequency) {
    case 'hourly':
      return { frequency, window: 'fixed' };
    case 'daily':
      return { frequency, window: 'fixed', at };
    case 'weekly':
      return { frequency, window: 'fixed', at, day: weekdayName(digest.weekday, locale) };
  }
}

function quietTime({ from, to, days }: QuietHours, locale: Locale): QuietTime {
  return {
    from: clockTime(from, locale),
    to: clockTime(to, locale),
    allDay: from === to,
    days: daysInShort(days),
  };
}

function daysInShort(days: QuietHours['days']): QuietTime['days'] {
  const has = weekdays.map((day) => days.includes(day));
  if (has.every(Boolean)) return 'every_day';
  if (has.slice(0, 5).every(Boolean) && !has[5] && !has[6]) return 'weekdays';
  if (!has.slice(0, 5).some(Boolean) && has[5] && has[6]) return 'weekends';
  return days;
}

/** Whether this time of the day lies in the quiet hours of at least one day. */
function covers({ from, to }: QuietHours, time: string): boolean {
  if (from === to) return true;
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/** Whether a daily or weekly digest can come at its fixed time. */
function collectsForTheDay(preferences: SummarizedPreferences): boolean {
  const { categories, caps, digest } = preferences;
  if (digest.window === 'sliding') return false;
  if (!deliveryChannels.some((channel) => digestsTravelBy(preferences, channel))) return false;
  const isCapped = caps.per_day !== null || Object.values(caps.channels).some((cap) => cap !== null);
  return isCapped || categories.some(({ frequency }) => frequency === 'daily' || frequency === 'weekly');
}
