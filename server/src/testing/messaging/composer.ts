/** Makes mails out of texts, for tests of those who bring the texts. */
export { createComposer } from '../../features/messaging/channels/email/index.ts';
