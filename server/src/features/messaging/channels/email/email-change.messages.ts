import { defineMessages } from '@rolecall/contract';

/** Mails about a change of address. They name nobody: it need not be the person's own address that they go to. */
export const emailChangeMessages = defineMessages({
  en: {
    hello: 'Hello,',
    confirm: 'Confirm your new e-mail address',
    confirm_text:
      'You want to use {address} for your account at Rolecall. Follow this link in the browser where you are signed in, until {at:date_time}. If you did not ask for it, do nothing.',
    requested: 'Your e-mail address is to be changed',
    requested_text:
      'Somebody who knows your password wants to change the address of your account at Rolecall to {address}. If it was you, there is nothing to do. If not, this link stops it, ends all sessions and asks you for a new password. It works until {at:date_time}.',
    confirmed: 'Your e-mail address was changed',
    confirmed_text:
      'The address of your account at Rolecall is {address} now. If it was not you, this link puts the old address back, ends all sessions and asks you for a new password. It works until {at:date_time}.',
  },
  de: {
    hello: 'Hallo,',
    confirm: 'Bestätige deine neue E-Mail-Adresse',
    confirm_text:
      'Du willst {address} für dein Konto bei Rolecall benutzen. Folge diesem Link in dem Browser, in dem du angemeldet bist, bis {at:date_time}. Wenn du das nicht wolltest, tu nichts.',
    requested: 'Deine E-Mail-Adresse soll geändert werden',
    requested_text:
      'Jemand, der dein Passwort kennt, will die Adresse deines Kontos bei Rolecall auf {address} ändern. Wenn du das bist, ist nichts zu tun. Wenn nicht, hält dieser Link es auf, beendet alle Sitzungen und fragt dich nach einem neuen Passwort. Er gilt bis {at:date_time}.',
    confirmed: 'Deine E-Mail-Adresse wurde geändert',
    confirmed_text:
      'Die Adresse deines Kontos bei Rolecall ist jetzt {address}. Wenn du das nicht warst, setzt dieser Link die alte Adresse wieder ein, beendet alle Sitzungen und fragt dich nach einem neuen Passwort. Er gilt bis {at:date_time}.',
  },
  fr: {
    hello: 'Bonjour,',
    confirm: 'Confirmez votre nouvelle adresse e-mail',
    confirm_text:
      'Vous voulez utiliser {address} pour votre compte Rolecall. Suivez ce lien dans le navigateur où vous êtes connecté, jusqu’au {at:date_time}. Si vous ne l’avez pas demandé, ne faites rien.',
    requested: 'Votre adresse e-mail va être modifiée',
    requested_text:
      'Quelqu’un qui connaît votre mot de passe veut remplacer l’adresse de votre compte Rolecall par {address}. Si c’est vous, il n’y a rien à faire. Sinon, ce lien l’empêche, ferme toutes les sessions et vous demande un nouveau mot de passe. Il est valable jusqu’au {at:date_time}.',
    confirmed: 'Votre adresse e-mail a été modifiée',
    confirmed_text:
      'L’adresse de votre compte Rolecall est maintenant {address}. Si ce n’était pas vous, ce lien rétablit l’ancienne adresse, ferme toutes les sessions et vous demande un nouveau mot de passe. Il est valable jusqu’au {at:date_time}.',
  },
  es: {
    hello: 'Hola:',
    confirm: 'Confirma tu nueva dirección de correo',
    confirm_text:
      'Quieres usar {address} para tu cuenta de Rolecall. Sigue este enlace en el navegador en el que has iniciado sesión, hasta el {at:date_time}. Si no lo has pedido, no hagas nada.',
    requested: 'Se va a cambiar tu dirección de correo',
    requested_text:
      'Alguien que conoce tu contraseña quiere cambiar la dirección de tu cuenta de Rolecall a {address}. Si eres tú, no tienes que hacer nada. Si no, este enlace lo impide, cierra todas las sesiones y te pide una nueva contraseña. Vale hasta el {at:date_time}.',
    confirmed: 'Se ha cambiado tu dirección de correo',
    confirmed_text:
      'La dirección de tu cuenta de Rolecall es ahora {address}. Si no has sido tú, este enlace restablece la dirección anterior, cierra todas las sesiones y te pide una nueva contraseña. Vale hasta el {at:date_time}.',
  },
});
