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
      title: 'Deine Bewerbung bei {{ company_name }} braucht dich',
      message: '{{ question }}',
      label: 'Eine Frage an dich',
      text: 'Deine Bewerbung für {{ job_title }} wartet auf eine Antwort, die nur du geben kannst:',
    },
    fr: {
      title: 'Votre candidature chez {{ company_name }} a besoin de vous',
      message: '{{ question }}',
      label: 'Une question pour vous',
      text: 'Votre candidature pour {{ job_title }} attend votre réponse :',
    },
    es: {
      title: 'Tu candidatura en {{ company_name }} te necesita',
      message: '{{ question }}',
      label: 'Una pregunta para ti',
      text: 'Tu candidatura para {{ job_title }} espera una respuesta que solo tú puedes dar:',
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
