export { compareImportance, type Ranked } from './budget.ts';
export type { BulkGate } from './bulk.ts';
export type { Attempt, AttemptJournal, ChannelSender, OutgoingDelivery, SendOutcome } from './channel.ts';
export { createDeliveries, type Deliveries } from './deliveries.ts';
export { notificationData } from './personal-data.store.ts';
export { factsOf, findIrrelevant, type Reconsidered, uselessness } from './recheck.ts';
export {
  allRelevant,
  type PayloadRefresh,
  type PayloadRefreshes,
  type Refreshment,
  type RelevanceCheck,
  type RelevanceChecks,
  type RelevanceQuestion,
  relevanceCheck,
} from './relevance.ts';
export { createDeliveryWorker, type DeliveryWorker } from './worker.ts';
