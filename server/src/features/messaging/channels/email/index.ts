export { createEmailChannel, type EmailChannel } from './email-channel.ts';
export { createUnsubscribeTokens, type UnsubscribeTokens } from './unsubscribe.ts';
export { createUnsubscription, type UnsubscribeAnswer, type Unsubscription } from './unsubscribe-page.ts';
