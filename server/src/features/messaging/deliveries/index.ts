export { countReached } from './budget.store.ts';
export { countCollected, moveCollected, type SettledCollected, settleCollected } from './collected.store.ts';
export { findIrrelevant, type Reconsidered, toRoutedMessage, uselessness } from './content.ts';
export { insertDeliveries } from './deliveries.store.ts';
export { createDeliveries, type Deliveries } from './deliveries.ts';
export { countDeliveryOutcomes, type DeliveryOutcome } from './figures.store.ts';
export { countDeliveries } from './operator.store.ts';
export {
  checkOf,
  joinChecks,
  type KindCheck,
  type PayloadRefresh,
  type PayloadRefreshes,
  partsOf,
  type Refreshment,
  type RelevanceCheck,
  type RelevanceChecks,
  type RelevanceQuestion,
} from './relevance.ts';
export { type DeliveryRow, findDeliveriesOf, findLog, type LogEntry } from './timeline.store.ts';
export type { WakeUp } from './wake-up.ts';
export { type CollectedDelivery, findCollected } from './with-notifications.ts';
export { createDeliveryWorker, type DeliveryWorker } from './worker.ts';
export type { SharedWorkerDependencies } from './worker-dependencies.ts';
