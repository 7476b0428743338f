import { headline, kindTexts, mail, paragraph, soft } from '../../../../platform/kind-texts/index.ts';
import { addressHints, plainAddress, sampleLink } from './one-time-link.ts';

export const passwordReset = kindTexts({
  kind: 'password_reset',
  words: {
    en: {
      title: 'Set a new password',
      message: 'Somebody, probably you, asked for a new password.',
      subject: 'Set a new password',
      preheader: 'The link is good for one hour.',
      text: 'Somebody, probably you, has asked for a new password for {{ email }}.',
      hint: 'The link works once and for one hour. If it was not you, do nothing: your password stays as it is.',
      address: addressHints.en,
    },
    de: {
      title: 'Neues Passwort festlegen',
      message: 'Jemand, wahrscheinlich du, hat ein neues Passwort angefordert.',
      subject: 'Neues Passwort festlegen',
      preheader: 'Der Link gilt eine Stunde.',
      text: 'jemand, wahrscheinlich du, hat ein neues Passwort für {{ email }} angefordert.',
      hint: 'Der Link gilt eine Stunde und nur einmal. Wenn du das nicht warst, brauchst du nichts zu tun: Dein Passwort bleibt, wie es ist.',
      address: addressHints.de,
    },
    fr: {
      title: 'Choisissez un nouveau mot de passe',
      message: 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe.',
      subject: 'Choisissez un nouveau mot de passe',
      preheader: 'Le lien est valable une heure.',
      text: 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour {{ email }}.',
      hint: 'Le lien est valable une heure et une seule fois. Si ce n’était pas vous, ne faites rien : votre mot de passe ne change pas.',
      address: addressHints.fr,
    },
    es: {
      title: 'Elige una contraseña nueva',
      message: 'Alguien, probablemente tú, ha pedido una contraseña nueva.',
      subject: 'Elige una contraseña nueva',
      preheader: 'El enlace vale una hora.',
      text: 'Alguien, probablemente tú, ha pedido una contraseña nueva para {{ email }}.',
      hint: 'El enlace vale una hora y una sola vez. Si no has sido tú, no hagas nada: tu contraseña no cambia.',
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
    en: 'You get this mail because a new password was asked for. Mails like this cannot be switched off.',
    de: 'Du bekommst diese Mail, weil ein neues Passwort angefordert wurde. Solche Mails lassen sich nicht abbestellen.',
    fr: 'Vous recevez cet e-mail parce qu’un nouveau mot de passe a été demandé. Ces e-mails ne peuvent pas être désactivés.',
    es: 'Recibes este correo porque se ha pedido una contraseña nueva. Estos correos no se pueden desactivar.',
  },
  sample: sampleLink,
});
