import { defineMessages } from '@rolecall/contract';

/** Tells people that we cannot mail them. */
export const addressNoticeMessages = defineMessages({
  en: {
    region: 'Your e-mail address',
    sent: 'Mail sent',
    follow: 'Follow its link, and {address} is good again.',
    confirm: 'Confirm the address',
    unreachable: 'We can’t reach you at {address}',
    no_mailbox: 'Its mail server says that there is no such mailbox. If there is, confirm the address.',
    came_back: 'Our mails have come back several times. If the mailbox works again, confirm the address.',
    only_needed: 'We mail {address} only what your account needs',
    spam: 'A mail of ours was reported as spam. To get the others again, confirm the address.',
    stopped: 'Mail to {address} is stopped',
    by_operator: 'The operator of this site has decided so. What we have to tell you is in the inbox.',
  },
  de: {
    region: 'Deine E-Mail-Adresse',
    sent: 'E-Mail gesendet',
    follow: 'Folge dem Link darin, und {address} ist wieder in Ordnung.',
    confirm: 'Adresse bestätigen',
    unreachable: 'Wir erreichen dich nicht unter {address}',
    no_mailbox: 'Der Mailserver sagt, dass es das Postfach nicht gibt. Falls doch, bestätige die Adresse.',
    came_back: 'Unsere E-Mails kamen mehrmals zurück. Wenn das Postfach wieder geht, bestätige die Adresse.',
    only_needed: 'An {address} schicken wir nur, was dein Konto braucht',
    spam: 'Eine unserer E-Mails wurde als Spam gemeldet. Um die anderen wieder zu bekommen, bestätige die Adresse.',
    stopped: 'E-Mails an {address} sind gestoppt',
    by_operator:
      'Das haben die Betreiber dieser Seite so entschieden. Was wir dir zu sagen haben, steht im Posteingang.',
  },
  fr: {
    region: 'Votre adresse e-mail',
    sent: 'E-mail envoyé',
    follow: 'Suivez son lien, et {address} sera de nouveau valable.',
    confirm: 'Confirmer l’adresse',
    unreachable: 'Nous ne pouvons pas vous joindre à {address}',
    no_mailbox: 'Son serveur dit que cette boîte n’existe pas. Si elle existe, confirmez l’adresse.',
    came_back:
      'Nos e-mails sont revenus plusieurs fois. Si la boîte fonctionne de nouveau, confirmez l’adresse.',
    only_needed: 'Nous n’écrivons à {address} que pour l’essentiel de votre compte',
    spam: 'Un de nos e-mails a été signalé comme indésirable. Pour recevoir de nouveau les autres, confirmez l’adresse.',
    stopped: 'Les e-mails vers {address} sont arrêtés',
    by_operator:
      'L’exploitant de ce site en a décidé ainsi. Ce que nous avons à vous dire se trouve dans la boîte de réception.',
  },
  es: {
    region: 'Tu correo electrónico',
    sent: 'Correo enviado',
    follow: 'Sigue su enlace y {address} volverá a servir.',
    confirm: 'Confirmar la dirección',
    unreachable: 'No podemos escribirte a {address}',
    no_mailbox: 'Su servidor dice que ese buzón no existe. Si existe, confirma la dirección.',
    came_back:
      'Nuestros correos han vuelto varias veces. Si el buzón funciona de nuevo, confirma la dirección.',
    only_needed: 'A {address} solo escribimos lo que tu cuenta necesita',
    spam: 'Un correo nuestro se marcó como spam. Para volver a recibir los demás, confirma la dirección.',
    stopped: 'Los correos a {address} están detenidos',
    by_operator:
      'Así lo ha decidido el operador de este sitio. Lo que tengamos que decirte está en la bandeja de entrada.',
  },
});
