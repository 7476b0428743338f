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
      message: "In deinem Profil fehlt noch: {{ missing | words: 'profile_part' | list }}.",
      hint: 'Es dauert wenige Minuten, und mit jedem Teil finden wir Jobs, die besser zu dir passen.',
    },
    fr: {
      title: 'Un profil plus complet, de meilleures offres',
      message: "Il manque encore à votre profil : {{ missing | words: 'profile_part' | list }}.",
      hint: 'Cela prend quelques minutes, et chaque partie nous aide à trouver des offres qui vous correspondent mieux.',
    },
    es: {
      title: 'Un perfil más completo, mejores empleos',
      message: "A tu perfil todavía le falta: {{ missing | words: 'profile_part' | list }}.",
      hint: 'Son unos minutos, y con cada parte encontramos empleos que encajan mejor contigo.',
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
    de: 'Du bekommst diese Mail, weil du per E-Mail Tipps für deine Karriere möchtest.',
    fr: 'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.',
    es: 'Recibes este correo porque quieres consejos para tu carrera por correo electrónico.',
  },
  sample: { missing: ['headline', 'pay_floor', 'resume'] },
});
