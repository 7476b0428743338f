import { band, headline, kindTexts, mail, paragraph } from '../../../../platform/kind-texts/index.ts';
import {
  calendarExtras,
  hasApplied,
  interviewCalendar,
  interviewPreheader,
  interviewTime,
  interviewWords,
  sampleInterview,
} from './parts.ts';

export const interviewReminder = kindTexts({
  kind: 'interview_reminder',
  words: {
    en: {
      title:
        "{% if hours_before == 1 %}In one hour{% else %}Soon{% endif %}: {% if audience == 'recruiter' %}your interview with {{ applicant_name | default: 'an applicant' }}{% else %}your interview at {{ company_name }}{% endif %}",
      message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
      ...interviewWords.en,
      label: 'Coming up',
      applicant: 'Your interview at {{ company_name }} is near. We keep our fingers crossed for you.',
      recruiter:
        "Your interview with {{ applicant_name | default: 'an applicant' }} is near. A last look at the application may help.",
    },
    de: {
      title:
        "{% if hours_before == 1 %}In einer Stunde{% else %}Bald{% endif %}: {% if audience == 'recruiter' %}Gespräch mit {{ applicant_name | default: 'einer Person' }}{% else %}Dein Gespräch bei {{ company_name }}{% endif %}",
      message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
      ...interviewWords.de,
      label: 'Steht bevor',
      applicant: 'Dein Vorstellungsgespräch bei {{ company_name }} rückt näher. Wir drücken dir die Daumen.',
      recruiter:
        "Dein Gespräch mit {{ applicant_name | default: 'einer Bewerberin oder einem Bewerber' }} rückt näher. Ein letzter Blick in die Bewerbung hilft vielleicht.",
    },
    fr: {
      title:
        "{% if hours_before == 1 %}Dans une heure{% else %}Bientôt{% endif %} : {% if audience == 'recruiter' %}votre entretien avec {{ applicant_name | default: 'une personne candidate' }}{% else %}votre entretien chez {{ company_name }}{% endif %}",
      message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
      ...interviewWords.fr,
      label: 'Bientôt',
      applicant: 'Votre entretien chez {{ company_name }} approche. Nous croisons les doigts pour vous.',
      recruiter:
        "Votre entretien avec {{ applicant_name | default: 'une personne qui a postulé' }} approche. Un dernier regard sur la candidature peut aider.",
    },
    es: {
      title:
        "{% if hours_before == 1 %}En una hora{% else %}Pronto{% endif %}: {% if audience == 'recruiter' %}tu entrevista con {{ applicant_name | default: 'una persona candidata' }}{% else %}tu entrevista en {{ company_name }}{% endif %}",
      message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
      ...interviewWords.es,
      label: 'Ya se acerca',
      applicant: 'Se acerca tu entrevista en {{ company_name }}. Te deseamos mucha suerte.',
      recruiter:
        "Se acerca tu entrevista con {{ applicant_name | default: 'quien ha presentado la candidatura' }}. Un último vistazo a la candidatura puede ayudar.",
    },
  },
  mail: (words, { colon, button, company }) =>
    mail(
      '{{ title }}',
      interviewPreheader,
      band('warm', '◷', words.label),
      headline('{{ title }}'),
      paragraph(`{% if audience == 'recruiter' %}${words.recruiter}{% else %}${words.applicant}{% endif %}`),
      interviewTime(words, colon),
      ...company,
      button,
      interviewCalendar(words, colon),
    ),
  why: hasApplied,
  mailExtras: calendarExtras,
  sample: { ...sampleInterview, hours_before: 24 },
  forms: [
    [
      'in an hour, for the recruiter',
      { hours_before: 1, audience: 'recruiter', applicant_name: 'Ada Lovelace' },
    ],
  ],
});
