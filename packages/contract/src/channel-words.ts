import type { Channel } from './core/channels.ts';
import { webPushChannelWords } from './features/web-push/channel-words.ts';
import { type Catalogue, defineMessages } from './messages/index.ts';

/** What a channel is called: as the name of a switch, and as the way in a sentence ('you get alerts by mail'). */
export type ChannelWords = Catalogue<{ readonly label: string; readonly way: string }>;

const inboxWords = defineMessages({
  en: { label: 'Inbox', way: 'in the inbox' },
  de: { label: 'Posteingang', way: 'im Posteingang' },
  fr: { label: 'Boîte de réception', way: 'dans la boîte de réception' },
  es: { label: 'Bandeja de entrada', way: 'en la bandeja de entrada' },
});

const emailWords = defineMessages({
  en: { label: 'E-mail', way: 'by mail' },
  de: { label: 'E-Mail', way: 'per E-Mail' },
  fr: { label: 'E-mail', way: 'par e-mail' },
  es: { label: 'Correo', way: 'por correo' },
});

export const channelWords: Readonly<Record<Channel, ChannelWords>> = {
  inbox: inboxWords,
  email: emailWords,
  web_push: webPushChannelWords,
};
