import type { QuietTime, SummaryLanguage } from './language.ts';
import { list, weekdayName } from './times.ts';

const same = (noun: string) => ({ some: noun, none: noun });
const also = (exception: string | null, ending: string) =>
  exception === null ? '.' : `; ${exception} ${ending}.`;

function onDays({ days }: QuietTime): string {
  if (days === 'every_day') return '';
  if (days === 'weekdays') return ' on weekdays';
  if (days === 'weekends') return ' at weekends';
  const names = days.map((day) => `${weekdayName(day, 'en')}s`);
  return ` on ${list(names, 'en')}`;
}

function quietPart(quiet: QuietTime): string {
  const { from, to, allDay, days } = quiet;
  if (!allDay) return `nothing but what is urgent is sent from ${from} to ${to}${onDays(quiet)}`;
  if (days === 'every_day') return 'nothing but what is urgent is ever sent';
  return `nothing but what is urgent is sent for a day from ${from} on${onDays(quiet)}`;
}

export const english: SummaryLanguage = {
  nouns: {
    jobs: same('job alerts'),
    applications: same('news of your applications'),
    recruiting: same('news of applicants'),
    career: same('career tips'),
    messages: same('messages'),
    digests: same('digests'),
    announcements: same('announcements'),
    account: same('news of your account'),
    services: same('messages from services'),
    security: same('security notices'),
  },
  exceptions: {
    jobs: { undigested: 'reminders of deadlines', pressing: 'reminders of deadlines' },
    applications: {
      undigested: 'confirmations, interviews, offers and rejections',
      pressing: 'interviews, offers and open questions',
    },
    recruiting: { undigested: 'decisions about your postings', pressing: 'decisions about your postings' },
    account: { undigested: 'decisions about your company' },
    announcements: { undigested: 'notices of maintenance', pressing: 'notices of maintenance' },
  },
  digestTime(time) {
    if (time.window === 'sliding') {
      return {
        hourly: 'an hour after the first one',
        daily: 'a day after the first one',
        weekly: 'a week after the first one',
      }[time.frequency];
    }
    switch (time.frequency) {
      case 'hourly':
        return 'every hour';
      case 'daily':
        return `every day at ${time.at}`;
      case 'weekly':
        return `every ${time.day} at ${time.at}`;
    }
  },

  mandatory: (what, ways) => `You always get ${what} at once, in the inbox and ${ways}.`,
  nothing: (what) => `You get no ${what}.`,
  inboxOnly: (what) => `You get ${what} in the inbox only.`,
  atOnce: (what, inbox, ways) =>
    inbox
      ? `You get ${what} at once, in the inbox and ${ways}.`
      : `You get ${what} at once ${ways}, not in the inbox.`,
  escalation: (what, ways, span, exception) =>
    `You get ${what} at once in the inbox, and ${ways} if you have not read them there after ${span}` +
    also(exception, `come ${ways} at once`),
  digest: (what, inbox, ways, when, exception) =>
    (inbox
      ? `You get ${what} at once in the inbox, and ${ways} ${when}`
      : `You get ${what} ${ways} ${when}, not in the inbox`) + also(exception, 'do not wait for that'),
  lostDigest: (noun, inbox, ways, exception) =>
    (inbox
      ? `You get ${noun.some} in the inbox only, because digests are switched off`
      : `You get no ${noun.none}, because digests are switched off`) + also(exception, `still come ${ways}`),
  leftOut: (kinds, way) => `${kinds} ${kinds === 1 ? 'kind' : 'kinds'} ${way}`,
  leftOutInAll: (leftOut) => `Left out by you: ${leftOut}.`,
  silent: 'Open pages do not show it when it comes.',
  digestsOff: 'You get no digests; what would wait for one does not come that way.',
  digestsOn: (ways) => `You get digests ${ways}, with what is to come every hour, every day or every week.`,

  restrictions(restrictions) {
    const { pausedUntil, quiet, digestInQuietHours, perDay, perChannel, overflowInDigest } = restrictions;
    const parts: string[] = [];
    if (pausedUntil !== null) parts.push(`everything but what is urgent is paused until ${pausedUntil}`);
    if (quiet !== null) parts.push(quietPart(quiet));
    if (digestInQuietHours) parts.push('a digest that falls into this time comes at its end');
    const caps = [
      ...(perDay === null ? [] : [`${perDay} a day in the inbox and beyond`]),
      ...perChannel.map((cap) => `${cap.count} a day ${cap.way}`),
    ];
    if (caps.length > 0) {
      const rest = overflowInDigest ? 'the rest comes in the daily digest' : 'the rest does not go out';
      parts.push(`at most ${caps.join(' and ')} besides what cannot wait, ${rest}`);
    }
    if (perDay !== null) parts.push('what the inbox is spared is summed up there once a day');
    return parts;
  },
  unrestricted: 'There are no quiet hours, no limits and no pause: everything comes as you have chosen.',
  tracked: 'You let it be noted which mails you open and which of their links you follow.',
};
