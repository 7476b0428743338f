import {
  band,
  companyForms,
  companyMark,
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleJob,
} from '../../../../platform/kind-texts/index.ts';
import { decision, decisionExtras } from './decision.ts';
import { wantsJobs } from './why.ts';

export const skillMatch = kindTexts({
  kind: 'skill_match',
  words: {
    en: {
      title: '{{ job_title }} at {{ company_name }}',
      message: `It asks for what you know: {{ skills | slice: 0, 5 | list }}${companyMark.en}`,
      label: 'Your skills · {{ score | percent }} match',
    },
    de: {
      title: '{{ job_title }} bei {{ company_name }}',
      message: `Gefragt ist, was du kannst: {{ skills | slice: 0, 5 | list }}${companyMark.de}`,
      label: 'Deine Stärken · Passt zu {{ score | percent }}',
    },
    fr: {
      title: '{{ job_title }} chez {{ company_name }}',
      message: `Vos compétences y sont recherchées : {{ skills | slice: 0, 5 | list }}${companyMark.fr}`,
      label: 'Vos atouts · {{ score | percent }} de compatibilité',
    },
    es: {
      title: '{{ job_title }} en {{ company_name }}',
      message: `Piden lo que sabes: {{ skills | slice: 0, 5 | list }}${companyMark.es}`,
      label: 'Tus puntos fuertes · {{ score | percent }} de compatibilidad',
    },
  },
  mail: ({ label }, { button, colon, locale }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '★', label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      button,
      decision(locale, colon),
    ),
  why: wantsJobs,
  mailExtras: decisionExtras,
  forms: companyForms,
  sample: { ...sampleJob, score: 80, skills: ['radar', 'german', 'ship handling'] },
});
