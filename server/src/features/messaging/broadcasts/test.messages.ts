import { defineMessages } from '@rolecall/contract';

/** What tells a test of a broadcast from the broadcast. */
export const broadcastTestMessages = defineMessages({
  en: { title: 'Test: {title}' },
  de: { title: 'Test: {title}' },
  fr: { title: 'Test : {title}' },
  es: { title: 'Prueba: {title}' },
});
