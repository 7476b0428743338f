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

export const salaryAlert = kindTexts({
  kind: 'salary_alert',
  words: {
    en: {
      title: '{{ job_title }} at {{ company_name }}',
      message: `It pays {{ pay | pay }}, more than you ask for.${companyMark.en}`,
      label: 'Pays more than you ask for',
    },
    de: {
      title: '{{ job_title }} bei {{ company_name }}',
      message: `Mehr, als du dir wünschst: {{ pay | pay }}.${companyMark.de}`,
      label: 'Mehr, als du dir wünschst',
    },
    fr: {
      title: '{{ job_title }} chez {{ company_name }}',
      message: `Plus que ce que vous demandez : {{ pay | pay }}.${companyMark.fr}`,
      label: 'Plus que ce que vous demandez',
    },
    es: {
      title: '{{ job_title }} en {{ company_name }}',
      message: `Pagan más de lo que pides: {{ pay | pay }}.${companyMark.es}`,
      label: 'Paga más de lo que pides',
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
  sample: { ...sampleJob, pay: { minimum: 84_000, maximum: 96_000, currency: 'EUR', period: 'year' } },
});
