import {
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { hasApplied } from './why.ts';

export const applicationJobClosed = kindTexts({
  kind: 'application_job_closed',
  words: {
    en: {
      title: '{{ job_title }} takes no more applications',
      message: '{{ company_name }} has closed the posting. Your application stays with them.',
      hint: 'You hear here when they decide. You can withdraw it at any time, and go on looking meanwhile.',
    },
    de: {
      title: '{{ job_title }}: keine Bewerbungen mehr',
      message: '{{ company_name }} hat die Stelle geschlossen. Deine Bewerbung bleibt dort.',
      hint: 'Du erfährst hier, wenn entschieden wird. Zurückziehen kannst du sie jederzeit, und inzwischen weitersuchen.',
    },
    fr: {
      title: '{{ job_title }} : plus de candidatures',
      message: '{{ company_name }} a fermé l’offre. Votre candidature y reste.',
      hint: 'Vous saurez ici ce qui est décidé. Vous pouvez la retirer à tout moment, et continuer à chercher entre-temps.',
    },
    es: {
      title: '{{ job_title }} ya no admite candidaturas',
      message: '{{ company_name }} ha cerrado la oferta. Tu candidatura sigue allí.',
      hint: 'Aquí sabrás qué deciden. Puedes retirarla cuando quieras, y seguir buscando mientras tanto.',
    },
  },
  mail: ({ hint }, { greeting, button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      paragraph(hint),
      button,
    ),
  why: hasApplied,
  sample: sampleApplication,
});
