export { createAttemptJournal } from './attempt-journal.ts';
export { createComposer } from './compose.ts';
export { createEmailChannel } from './email-channel.ts';
export { createFarewellSender } from './farewell.ts';
export { createUnsubscribeTokens, type UnsubscribeTokens } from './unsubscribe.ts';
export { createUnsubscription, type UnsubscribeAnswer, type Unsubscription } from './unsubscribe-page.ts';
