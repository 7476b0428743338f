import { headline, kindTexts, mail, paragraph, soft } from '../../../../platform/kind-texts/index.ts';

export const profileReminder = kindTexts({
  kind: 'profile_reminder',
  words: {
    en: {
      title: 'Better matches with a fuller profile',
      message: "Your profile still lacks {{ missing | words: 'profile_part' | list }}.",
      hint: 'It takes a few minutes, and each part lets us find jobs that fit you better.',
    },
    de: {
      title: 'Mehr Angaben, bessere Treffer',
      message: "In Ihrem Profil fehlt noch: {{ missing | words: 'profile_part' | list }}.",
      hint: 'Es dauert wenige Minuten, und mit jedem Teil finden wir Jobs, die besser zu Ihnen passen.',
    },
    fr: {
      title: 'Un profil plus complet, de meilleures offres',
      message: "Il manque encore à votre profil : {{ missing | words: 'profile_part' | list }}.",
      hint: 'Cela prend quelques minutes, et chaque partie nous aide à trouver des offres qui vous correspondent mieux.',
    },
    es: {
      title: 'Un perfil más completo, mejores empleos',
      message: "A su perfil todavía le falta: {{ missing | words: 'profile_part' | list }}.",
      hint: 'Son unos minutos, y con cada parte encontramos empleos que encajan mejor con usted.',
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
  why: {
    en: 'You get this mail because you want tips for your career by e-mail.',
    de: 'Sie bekommen diese Mail, weil Sie per E-Mail Tipps für Ihre Karriere möchten.',
    fr: 'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.',
    es: 'Recibe este correo porque quiere consejos para su carrera por correo electrónico.',
  },
  sample: { missing: ['headline', 'pay_floor', 'resume'] },
});
