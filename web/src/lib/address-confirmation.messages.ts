import { defineMessages } from '@rolecall/contract';

/** What is said where an address has to be confirmed first. */
export const confirmationMessages = defineMessages({
  en: {
    first: 'Confirm your e-mail address first: follow the link in the mail that we have sent you.',
    send_again: 'Send the mail again',
    sent: 'Mail sent',
    follow: 'Follow its link, then try again.',
  },
  de: {
    first: 'Bestätige zuerst deine E-Mail-Adresse: Folge dem Link in der Mail, die wir dir geschickt haben.',
    send_again: 'Mail noch einmal senden',
    sent: 'Mail gesendet',
    follow: 'Folge dem Link darin, dann versuche es noch einmal.',
  },
  fr: {
    first: 'Confirmez d’abord votre adresse e-mail : suivez le lien de l’e-mail que nous vous avons envoyé.',
    send_again: 'Renvoyer l’e-mail',
    sent: 'E-mail envoyé',
    follow: 'Suivez son lien, puis réessayez.',
  },
  es: {
    first: 'Confirma primero tu dirección de correo: sigue el enlace del mensaje que te hemos enviado.',
    send_again: 'Enviar el correo otra vez',
    sent: 'Correo enviado',
    follow: 'Sigue su enlace y vuelve a intentarlo.',
  },
});
