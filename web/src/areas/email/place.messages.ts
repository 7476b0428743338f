import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const emailMessages = defineMessages({
  en: { email: 'E-mail' },
  de: { email: 'E-Mail' },
  fr: { email: 'E-mail' },
  es: { email: 'Correo' },
});
