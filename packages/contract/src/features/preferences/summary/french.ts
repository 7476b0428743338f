import type { QuietTime, SummaryLanguage } from './language.ts';
import { list, weekdayName } from './times.ts';

const also = (exception: string | null, ending: string) =>
  exception === null ? '.' : ` ; ${exception} ${ending}.`;

function onDays({ days }: QuietTime): string {
  if (days === 'every_day') return '';
  if (days === 'weekdays') return ' du lundi au vendredi';
  if (days === 'weekends') return ' le week-end';
  const names = days.map((day) => `le ${weekdayName(day, 'fr')}`);
  return ` ${list(names, 'fr')}`;
}

function quietPart(quiet: QuietTime): string {
  const { from, to, allDay, days } = quiet;
  if (!allDay) return `de ${from} à ${to}${onDays(quiet)}, seul ce qui est urgent est envoyé`;
  if (days === 'every_day') return 'seul ce qui est urgent est envoyé';
  return `pendant un jour à partir de ${from}${onDays(quiet)}, seul ce qui est urgent est envoyé`;
}

export const french: SummaryLanguage = {
  nouns: {
    jobs: { some: 'les alertes emploi', none: 'd’alertes emploi' },
    applications: {
      some: 'les nouvelles de vos candidatures',
      none: 'de nouvelles de vos candidatures',
    },
    recruiting: { some: 'les nouvelles des candidats', none: 'de nouvelles des candidats' },
    career: { some: 'les conseils de carrière', none: 'de conseils de carrière' },
    messages: { some: 'les messages', none: 'de messages' },
    digests: { some: 'les résumés', none: 'de résumés' },
    announcements: { some: 'les annonces', none: 'd’annonces' },
    account: { some: 'les nouvelles de votre compte', none: 'de nouvelles de votre compte' },
    services: { some: 'les messages des services', none: 'de messages des services' },
    security: { some: 'les avis de sécurité', none: 'd’avis de sécurité' },
  },
  exceptions: {
    jobs: { undigested: 'les rappels d’échéance', pressing: 'les rappels d’échéance' },
    applications: {
      undigested: 'les confirmations, entretiens, offres et refus',
      pressing: 'les entretiens, offres et questions en attente',
    },
    recruiting: { undigested: 'les décisions sur vos offres', pressing: 'les décisions sur vos offres' },
    account: { undigested: 'les décisions sur votre entreprise' },
    announcements: { undigested: 'les avis de maintenance', pressing: 'les avis de maintenance' },
  },
  digestTime(time) {
    if (time.window === 'sliding') {
      return {
        hourly: 'une heure après la première notification',
        daily: 'un jour après la première notification',
        weekly: 'une semaine après la première notification',
      }[time.frequency];
    }
    switch (time.frequency) {
      case 'hourly':
        return 'toutes les heures';
      case 'daily':
        return `tous les jours à ${time.at}`;
      case 'weekly':
        return `chaque ${time.day} à ${time.at}`;
    }
  },

  mandatory: (what, ways) =>
    `Vous recevez toujours ${what} immédiatement, dans la boîte de réception et ${ways}.`,
  nothing: (what) => `Vous ne recevez pas ${what}.`,
  inboxOnly: (what) => `Vous recevez ${what} dans la boîte de réception seulement.`,
  atOnce: (what, inbox, ways) =>
    inbox
      ? `Vous recevez ${what} immédiatement, dans la boîte de réception et ${ways}.`
      : `Vous recevez ${what} immédiatement ${ways}, pas dans la boîte de réception.`,
  escalation: (what, ways, span, exception) =>
    `Vous recevez ${what} immédiatement dans la boîte de réception, et ${ways} si rien n’y a été lu après ${span}` +
    also(exception, `arrivent immédiatement ${ways} aussi`),
  digest: (what, inbox, ways, when, exception) =>
    (inbox
      ? `Vous recevez ${what} immédiatement dans la boîte de réception, et ${ways} ${when}`
      : `Vous recevez ${what} ${ways} ${when}, pas dans la boîte de réception`) +
    also(exception, 'n’attendent pas'),
  lostDigest: (noun, inbox, ways, exception) =>
    (inbox
      ? `Vous recevez ${noun.some} dans la boîte de réception seulement, car les résumés sont désactivés`
      : `Vous ne recevez pas ${noun.none}, car les résumés sont désactivés`) +
    also(exception, `arrivent toujours ${ways}`),
  leftOut: (kinds, way) => `${kinds} ${kinds === 1 ? 'type' : 'types'} ${way}`,
  leftOutInAll: (leftOut) => `Exclus par vous : ${leftOut}.`,
  silent: 'Les pages ouvertes n’affichent rien à son arrivée.',
  digestsOff: 'Vous ne recevez pas de résumés ; ce qui en attend un n’arrive pas par cette voie.',
  digestsOn: (ways) =>
    `Vous recevez ${ways} des résumés de ce qui doit arriver chaque heure, chaque jour ou chaque semaine.`,

  restrictions(restrictions) {
    const { pausedUntil, quiet, digestInQuietHours, perDay, perChannel, overflowInDigest } = restrictions;
    const parts: string[] = [];
    if (pausedUntil !== null) parts.push(`tout est en pause jusqu’au ${pausedUntil}, sauf ce qui est urgent`);
    if (quiet !== null) parts.push(quietPart(quiet));
    if (digestInQuietHours) parts.push('un résumé qui tombe dans cette période arrive à sa fin');
    const caps = [
      ...(perDay === null ? [] : [`${perDay} par jour dans la boîte de réception et au-delà`]),
      ...perChannel.map((cap) => `${cap.count} par jour ${cap.way}`),
    ];
    if (caps.length > 0) {
      const rest = overflowInDigest
        ? 'le reste arrive dans le résumé quotidien'
        : 'le reste n’est pas envoyé';
      parts.push(`au plus ${caps.join(' et ')} en plus de ce qui ne peut pas attendre, ${rest}`);
    }
    if (perDay !== null)
      parts.push('ce qui n’entre pas dans la boîte de réception y est résumé une fois par jour');
    return parts;
  },
  unrestricted: 'Il n’y a ni heures de silence, ni limites, ni pause : tout arrive comme vous l’avez choisi.',
  tracked: 'Vous permettez de noter quels e-mails vous ouvrez et quels liens vous y suivez.',
};
