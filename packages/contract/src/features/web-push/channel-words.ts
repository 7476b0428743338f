import { defineMessages } from '../../messages/index.ts';

/** What the channel is called. */
export const webPushChannelWords = defineMessages({
  en: { label: 'Push', way: 'by push' },
  de: { label: 'Push', way: 'per Push' },
  fr: { label: 'Push', way: 'par notification push' },
  es: { label: 'Push', way: 'por notificación push' },
});
