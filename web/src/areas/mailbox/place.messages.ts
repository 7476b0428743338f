import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const mailboxMessages = defineMessages({
  en: { mailbox: 'Mailbox' },
  de: { mailbox: 'Postfach' },
  fr: { mailbox: 'Boîte aux lettres' },
  es: { mailbox: 'Buzón' },
});
