import { defineMessages } from '@rolecall/contract';

/** What adds an interview to a calendar. */
export const addToCalendarMessages = defineMessages({
  en: { add: 'Add to calendar', or: 'or to', title: 'Interview: {job} · {company}' },
  de: { add: 'In den Kalender', or: 'oder in', title: 'Vorstellungsgespräch: {job} · {company}' },
  fr: { add: 'Ajouter à l’agenda', or: 'ou à', title: 'Entretien : {job} · {company}' },
  es: { add: 'Añadir al calendario', or: 'o a', title: 'Entrevista: {job} · {company}' },
});
