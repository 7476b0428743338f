import { defineMessages, type Formats } from '@rolecall/contract';

/** What became of notifications on each channel. */
export const deliveryMessages = defineMessages({
  en: {
    title: 'Deliveries',
    about: 'One notification on one channel, with what was decided and why.',
    suppressions: 'Suppressions',
    status: 'Status',
    none_failed: 'Nothing has failed',
    none_failed_why: 'What cannot be sent after all tries will wait here for you.',
    none: 'No deliveries in this state',
    attempts: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# attempt', other: '# attempts' }),
    tried_again: 'It is tried again',
    story: 'Story',
    send_again: 'Send again',
  },
  de: {
    title: 'Zustellungen',
    about: 'Eine Mitteilung auf einem Kanal, mit dem, was entschieden wurde und warum.',
    suppressions: 'Sperrliste',
    status: 'Status',
    none_failed: 'Nichts ist gescheitert',
    none_failed_why: 'Was nach allen Versuchen nicht gesendet werden kann, wartet hier auf dich.',
    none: 'Keine Zustellungen in diesem Zustand',
    attempts: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# Versuch', other: '# Versuche' }),
    tried_again: 'Es wird noch einmal versucht',
    story: 'Verlauf',
    send_again: 'Noch einmal senden',
  },
  fr: {
    title: 'Envois',
    about: 'Une notification sur un canal, avec ce qui a été décidé et pourquoi.',
    suppressions: 'Adresses bloquées',
    status: 'Statut',
    none_failed: 'Rien n’a échoué',
    none_failed_why: 'Ce qui ne peut être envoyé après tous les essais vous attend ici.',
    none: 'Aucun envoi dans cet état',
    attempts: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# essai', other: '# essais' }),
    tried_again: 'Un nouvel essai est fait',
    story: 'Histoire',
    send_again: 'Renvoyer',
  },
  es: {
    title: 'Envíos',
    about: 'Una notificación por un canal, con lo que se decidió y por qué.',
    suppressions: 'Bloqueos',
    status: 'Estado',
    none_failed: 'Nada ha fallado',
    none_failed_why: 'Lo que no se pueda enviar tras todos los intentos te esperará aquí.',
    none: 'Ningún envío en este estado',
    attempts: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# intento', other: '# intentos' }),
    tried_again: 'Se intenta de nuevo',
    story: 'Historia',
    send_again: 'Enviar de nuevo',
  },
});
