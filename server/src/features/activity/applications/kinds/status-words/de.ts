import type { StatusWords } from './words.ts';

export const german: StatusWords = {
  submitted: {
    label: 'Eingegangen',
    headline: 'Ihre Bewerbung für {{ job_title }} ist angekommen',
    text: '{{ company_name }} hat Ihre Bewerbung. Jetzt gibt es für Sie nichts zu tun; wir schreiben, sobald sich etwas ändert.',
  },
  viewed: {
    label: 'Angesehen',
    headline: '{{ company_name }} hat sich Ihre Bewerbung angesehen',
    text: 'Ihre Bewerbung für {{ job_title }} wurde bei {{ company_name }} geöffnet. Der nächste Schritt liegt dort, und wir sagen Ihnen, wenn er kommt.',
  },
  shortlisted: {
    label: 'Engere Auswahl',
    headline: 'Sie sind in der engeren Auswahl für {{ job_title }}',
    text: '{{ company_name }} hat Sie in die engere Auswahl genommen. Ein guter Moment, die Ausschreibung noch einmal zu lesen und sich eigene Fragen zu überlegen.',
  },
  interview: {
    label: 'Gespräch',
    headline: '{{ company_name }} möchte Sie kennenlernen',
    text: '{{ company_name }} möchte mit Ihnen über die Stelle {{ job_title }} sprechen. Sobald der Termin feststeht, bekommen Sie ihn in einer eigenen Mail.',
  },
  offer: {
    label: 'Angebot',
    headline: '{{ company_name }} macht Ihnen ein Angebot',
    text: '{{ company_name }} bietet Ihnen die Stelle {{ job_title }} an. Herzlichen Glückwunsch!',
  },
  hired: {
    label: 'Eingestellt',
    headline: 'Die Stelle gehört Ihnen',
    text: 'Sie haben die Stelle {{ job_title }} bei {{ company_name }}. Herzlichen Glückwunsch und einen guten Start!',
  },
  rejected: {
    label: 'Diesmal nicht',
    headline: 'Eine Antwort zu {{ job_title }}',
    text: '{{ company_name }} hat sich leider gegen Ihre Bewerbung für {{ job_title }} entschieden. Wir wissen, dass Sie auf etwas anderes gehofft haben.',
  },
  withdrawn: {
    label: 'Zurückgezogen',
    headline: 'Sie haben Ihre Bewerbung zurückgezogen',
    text: 'Ihre Bewerbung für {{ job_title }} bei {{ company_name }} ist zurückgezogen, und das Unternehmen weiß Bescheid. Es gibt nichts weiter zu tun.',
  },
  withdrawnByApplicant: {
    label: 'Zurückgezogen',
    headline: '{{ applicant_name }} hat die Bewerbung zurückgezogen',
    text: '{{ applicant_name }} hat die Bewerbung für {{ job_title }} zurückgezogen. Eine Antwort ist nicht mehr nötig.',
  },
};
