export { createInboundMail, type InboundMail, type MailtoUnsubscribe } from './returned/inbound-mail.ts';
export { startInboundSmtp } from './returned/smtp-listener.ts';
