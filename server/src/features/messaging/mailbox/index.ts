export { createMailbox, type Mailbox } from './mailbox.ts';
export { type MailSink, startMailSink } from './sink.ts';
