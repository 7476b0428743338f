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
      title: 'Bestätigen Sie Ihre E-Mail-Adresse',
      message: 'Bitte bestätigen Sie, dass {{ email }} Ihnen gehört.',
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      preheader: 'Ein Klick, und Ihr Konto ist bereit.',
      text: 'bitte bestätigen Sie, dass {{ email }} Ihnen gehört.',
      hint: 'Der Link gilt 24 Stunden. Wenn Sie sich nicht bei Rolecall registriert haben, ignorieren Sie diese Mail.',
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
      title: 'Confirme su correo electrónico',
      message: 'Confirme que la dirección {{ email }} es suya.',
      subject: 'Confirme su correo electrónico',
      preheader: 'Un clic, y su cuenta estará lista.',
      text: 'Confirme que la dirección {{ email }} es suya.',
      hint: 'El enlace vale 24 horas. Si no se ha registrado en Rolecall, no haga caso de este correo.',
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
    de: 'Sie bekommen diese Mail, weil jemand diese Adresse für ein Konto bei Rolecall angegeben hat.',
    fr: 'Vous recevez cet e-mail parce que cette adresse a été indiquée pour un compte sur Rolecall.',
    es: 'Recibe este correo porque alguien dio esta dirección para una cuenta en Rolecall.',
  },
  sample: sampleLink,
});
