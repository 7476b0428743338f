import type { Locale } from '@rolecall/contract';
import type { FarewellSender } from '../../../identity/privacy/index.ts';
import { type PlainMailOptions, sendPlainMail } from './plain-mail.ts';

interface Text {
  readonly subject: string;
  readonly text: (name: string) => string;
}

const texts: Readonly<Record<Locale, Text>> = {
  en: {
    subject: 'Your account is deleted',
    text: (name) =>
      `Hello ${name},\n\nyour account and everything that was kept with it have been deleted, as you asked. This is the last mail that you get from us.\n`,
  },
  de: {
    subject: 'Dein Konto ist gelöscht',
    text: (name) =>
      `Hallo ${name},\n\ndein Konto und alles, was dazu gespeichert war, ist gelöscht, wie du es wolltest. Das ist die letzte Mail, die du von uns bekommst.\n`,
  },
  fr: {
    subject: 'Votre compte est supprimé',
    text: (name) =>
      `Bonjour ${name},\n\nvotre compte et tout ce qui y était conservé ont été supprimés, comme vous l’avez demandé. Ceci est le dernier message que vous recevez de nous.\n`,
  },
  es: {
    subject: 'Tu cuenta está eliminada',
    text: (name) =>
      `Hola, ${name}:\n\ntu cuenta y todo lo que se guardaba con ella se han eliminado, como pediste. Este es el último correo que recibes de nosotros.\n`,
  },
};

/** Sends the last mail to who has left. It asks nothing of the account, which is gone. */
export function createFarewellSender(options: PlainMailOptions): FarewellSender {
  return ({ userId, email, name, locale }) => {
    const { subject, text } = texts[locale];
    const to = { name, address: email };
    const messageId = `<farewell-${userId}@rolecall>`;
    return sendPlainMail(options, { to, subject, text: text(name), messageId, isUrgent: false });
  };
}
