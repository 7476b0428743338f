export type { OnlinePeople, Recipient, Recipients } from './recipients.ts';
