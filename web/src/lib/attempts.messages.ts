import { defineMessages } from '@rolecall/contract';

/** What is said where somebody has tried too often. */
export const attemptsMessages = defineMessages({
  en: {
    too_many: ({ minutes }: { readonly minutes: number }, { plural }) =>
      plural(minutes, {
        one: 'Too many attempts. Try again in a minute.',
        other: 'Too many attempts. Try again in # minutes.',
      }),
  },
  de: {
    too_many: ({ minutes }, { plural }) =>
      plural(minutes, {
        one: 'Zu viele Versuche. Versuche es in einer Minute noch einmal.',
        other: 'Zu viele Versuche. Versuche es in # Minuten noch einmal.',
      }),
  },
  fr: {
    too_many: ({ minutes }, { plural }) =>
      plural(minutes, {
        one: 'Trop de tentatives. Réessayez dans une minute.',
        other: 'Trop de tentatives. Réessayez dans # minutes.',
      }),
  },
  es: {
    too_many: ({ minutes }, { plural }) =>
      plural(minutes, {
        one: 'Demasiados intentos. Vuelve a intentarlo en un minuto.',
        other: 'Demasiados intentos. Vuelve a intentarlo en # minutos.',
      }),
  },
});
