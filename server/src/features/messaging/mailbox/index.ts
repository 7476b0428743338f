export { createMailbox, type Mailbox } from './mailbox.ts';
export { mailboxData } from './personal-data.store.ts';
export { type MailSink, startMailSink } from './sink.ts';
