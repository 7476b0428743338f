import { headline, kindTexts, mail, paragraph, soft } from '../../../../platform/kind-texts/index.ts';
import { wantsTips } from './why.ts';

export const skillGap = kindTexts({
  kind: 'skill_gap',
  words: {
    en: {
      title: 'Do you know {{ skill }}?',
      message:
        "{{ jobs | plural: 'fitting job asks', 'fitting jobs ask' }} for {{ skill }}, which is not in your profile.",
      hint: 'If you know it, add it to your profile; if not, it may be worth a look.',
    },
    de: {
      title: 'Kannst du {{ skill }}?',
      message:
        "{{ jobs | plural: 'passender Job verlangt', 'passende Jobs verlangen' }} {{ skill }}. In deinem Profil steht es nicht.",
      hint: 'Wenn du dich damit auskennst, ergänze dein Profil; wenn nicht, lohnt sich vielleicht ein Blick.',
    },
    fr: {
      title: 'Connaissez-vous {{ skill }} ?',
      message:
        "{{ jobs | plural: 'offre qui vous correspond demande', 'offres qui vous correspondent demandent' }} {{ skill }}, qui ne figure pas dans votre profil.",
      hint: 'Si c’est le cas, ajoutez cette compétence à votre profil ; sinon, elle mérite peut-être un coup d’œil.',
    },
    es: {
      title: '¿Conoces {{ skill }}?',
      message:
        "{{ jobs | plural: 'empleo que encaja contigo pide', 'empleos que encajan contigo piden' }} {{ skill }}, que no figura en tu perfil.",
      hint: 'Si lo conoces, añádelo a tu perfil; si no, quizá merezca un vistazo.',
    },
  },
  mail: ({ hint }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(hint),
      button,
    ),
  why: wantsTips,
  sample: { skill: 'ECDIS', jobs: 12 },
});
