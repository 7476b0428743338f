import {
  band,
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleJob,
} from '../../../../platform/kind-texts/index.ts';
import { wantsJobs } from './why.ts';

export const matchScoreCalculated = kindTexts({
  kind: 'match_score_calculated',
  words: {
    en: {
      title: '{{ job_title }} at {{ company_name }}',
      message:
        'Your match is {{ match_score | percent }}{% if previous_score %} now; it was {{ previous_score | percent }}{% endif %}.',
      match: '{{ match_score | percent }} match',
    },
    de: {
      title: '{{ job_title }} bei {{ company_name }}',
      message:
        'Der Job passt {% if previous_score %}jetzt {% endif %}zu {{ match_score | percent }}{% if previous_score %}, vorher waren es {{ previous_score | percent }}{% endif %}.',
      match: 'Passt zu {{ match_score | percent }}',
    },
    fr: {
      title: '{{ job_title }} chez {{ company_name }}',
      message:
        'Compatibilité : {{ match_score | percent }}{% if previous_score %}, contre {{ previous_score | percent }} auparavant{% endif %}.',
      match: '{{ match_score | percent }} de compatibilité',
    },
    es: {
      title: '{{ job_title }} en {{ company_name }}',
      message:
        'Compatibilidad{% if previous_score %} actual{% endif %}: {{ match_score | percent }}{% if previous_score %}; antes, {{ previous_score | percent }}{% endif %}.',
      match: '{{ match_score | percent }} de compatibilidad',
    },
  },
  mail: ({ match }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '★', match),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      button,
    ),
  why: wantsJobs,
  sample: { ...sampleJob, match_score: 82, previous_score: 67 },
});
