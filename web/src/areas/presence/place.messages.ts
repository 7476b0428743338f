import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const presenceMessages = defineMessages({
  en: { online: 'Online' },
  de: { online: 'Online' },
  fr: { online: 'En ligne' },
  es: { online: 'En línea' },
});
