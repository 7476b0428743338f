import type { QuietTime, SummaryLanguage } from './language.ts';
import { list, weekdayName } from './times.ts';

const same = (noun: string) => ({ some: noun, none: noun });
const also = (exception: string | null, ending: string) =>
  exception === null ? '.' : `; ${exception} ${ending}.`;

function onDays({ days }: QuietTime): string {
  if (days === 'every_day') return '';
  if (days === 'weekdays') return ' de lunes a viernes';
  if (days === 'weekends') return ' los fines de semana';
  const names = days.map((day) => `el ${weekdayName(day, 'es')}`);
  return ` ${list(names, 'es')}`;
}

function quietPart(quiet: QuietTime): string {
  const { from, to, allDay, days } = quiet;
  if (!allDay) return `de ${from} a ${to}${onDays(quiet)} solo se envía lo urgente`;
  if (days === 'every_day') return 'solo se envía lo urgente';
  return `durante un día desde las ${from}${onDays(quiet)} solo se envía lo urgente`;
}

export const spanish: SummaryLanguage = {
  nouns: {
    jobs: same('alertas de empleo'),
    applications: same('noticias de tus candidaturas'),
    recruiting: same('noticias de candidatos'),
    career: same('consejos profesionales'),
    messages: same('mensajes'),
    digests: same('resúmenes'),
    announcements: same('anuncios'),
    account: same('noticias de tu cuenta'),
    services: same('mensajes de servicios'),
    security: same('avisos de seguridad'),
  },
  exceptions: {
    jobs: { undigested: 'los recordatorios de plazos', pressing: 'los recordatorios de plazos' },
    applications: {
      undigested: 'las confirmaciones, entrevistas, ofertas y negativas',
      pressing: 'las entrevistas, ofertas y preguntas pendientes',
    },
    recruiting: {
      undigested: 'las decisiones sobre tus ofertas',
      pressing: 'las decisiones sobre tus ofertas',
    },
    account: { undigested: 'las decisiones sobre tu empresa' },
    announcements: { undigested: 'los avisos de mantenimiento', pressing: 'los avisos de mantenimiento' },
  },
  digestTime(time) {
    if (time.window === 'sliding') {
      return {
        hourly: 'una hora después de la primera notificación',
        daily: 'un día después de la primera notificación',
        weekly: 'una semana después de la primera notificación',
      }[time.frequency];
    }
    switch (time.frequency) {
      case 'hourly':
        return 'cada hora';
      case 'daily':
        return `cada día a las ${time.at}`;
      case 'weekly':
        return `cada ${time.day} a las ${time.at}`;
    }
  },

  mandatory: (what, ways) => `Siempre recibes ${what} al momento, en la bandeja de entrada y ${ways}.`,
  nothing: (what) => `No recibes ${what}.`,
  inboxOnly: (what) => `Recibes ${what} solo en la bandeja de entrada.`,
  atOnce: (what, inbox, ways) =>
    inbox
      ? `Recibes ${what} al momento, en la bandeja de entrada y ${ways}.`
      : `Recibes ${what} al momento ${ways}, no en la bandeja de entrada.`,
  escalation: (what, ways, span, exception) =>
    `Recibes ${what} al momento en la bandeja de entrada, y ${ways} si no los has leído allí después de ${span}` +
    also(exception, `llegan al momento también ${ways}`),
  digest: (what, inbox, ways, when, exception) =>
    (inbox
      ? `Recibes ${what} al momento en la bandeja de entrada, y ${ways} ${when}`
      : `Recibes ${what} ${ways} ${when}, no en la bandeja de entrada`) + also(exception, 'no esperan'),
  lostDigest: (noun, inbox, ways, exception) =>
    (inbox
      ? `Recibes ${noun.some} solo en la bandeja de entrada, porque los resúmenes están desactivados`
      : `No recibes ${noun.none}, porque los resúmenes están desactivados`) +
    also(exception, `siguen llegando ${ways}`),
  leftOut: (kinds, way) => `${kinds} ${kinds === 1 ? 'tipo' : 'tipos'} ${way}`,
  leftOutInAll: (leftOut) => `Excluido por ti: ${leftOut}.`,
  silent: 'Las páginas abiertas no lo muestran cuando llega.',
  digestsOff: 'No recibes resúmenes; lo que espera uno no llega por esa vía.',
  digestsOn: (ways) => `Recibes ${ways} resúmenes de lo que debe llegar cada hora, cada día o cada semana.`,

  restrictions(restrictions) {
    const { pausedUntil, quiet, digestInQuietHours, perDay, perChannel, overflowInDigest } = restrictions;
    const parts: string[] = [];
    if (pausedUntil !== null) parts.push(`todo está en pausa hasta el ${pausedUntil}, salvo lo urgente`);
    if (quiet !== null) parts.push(quietPart(quiet));
    if (digestInQuietHours) parts.push('un resumen que cae en ese tiempo llega cuando termina');
    const caps = [
      ...(perDay === null ? [] : [`${perDay} al día en la bandeja de entrada y fuera de ella`]),
      ...perChannel.map((cap) => `${cap.count} al día ${cap.way}`),
    ];
    if (caps.length > 0) {
      const rest = overflowInDigest ? 'el resto llega en el resumen diario' : 'el resto no se envía';
      parts.push(`como máximo ${caps.join(' y ')} además de lo que no puede esperar, ${rest}`);
    }
    if (perDay !== null) parts.push('lo que no entra en la bandeja se resume en ella una vez al día');
    return parts;
  },
  unrestricted: 'No hay horas de silencio, límites ni pausa: todo llega como se ha elegido.',
  tracked: 'Permites que se anote qué correos abres y qué enlaces sigues en ellos.',
};
