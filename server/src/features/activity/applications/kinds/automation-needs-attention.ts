import {
  band,
  headline,
  kindTexts,
  mail,
  paragraph,
  quotation,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { hasApplied } from './why.ts';

export const automationNeedsAttention = kindTexts({
  kind: 'automation_needs_attention',
  words: {
    en: {
      title: 'Your application at {{ company_name }} needs you',
      message: '{{ question }}',
      label: 'A question for you',
      text: 'Your application for {{ job_title }} waits for an answer that only you can give:',
    },
    de: {
      title: 'Ihre Bewerbung bei {{ company_name }} braucht Sie',
      message: '{{ question }}',
      label: 'Eine Frage an Sie',
      text: 'Ihre Bewerbung für {{ job_title }} wartet auf eine Antwort, die nur Sie geben können:',
    },
    fr: {
      title: 'Votre candidature chez {{ company_name }} a besoin de vous',
      message: '{{ question }}',
      label: 'Une question pour vous',
      text: 'Votre candidature pour {{ job_title }} attend votre réponse :',
    },
    es: {
      title: 'Su candidatura en {{ company_name }} le necesita',
      message: '{{ question }}',
      label: 'Una pregunta para usted',
      text: 'Su candidatura para {{ job_title }} espera una respuesta que solo usted puede dar:',
    },
  },
  mail: ({ label, text }, { button }) =>
    mail(
      '{{ title }}',
      '{{ question }}',
      band('warm', '?', label),
      headline('{{ title }}'),
      paragraph(text),
      quotation('question'),
      button,
    ),
  why: hasApplied,
  sample: { ...sampleApplication, question: 'When could you start?' },
});
