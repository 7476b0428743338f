import { defineMessages } from '@rolecall/contract';
import type { ChannelReasons } from '../../routing/index.ts';

const messages = defineMessages({
  en: {
    sent: 'It was handed to the mail server.',
    retrying: 'The mail server could not take it yet; it is tried again at {moment}.',
    provider_unavailable: 'The mail server cannot be reached; it goes out as soon as that is over.',
    throttled: 'It waits until {moment}, so that the mail servers are not overrun.',
    sender_blocked:
      'The mail server refused us as the sender; it is tried again at {moment}, and the operator is told.',
    bulk_paused:
      'Held back, looked at again at {moment}: too many mails bounced or were reported as spam, so those that can wait are paused.',
    no_address: 'There is no address to send it to.',
    address_unverified: 'This is only mailed to a confirmed address; it is in the inbox.',
    address_bounced:
      'Your address does not take our mail; confirm it in your account once it does. This is in the inbox.',
    address_complained:
      'A mail of ours was reported as spam, so only what your account needs is mailed. It is in the inbox.',
    address_suppressed: 'The operator has stopped mail to this address.',
    address_rejected: 'The mail server of the recipient does not know this address.',
    message_rejected: 'The mail server refused this message for good.',
  },
  de: {
    sent: 'Sie wurde dem Mailserver übergeben.',
    retrying: 'Der Mailserver konnte sie noch nicht annehmen; der nächste Versuch ist um {moment}.',
    provider_unavailable: 'Der Mailserver ist nicht erreichbar; sie geht hinaus, sobald er es wieder ist.',
    throttled: 'Sie wartet bis {moment}, damit die Mailserver nicht überrannt werden.',
    sender_blocked:
      'Der Mailserver lehnt uns als Absender ab; der nächste Versuch ist um {moment}, und der Betreiber erfährt davon.',
    bulk_paused:
      'Zurückgehalten, um {moment} wird neu entschieden: Zu viele Mails waren unzustellbar oder wurden als Spam gemeldet; was warten kann, ist angehalten.',
    no_address: 'Es gibt keine Adresse, an die sie gehen könnte.',
    address_unverified: 'Das geht nur an eine bestätigte Adresse; es steht im Posteingang.',
    address_bounced:
      'Deine Adresse nimmt unsere Mails nicht an; bestätige sie in deinem Konto, sobald sie es wieder tut. Die Nachricht steht im Posteingang.',
    address_complained:
      'Eine Mail von uns wurde als Spam gemeldet, deshalb geht nur hinaus, was dein Konto braucht. Sie steht im Posteingang.',
    address_suppressed: 'Der Betreiber hat Mails an diese Adresse gestoppt.',
    address_rejected: 'Der Mailserver des Empfängers kennt diese Adresse nicht.',
    message_rejected: 'Der Mailserver hat diese Nachricht endgültig abgelehnt.',
  },
  fr: {
    sent: 'Elle a été remise au serveur de messagerie.',
    retrying: 'Le serveur de messagerie n’a pas encore pu la prendre ; nouvel essai à {moment}.',
    provider_unavailable: 'Le serveur de messagerie est injoignable ; elle partira dès que possible.',
    throttled: 'Elle attend jusqu’à {moment} pour ne pas surcharger les serveurs de messagerie.',
    sender_blocked:
      'Le serveur de messagerie nous refuse comme expéditeur ; nouvel essai à {moment}, et l’exploitant est prévenu.',
    bulk_paused:
      'Retenu, nouvel examen à {moment} : trop d’e-mails ont été rejetés ou signalés comme indésirables ; ceux qui peuvent attendre sont suspendus.',
    no_address: 'Il n’y a pas d’adresse où l’envoyer.',
    address_unverified: 'Cela ne part que vers une adresse confirmée ; c’est dans la boîte de réception.',
    address_bounced:
      'Votre adresse n’accepte pas nos e-mails ; confirmez-la dans votre compte dès qu’elle les accepte de nouveau. Le message est dans la boîte de réception.',
    address_complained:
      'Un de nos e-mails a été signalé comme indésirable : seul ce dont votre compte a besoin est envoyé. Elle est dans la boîte de réception.',
    address_suppressed: 'L’exploitant a arrêté les e-mails vers cette adresse.',
    address_rejected: 'Le serveur de messagerie du destinataire ne connaît pas cette adresse.',
    message_rejected: 'Le serveur de messagerie a refusé ce message définitivement.',
  },
  es: {
    sent: 'Se entregó al servidor de correo.',
    retrying: 'El servidor de correo aún no pudo aceptarla; se intenta de nuevo: {moment}.',
    provider_unavailable: 'No se puede contactar con el servidor de correo; saldrá en cuanto sea posible.',
    throttled: 'Espera hasta {moment} para no saturar los servidores de correo.',
    sender_blocked:
      'El servidor de correo nos rechaza como remitente; se intenta de nuevo: {moment}, y se avisa al operador.',
    bulk_paused:
      'Retenido, se revisa de nuevo a las {moment}: demasiados correos rebotaron o se marcaron como spam; los que pueden esperar están en pausa.',
    no_address: 'No hay ninguna dirección a la que enviarla.',
    address_unverified: 'Esto solo va a una dirección confirmada; está en la bandeja.',
    address_bounced:
      'Tu dirección no acepta nuestros correos; confírmala en tu cuenta cuando vuelva a aceptarlos. El mensaje está en la bandeja.',
    address_complained:
      'Uno de nuestros correos se marcó como no deseado, así que solo se envía lo que tu cuenta necesita. Está en la bandeja.',
    address_suppressed: 'El operador ha detenido los correos a esta dirección.',
    address_rejected: 'El servidor de correo del destinatario no conoce esta dirección.',
    message_rejected: 'El servidor de correo rechazó este mensaje definitivamente.',
  },
});

type EmailReasonCodes = { readonly [Code in (typeof messages.keys)[number]]: true };

declare module '../../routing/reasons/reasons.ts' {
  interface ChannelReasonCodes extends EmailReasonCodes {}
}

const account = '/settings/account';

/** What is said of mails. */
export const emailReasons: ChannelReasons = {
  channel: 'email',
  messages,
  pages: { address_unverified: account, address_bounced: account, address_complained: account },
};
