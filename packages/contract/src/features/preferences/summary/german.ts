import type { QuietTime, SummaryLanguage } from './language.ts';
import { list, weekdayName } from './times.ts';

const same = (noun: string) => ({ some: noun, none: `keine ${noun}` });
const also = (exception: string | null, ending: string) =>
  exception === null ? '.' : `; ${exception} ${ending}.`;

function onDays({ days }: QuietTime): string {
  if (days === 'every_day') return '';
  if (days === 'weekdays') return ' von Montag bis Freitag';
  if (days === 'weekends') return ' an Wochenenden';
  const names = days.map((day) => weekdayName(day, 'de'));
  return ` am ${list(names, 'de')}`;
}

function quietPart(quiet: QuietTime): string {
  const { from, to, allDay, days } = quiet;
  if (!allDay) return `von ${from} bis ${to} Uhr${onDays(quiet)} wird nur Dringendes gesendet`;
  if (days === 'every_day') return 'es wird immer nur Dringendes gesendet';
  return `ab ${from} Uhr${onDays(quiet)} wird einen Tag lang nur Dringendes gesendet`;
}

export const german: SummaryLanguage = {
  nouns: {
    jobs: same('Jobhinweise'),
    applications: same('Nachrichten zu deinen Bewerbungen'),
    recruiting: same('Nachrichten zu Bewerbern'),
    career: same('Karrieretipps'),
    messages: same('Nachrichten'),
    digests: same('Zusammenfassungen'),
    announcements: same('Ankündigungen'),
    account: same('Nachrichten zu deinem Konto'),
    services: same('Nachrichten von Diensten'),
    security: same('Sicherheitshinweise'),
  },
  exceptions: {
    jobs: { undigested: 'Erinnerungen an Fristen', pressing: 'Erinnerungen an Fristen' },
    applications: {
      undigested: 'Bestätigungen, Gespräche, Angebote und Absagen',
      pressing: 'Gespräche, Angebote und offene Fragen',
    },
    recruiting: {
      undigested: 'Entscheidungen über deine Stellen',
      pressing: 'Entscheidungen über deine Stellen',
    },
    account: { undigested: 'Entscheidungen über dein Unternehmen' },
    announcements: { undigested: 'Hinweise auf Wartungen', pressing: 'Hinweise auf Wartungen' },
  },
  digestTime(time) {
    if (time.window === 'sliding') {
      return {
        hourly: 'eine Stunde nach dem ersten',
        daily: 'einen Tag nach dem ersten',
        weekly: 'eine Woche nach dem ersten',
      }[time.frequency];
    }
    switch (time.frequency) {
      case 'hourly':
        return 'jede Stunde';
      case 'daily':
        return `jeden Tag um ${time.at} Uhr`;
      case 'weekly':
        return `jeden ${time.day} um ${time.at} Uhr`;
    }
  },

  mandatory: (what, ways) => `Du bekommst ${what} immer und sofort, im Posteingang und ${ways}.`,
  nothing: (what) => `Du bekommst ${what}.`,
  inboxOnly: (what) => `Du bekommst ${what} nur im Posteingang.`,
  atOnce: (what, inbox, ways) =>
    inbox
      ? `Du bekommst ${what} sofort, im Posteingang und ${ways}.`
      : `Du bekommst ${what} sofort ${ways}, nicht im Posteingang.`,
  escalation: (what, ways, span, exception) =>
    `Du bekommst ${what} sofort im Posteingang, und ${ways}, wenn du sie dort nach ${span} nicht gelesen hast` +
    also(exception, `kommen sofort auch ${ways}`),
  digest: (what, inbox, ways, when, exception) =>
    (inbox
      ? `Du bekommst ${what} sofort im Posteingang, und ${ways} ${when}`
      : `Du bekommst ${what} ${ways} ${when}, nicht im Posteingang`) + also(exception, 'warten nicht darauf'),
  lostDigest: (noun, inbox, ways, exception) =>
    (inbox
      ? `Du bekommst ${noun.some} nur im Posteingang, weil Zusammenfassungen abgeschaltet sind`
      : `Du bekommst ${noun.none}, weil Zusammenfassungen abgeschaltet sind`) +
    also(exception, `kommen weiterhin ${ways}`),
  leftOut: (kinds, way) => `${kinds} ${kinds === 1 ? 'Art' : 'Arten'} ${way}`,
  leftOutInAll: (leftOut) => `Von dir ausgenommen: ${leftOut}.`,
  silent: 'Offene Seiten zeigen es nicht an, wenn es kommt.',
  digestsOff: 'Du bekommst keine Zusammenfassungen; was darauf wartet, kommt nicht auf diesem Weg.',
  digestsOn: (ways) =>
    `Du bekommst Zusammenfassungen ${ways} mit allem, was jede Stunde, jeden Tag oder jede Woche kommen soll.`,

  restrictions(restrictions) {
    const { pausedUntil, quiet, digestInQuietHours, perDay, perChannel, overflowInDigest } = restrictions;
    const parts: string[] = [];
    if (pausedUntil !== null) parts.push(`bis ${pausedUntil} Uhr ruht alles außer Dringendem`);
    if (quiet !== null) parts.push(quietPart(quiet));
    if (digestInQuietHours) parts.push('eine Zusammenfassung, die in diese Zeit fällt, kommt an ihrem Ende');
    const caps = [
      ...(perDay === null ? [] : [`${perDay} am Tag im Posteingang und darüber hinaus`]),
      ...perChannel.map((cap) => `${cap.count} am Tag ${cap.way}`),
    ];
    if (caps.length > 0) {
      const rest = overflowInDigest
        ? 'der Rest kommt in der täglichen Zusammenfassung'
        : 'der Rest wird nicht gesendet';
      parts.push(`höchstens ${caps.join(' und ')} neben dem, was nicht warten kann, ${rest}`);
    }
    if (perDay !== null)
      parts.push('was dem Posteingang erspart bleibt, wird dort einmal am Tag zusammengefasst');
    return parts;
  },
  unrestricted:
    'Es gibt keine Ruhezeiten, keine Grenzen und keine Pause: Alles kommt, wie du es gewählt hast.',
  tracked: 'Du erlaubst festzuhalten, welche Mails du öffnest und welchen Links darin du folgst.',
};
