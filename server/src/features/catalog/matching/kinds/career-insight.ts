import { kindTexts, plainMail } from '../../../../platform/kind-texts/index.ts';
import { wantsTips } from './why.ts';

export const careerInsight = kindTexts({
  kind: 'career_insight',
  words: {
    en: {
      title:
        '{% if change_percent >= 0 %}{{ skill }} is in demand{% else %}Fewer jobs ask for {{ skill }}{% endif %}',
      message:
        "{{ change_percent | abs | percent }} {% if change_percent >= 0 %}more{% else %}fewer{% endif %} jobs ask for it than {{ days | plural: 'day', 'days' }} ago.",
    },
    de: {
      title:
        '{% if change_percent >= 0 %}{{ skill }} ist gefragt{% else %}{{ skill }} ist weniger gefragt{% endif %}',
      message:
        "{{ change_percent | abs | percent }} {% if change_percent >= 0 %}mehr{% else %}weniger{% endif %} Jobs verlangen es als vor {{ days | plural: 'Tag', 'Tagen' }}.",
    },
    fr: {
      title:
        '{% if change_percent >= 0 %}{{ skill }} : la demande monte{% else %}{{ skill }} : la demande baisse{% endif %}',
      message:
        "{{ change_percent | abs | percent }} d’offres en {% if change_percent >= 0 %}plus{% else %}moins{% endif %} qu’il y a {{ days | plural: 'jour', 'jours' }}.",
    },
    es: {
      title:
        '{% if change_percent >= 0 %}{{ skill }} tiene mucha demanda{% else %}{{ skill }} tiene menos demanda{% endif %}',
      message:
        "Un {{ change_percent | abs | percent }} {% if change_percent >= 0 %}más{% else %}menos{% endif %} de empleos que hace {{ days | plural: 'día', 'días' }}.",
    },
  },
  mail: (_, { button }) => plainMail(button),
  why: wantsTips,
  sample: { skill: 'radar', change_percent: 18, days: 30 },
  forms: [['less', { change_percent: -12 }]],
});
