import type { StatusWords } from './words.ts';

export const german: StatusWords = {
  submitted: {
    label: 'Eingegangen',
    headline: 'Deine Bewerbung für {{ job_title }} ist angekommen',
    message: '{{ company_name }} hat deine Bewerbung erhalten.',
    text: '{{ company_name }} hat deine Bewerbung. Jetzt gibt es für dich nichts zu tun; wir schreiben dir, sobald sich etwas ändert.',
  },
  viewed: {
    label: 'Angesehen',
    headline: '{{ company_name }} hat sich deine Bewerbung angesehen',
    message: '{{ company_name }} hat sich deine Bewerbung angesehen.',
    text: 'Deine Bewerbung für {{ job_title }} wurde bei {{ company_name }} geöffnet. Der nächste Schritt liegt dort, und wir sagen dir, wenn er kommt.',
  },
  shortlisted: {
    label: 'Engere Auswahl',
    headline: 'Du bist in der engeren Auswahl für {{ job_title }}',
    message: 'Du bist bei {{ company_name }} in der engeren Auswahl.',
    text: '{{ company_name }} hat dich in die engere Auswahl genommen. Ein guter Moment, die Ausschreibung noch einmal zu lesen und dir eigene Fragen zu überlegen.',
  },
  interview: {
    label: 'Gespräch',
    headline: '{{ company_name }} möchte dich kennenlernen',
    message: '{{ company_name }} möchte dich in einem Gespräch kennenlernen.',
    text: '{{ company_name }} möchte mit dir über die Stelle {{ job_title }} sprechen. Sobald der Termin feststeht, bekommst du ihn in einer eigenen Mail.',
  },
  offer: {
    label: 'Angebot',
    headline: '{{ company_name }} macht dir ein Angebot',
    message: '{{ company_name }} macht dir ein Angebot.',
    text: '{{ company_name }} bietet dir die Stelle {{ job_title }} an. Herzlichen Glückwunsch!',
  },
  hired: {
    label: 'Eingestellt',
    headline: 'Die Stelle gehört dir',
    message: 'Du hast die Stelle bei {{ company_name }}. Herzlichen Glückwunsch!',
    text: 'Du hast die Stelle {{ job_title }} bei {{ company_name }}. Herzlichen Glückwunsch und einen guten Start!',
  },
  rejected: {
    label: 'Diesmal nicht',
    headline: 'Eine Antwort zu {{ job_title }}',
    message: '{{ company_name }} hat sich leider gegen deine Bewerbung entschieden.',
    text: '{{ company_name }} hat sich leider gegen deine Bewerbung für {{ job_title }} entschieden. Wir wissen, dass du auf etwas anderes gehofft hast.',
  },
  withdrawn: {
    label: 'Zurückgezogen',
    headline: 'Du hast deine Bewerbung zurückgezogen',
    message: 'Du hast deine Bewerbung zurückgezogen.',
    text: 'Deine Bewerbung für {{ job_title }} bei {{ company_name }} ist zurückgezogen, und das Unternehmen weiß Bescheid. Es gibt nichts weiter zu tun.',
  },
  withdrawnByApplicant: {
    label: 'Zurückgezogen',
    headline: '{{ applicant_name }} hat die Bewerbung zurückgezogen',
    message: 'Die Bewerbung für {{ job_title }} wurde zurückgezogen.',
    text: '{{ applicant_name }} hat die Bewerbung für {{ job_title }} zurückgezogen. Eine Antwort ist nicht mehr nötig.',
  },
};
