export { createComposer } from './compose.ts';
export { createEmailChannel, type EmailContact } from './email-channel.ts';
export { createEmailSender, type EmailSender } from './email-sender.ts';
export { createMarkTokens } from './mark-links.ts';
export { emailReasons } from './reasons.ts';
export { composeSamples } from './samples.ts';
export { sendTestMails, type TestedMail } from './test-mails.ts';
export { createUnsubscribeTokens, type UnsubscribeTokens } from './unsubscribe.ts';
export { createUnsubscription, type UnsubscribeAnswer, type Unsubscription } from './unsubscribe-page.ts';
