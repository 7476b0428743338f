import { defineMessages } from '@rolecall/contract';

/** What operators read about a change of the alarm. */
export const alarmMessages = defineMessages({
  en: {
    paused_title: 'Bulk e-mail is paused',
    warning_title: 'E-mail needs your attention',
    resumed_title: 'Bulk e-mail goes on',
    bounces:
      'Of {mails:number} mails of the last {hours:number} h, {events:number} bounced for good ({rate}; {provider}).',
    complaints:
      'Of {mails:number} mails of the last {hours:number} h, {events:number} were reported as spam ({rate}; {provider}).',
    all_providers: 'all providers',
    paused: 'Digests, job alerts and announcements wait; urgent and transactional mails still go out.',
    resumed: 'The rates are good again, and what was held back is being sent.',
    action: 'See the figures',
  },
  de: {
    paused_title: 'Massenmails sind angehalten',
    warning_title: 'Der E-Mail-Versand braucht Aufmerksamkeit',
    resumed_title: 'Massenmails gehen weiter',
    bounces:
      'Von {mails:number} Mails der letzten {hours:number} Std.: {events:number} sind endgültig unzustellbar ({rate}; {provider}).',
    complaints:
      'Von {mails:number} Mails der letzten {hours:number} Std.: {events:number} wurden als Spam gemeldet ({rate}; {provider}).',
    all_providers: 'alle Anbieter',
    paused:
      'Zusammenfassungen, Jobhinweise und Ankündigungen warten; dringende und notwendige Mails gehen weiter hinaus.',
    resumed: 'Die Werte sind wieder gut, und was angehalten war, wird gesendet.',
    action: 'Zahlen ansehen',
  },
  fr: {
    paused_title: 'Les e-mails de masse sont suspendus',
    warning_title: 'L’envoi d’e-mails demande votre attention',
    resumed_title: 'Les e-mails de masse reprennent',
    bounces:
      'Sur {mails:number} e-mails des dernières {hours:number} h : {events:number} rejetés définitivement ({rate} ; {provider}).',
    complaints:
      'Sur {mails:number} e-mails des dernières {hours:number} h : {events:number} signalés comme indésirables ({rate} ; {provider}).',
    all_providers: 'tous les prestataires',
    paused:
      'Résumés, alertes emploi et annonces attendent ; les e-mails urgents et indispensables partent toujours.',
    resumed: 'Les taux sont de nouveau bons, et ce qui attendait est envoyé.',
    action: 'Voir les chiffres',
  },
  es: {
    paused_title: 'Los correos masivos están en pausa',
    warning_title: 'El envío de correos requiere tu atención',
    resumed_title: 'Los correos masivos continúan',
    bounces:
      'De {mails:number} correos de las últimas {hours:number} h: {events:number} rechazados definitivamente ({rate}; {provider}).',
    complaints:
      'De {mails:number} correos de las últimas {hours:number} h: {events:number} marcados como spam ({rate}; {provider}).',
    all_providers: 'todos los proveedores',
    paused:
      'Resúmenes, alertas de empleo y anuncios esperan; los correos urgentes y necesarios siguen saliendo.',
    resumed: 'Los índices vuelven a ser buenos y se envía lo que esperaba.',
    action: 'Ver las cifras',
  },
});
