export type { Connection } from './connection.ts';
export type { Wire } from './frames.ts';
export { createHub, type Hub, type HubDependencies, type Presence, type ResumePoint } from './hub.ts';
export { defaultLimits, type HubLimits } from './limits.ts';
export { createHubMetrics, type HubMetrics } from './metrics.ts';
export { createPublisher, type RealtimePublisher } from './publisher.ts';
export type {
  EntryEncoder,
  InboxNumbers,
  StreamEntry,
  StreamHead,
  StreamReader,
  TopicEntry,
  TopicReader,
} from './streams.ts';
export { systemTimers, type Timers } from './timers.ts';
export { TokenBucket } from './token-bucket.ts';
export type { Identity, Transport } from './transport.ts';
