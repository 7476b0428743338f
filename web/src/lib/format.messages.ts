import { defineMessages } from '@rolecall/contract';

/** What stands around numbers and dates. */
export const formatMessages = defineMessages({
  en: {
    just_now: 'just now',
    from: 'from {amount}',
    up_to: 'up to {amount}',
    hour: '{pay} an hour',
    day: '{pay} a day',
    week: '{pay} a week',
    month: '{pay} a month',
    year: '{pay} a year',
  },
  de: {
    just_now: 'gerade eben',
    from: 'ab {amount}',
    up_to: 'bis {amount}',
    hour: '{pay} pro Stunde',
    day: '{pay} pro Tag',
    week: '{pay} pro Woche',
    month: '{pay} im Monat',
    year: '{pay} im Jahr',
  },
  fr: {
    just_now: 'à l’instant',
    from: 'à partir de {amount}',
    up_to: 'jusqu’à {amount}',
    hour: '{pay} par heure',
    day: '{pay} par jour',
    week: '{pay} par semaine',
    month: '{pay} par mois',
    year: '{pay} par an',
  },
  es: {
    just_now: 'ahora mismo',
    from: 'desde {amount}',
    up_to: 'hasta {amount}',
    hour: '{pay} por hora',
    day: '{pay} al día',
    week: '{pay} por semana',
    month: '{pay} al mes',
    year: '{pay} al año',
  },
});
