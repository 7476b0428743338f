import type { Locale, MailAlarmMeasure } from '@rolecall/contract';
import type { AlarmChange } from './alarms.ts';

/** What operators read about a change of the alarm. */
export interface AlarmWords {
  readonly title: string;
  readonly message: string;
  readonly action: string;
}

interface AlarmTexts {
  readonly tag: string;
  readonly titles: Readonly<Record<AlarmChange['type'], string>>;
  readonly measures: Readonly<Record<MailAlarmMeasure, string>>;
  /** `{rate}`, `{events}`, `{mails}`, `{measure}`, `{provider}` and `{hours}` are filled in. */
  readonly rate: string;
  readonly all: string;
  readonly paused: string;
  readonly resumed: string;
  readonly action: string;
}

const languages: Readonly<Record<Locale, AlarmTexts>> = {
  en: {
    tag: 'en-GB',
    titles: {
      paused: 'Bulk e-mail is paused',
      warning: 'E-mail needs your attention',
      resumed: 'Bulk e-mail goes on',
    },
    measures: { bounces: 'bounced for good', complaints: 'were reported as spam' },
    rate: 'Of {mails} mails of the last {hours} h, {events} {measure} ({rate}; {provider}).',
    all: 'all providers',
    paused: 'Digests, job alerts and announcements wait; urgent and transactional mails still go out.',
    resumed: 'The rates are good again, and what was held back is being sent.',
    action: 'See the figures',
  },
  de: {
    tag: 'de',
    titles: {
      paused: 'Massenmails sind angehalten',
      warning: 'Der E-Mail-Versand braucht Aufmerksamkeit',
      resumed: 'Massenmails gehen weiter',
    },
    measures: { bounces: 'sind endgültig unzustellbar', complaints: 'wurden als Spam gemeldet' },
    rate: 'Von {mails} Mails der letzten {hours} Std.: {events} {measure} ({rate}; {provider}).',
    all: 'alle Anbieter',
    paused:
      'Zusammenfassungen, Jobhinweise und Ankündigungen warten; dringende und notwendige Mails gehen weiter hinaus.',
    resumed: 'Die Werte sind wieder gut, und was angehalten war, wird gesendet.',
    action: 'Zahlen ansehen',
  },
  fr: {
    tag: 'fr',
    titles: {
      paused: 'Les e-mails de masse sont suspendus',
      warning: 'L’envoi d’e-mails demande votre attention',
      resumed: 'Les e-mails de masse reprennent',
    },
    measures: { bounces: 'rejetés définitivement', complaints: 'signalés comme indésirables' },
    rate: 'Sur {mails} e-mails des dernières {hours} h : {events} {measure} ({rate} ; {provider}).',
    all: 'tous les prestataires',
    paused:
      'Résumés, alertes emploi et annonces attendent ; les e-mails urgents et indispensables partent toujours.',
    resumed: 'Les taux sont de nouveau bons, et ce qui attendait est envoyé.',
    action: 'Voir les chiffres',
  },
  es: {
    tag: 'es',
    titles: {
      paused: 'Los correos masivos están en pausa',
      warning: 'El envío de correos requiere su atención',
      resumed: 'Los correos masivos continúan',
    },
    measures: { bounces: 'rechazados definitivamente', complaints: 'marcados como spam' },
    rate: 'De {mails} correos de las últimas {hours} h: {events} {measure} ({rate}; {provider}).',
    all: 'todos los proveedores',
    paused:
      'Resúmenes, alertas de empleo y anuncios esperan; los correos urgentes y necesarios siguen saliendo.',
    resumed: 'Los índices vuelven a ser buenos y se envía lo que esperaba.',
    action: 'Ver las cifras',
  },
};

export function alarmWords(change: AlarmChange, locale: Locale): AlarmWords {
  const language = languages[locale];
  const title = language.titles[change.type];
  const { action } = language;
  if (change.type === 'resumed') return { title, message: language.resumed, action };
  const { provider, measure, events, mails, windowMinutes } = change.rate;
  const number = new Intl.NumberFormat(language.tag);
  const percent = new Intl.NumberFormat(language.tag, { style: 'percent', maximumFractionDigits: 2 });
  const values: ReadonlyMap<string, string> = new Map([
    ['rate', percent.format(events / mails)],
    ['events', number.format(events)],
    ['mails', number.format(mails)],
    ['measure', language.measures[measure]],
    ['provider', provider || language.all],
    ['hours', number.format(windowMinutes / 60)],
  ]);
  const rate = language.rate.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
  return { title, message: change.type === 'paused' ? `${rate} ${language.paused}` : rate, action };
}
