export { createMailSender, type MailSender } from './mail-sender.ts';
export { createStandaloneMailSender, openMailSender } from './open-mail-sender.ts';
export type { SendingOverview } from './sending-overview.ts';
