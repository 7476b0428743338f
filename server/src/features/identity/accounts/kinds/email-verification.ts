import { headline, kindTexts, mail, paragraph, soft } from '../../../../platform/kind-texts/index.ts';
import { addressHints, plainAddress, sampleLink } from './one-time-link.ts';

export const emailVerification = kindTexts({
  kind: 'email_verification',
  words: {
    en: {
      title: 'Confirm your e-mail address',
      message: 'Please confirm that {{ email }} is yours.',
      subject: 'Confirm your e-mail address',
      preheader: 'One click, and your account is ready.',
      text: 'Please confirm that {{ email }} is yours.',
      hint: 'The link is good for 24 hours. If you have not signed up at Rolecall, ignore this mail.',
      address: addressHints.en,
    },
    de: {
      title: 'Bestätige deine E-Mail-Adresse',
      message: 'Bitte bestätige, dass {{ email }} dir gehört.',
      subject: 'Bestätige deine E-Mail-Adresse',
      preheader: 'Ein Klick, und dein Konto ist bereit.',
      text: 'bitte bestätige, dass {{ email }} dir gehört.',
      hint: 'Der Link gilt 24 Stunden. Wenn du dich nicht bei Rolecall registriert hast, kannst du diese Mail ignorieren.',
      address: addressHints.de,
    },
    fr: {
      title: 'Confirmez votre adresse e-mail',
      message: 'Veuillez confirmer que l’adresse {{ email }} est bien la vôtre.',
      subject: 'Confirmez votre adresse e-mail',
      preheader: 'Un clic, et votre compte est prêt.',
      text: 'Veuillez confirmer que l’adresse {{ email }} est bien la vôtre.',
      hint: 'Le lien est valable 24 heures. Si vous n’avez pas créé de compte sur Rolecall, ignorez cet e-mail.',
      address: addressHints.fr,
    },
    es: {
      title: 'Confirma tu correo electrónico',
      message: 'Confirma que la dirección {{ email }} es tuya.',
      subject: 'Confirma tu correo electrónico',
      preheader: 'Un clic, y tu cuenta estará lista.',
      text: 'Confirma que la dirección {{ email }} es tuya.',
      hint: 'El enlace vale 24 horas. Si no te has registrado en Rolecall, no hagas caso de este correo.',
      address: addressHints.es,
    },
  },
  mail: ({ subject, preheader, text, hint, address }, { greeting, button }) =>
    mail(
      subject,
      preheader,
      headline('{{ title }}'),
      greeting,
      paragraph(text),
      button,
      soft(hint),
      plainAddress(address),
    ),
  why: {
    en: 'You get this mail because somebody gave this address for an account at Rolecall.',
    de: 'Du bekommst diese Mail, weil jemand diese Adresse für ein Konto bei Rolecall angegeben hat.',
    fr: 'Vous recevez cet e-mail parce que cette adresse a été indiquée pour un compte sur Rolecall.',
    es: 'Recibes este correo porque alguien dio esta dirección para una cuenta en Rolecall.',
  },
  sample: sampleLink,
});
