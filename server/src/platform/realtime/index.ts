export type { Connection } from './connection.ts';
export { createHub, type Hub, type HubDependencies } from './hub.ts';
export { defaultLimits, type HubLimits } from './limits.ts';
export { createHubMetrics, type HubMetrics } from './metrics.ts';
export { createPublisher, type RealtimePublisher, typeGroup } from './publisher.ts';
export type { EntryEncoder, StreamEntry, StreamHead, StreamReader } from './streams.ts';
export type { Timers } from './timers.ts';
export { TokenBucket } from './token-bucket.ts';
export type { Identity, Transport } from './transport.ts';
