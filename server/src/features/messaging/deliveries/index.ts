export type { ChannelSender, OutgoingDelivery, SendOutcome } from './channel.ts';
export { createDeliveries, type Deliveries } from './deliveries.ts';
export {
  allRelevant,
  type RelevanceCheck,
  type RelevanceChecks,
  type RelevanceQuestion,
  relevanceCheck,
} from './relevance.ts';
export { createDeliveryWorker, type DeliveryWorker } from './worker.ts';
