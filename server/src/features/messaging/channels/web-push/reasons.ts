import { defineMessages } from '@rolecall/contract';
import type { ChannelReasons } from '../../routing/index.ts';

const messages = defineMessages({
  en: {
    sent: 'It was handed to the push service of a device of yours.',
    retrying: 'The push service could not take it yet; it is tried again at {moment}.',
    provider_unavailable: 'The push service cannot be reached; it goes out as soon as that is over.',
    throttled: 'It waits until {moment}, as the push service is left alone for a while.',
    sender_blocked:
      'The push service refused us as the sender; it is tried again at {moment}, and the operator is told.',
    no_device: 'No device of yours gets pushes.',
    device_blocked: 'Your device has to be connected anew: open Rolecall there.',
    device_gone: 'Your device does not take pushes any more.',
    message_rejected: 'The push service refused this message for good.',
  },
  de: {
    sent: 'Sie wurde dem Push-Dienst eines deiner Geräte übergeben.',
    retrying: 'Der Push-Dienst konnte sie noch nicht annehmen; der nächste Versuch ist um {moment}.',
    provider_unavailable: 'Der Push-Dienst ist nicht erreichbar; sie geht hinaus, sobald er es wieder ist.',
    throttled: 'Sie wartet bis {moment}, weil der Push-Dienst eine Weile in Ruhe gelassen wird.',
    sender_blocked:
      'Der Push-Dienst lehnt uns als Absender ab; der nächste Versuch ist um {moment}, und der Betreiber erfährt davon.',
    no_device: 'Keines deiner Geräte bekommt Push-Mitteilungen.',
    device_blocked: 'Dein Gerät muss neu verbunden werden: Öffne Rolecall dort.',
    device_gone: 'Dein Gerät nimmt keine Push-Mitteilungen mehr an.',
    message_rejected: 'Der Push-Dienst hat diese Nachricht endgültig abgelehnt.',
  },
  fr: {
    sent: 'Elle a été remise au service push de l’un de vos appareils.',
    retrying: 'Le service push n’a pas encore pu la prendre ; nouvel essai à {moment}.',
    provider_unavailable: 'Le service push est injoignable ; elle partira dès que possible.',
    throttled: 'Elle attend jusqu’à {moment}, le temps de laisser le service push tranquille.',
    sender_blocked:
      'Le service push nous refuse comme expéditeur ; nouvel essai à {moment}, et l’exploitant est prévenu.',
    no_device: 'Aucun de vos appareils ne reçoit de notifications push.',
    device_blocked: 'Votre appareil doit être reconnecté : ouvrez-y Rolecall.',
    device_gone: 'Votre appareil n’accepte plus de notifications push.',
    message_rejected: 'Le service push a refusé ce message définitivement.',
  },
  es: {
    sent: 'Se entregó al servicio push de uno de tus dispositivos.',
    retrying: 'El servicio push aún no pudo aceptarla; se intenta de nuevo: {moment}.',
    provider_unavailable: 'No se puede contactar con el servicio push; saldrá en cuanto sea posible.',
    throttled: 'Espera hasta {moment}, mientras se deja en paz al servicio push.',
    sender_blocked:
      'El servicio push nos rechaza como remitente; se intenta de nuevo: {moment}, y se avisa al operador.',
    no_device: 'Ninguno de tus dispositivos recibe notificaciones push.',
    device_blocked: 'Hay que volver a conectar tu dispositivo: abre Rolecall en él.',
    device_gone: 'Tu dispositivo ya no acepta notificaciones push.',
    message_rejected: 'El servicio push rechazó este mensaje definitivamente.',
  },
});

type WebPushReasonCodes = { readonly [Code in (typeof messages.keys)[number]]: true };

declare module '../../routing/reasons/reasons.ts' {
  interface ChannelReasonCodes extends WebPushReasonCodes {}
}

const devices = '/settings/notifications';

/** What is said of pushes. */
export const webPushReasons: ChannelReasons = {
  channel: 'web_push',
  messages,
  pages: { no_device: devices, device_blocked: devices, device_gone: devices },
};
