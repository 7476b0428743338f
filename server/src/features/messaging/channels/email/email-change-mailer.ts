import { createHash } from 'node:crypto';
import type { ChangeMailer } from '../../../identity/accounts/index.ts';
import { emailChangeMessages } from './email-change.messages.ts';
import { type PlainMailOptions, sendPlainMail } from './plain-mail.ts';

/** Mails about a change of address, to the address that each is for whatever that of the account is by then. */
export function createEmailChangeMailer(
  options: PlainMailOptions & { readonly publicUrl: string },
): ChangeMailer {
  return ({ mail, address, locale, timeZone, newAddress, token, until }) => {
    const words = emailChangeMessages(locale, timeZone);
    const page = mail === 'confirm' ? 'confirm-email' : 'undo-email';
    // What is behind the # is sent to no server, so it stands in no log.
    const link = `${options.publicUrl}/${page}#${token}`;
    const values = { address: newAddress, at: until };
    const body = {
      confirm: words.confirm_text(values),
      requested: words.requested_text(values),
      confirmed: words.confirmed_text(values),
    }[mail];
    return sendPlainMail(options, {
      to: { name: '', address },
      subject: words[mail](),
      text: `${words.hello()}\n\n${body}\n\n${link}\n`,
      messageId: `<email-change-${createHash('sha256').update(`${mail} ${token}`).digest('hex').slice(0, 32)}@rolecall>`,
      isUrgent: true,
    });
  };
}
