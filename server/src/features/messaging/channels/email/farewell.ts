import type { Locale } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { FarewellSender } from '../../../identity/privacy/index.ts';
import { type MailSender, safeHeader, UnsafeHeaderError } from '../../../mail/sending/index.ts';

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

/** Sends the last mail to who has left. It asks nothing of the account, which is gone, and leaves no delivery behind. */
export function createFarewellSender(options: {
  readonly clock: Clock;
  readonly mailSender: Pick<MailSender, 'send'>;
  readonly from: string;
}): FarewellSender {
  const { clock, mailSender, from } = options;
  return async ({ userId, email, name, locale }) => {
    const { subject, text } = texts[locale];
    const body = text(name);
    try {
      const { result } = await mailSender.send({
        from,
        to: { name: safeHeader('To', name), address: safeHeader('To', email) },
        subject,
        text: body,
        html: body
          .trim()
          .split('\n\n')
          .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
          .join('\n'),
        // The same for a second attempt, so that a mailbox can tell that it is the same mail.
        messageId: `<farewell-${userId}@rolecall>`,
        date: clock.now(),
        headers: { 'Auto-Submitted': 'auto-generated' },
        reference: null,
        isUrgent: false,
      });
      if (result === 'sent') return 'sent';
      return result === 'address_rejected' || result === 'message_rejected' ? 'never' : 'later';
    } catch (error) {
      if (error instanceof UnsafeHeaderError) return 'never';
      throw error;
    }
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
