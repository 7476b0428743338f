import type { FarewellSender } from '../../../identity/privacy/index.ts';
import { farewellMessages } from './farewell.messages.ts';
import { type PlainMailOptions, sendPlainMail } from './plain-mail.ts';

/** Sends the last mail to who has left. It asks nothing of the account, which is gone. */
export function createFarewellSender(options: PlainMailOptions): FarewellSender {
  return ({ userId, email, name, locale }) => {
    const words = farewellMessages(locale);
    const to = { name, address: email };
    const text = `${words.hello({ name })}\n\n${words.text()}\n`;
    const messageId = `<farewell-${userId}@rolecall>`;
    return sendPlainMail(options, { to, subject: words.subject(), text, messageId, isUrgent: false });
  };
}
