export type { Connection } from './connection.ts';
export type { Presence } from './connections.ts';
export type { Dialect, Wire } from './frames.ts';
export { createHub, type Hub } from './hub.ts';
export { defaultLimits, type HubLimits } from './limits.ts';
export { createHubMetrics } from './metrics.ts';
export type { HubProtocol, TopicsOfRole } from './protocol.ts';
export { createPublisher, type RealtimePublisher } from './publisher.ts';
export type { ResumePoint } from './resumption.ts';
export type {
  EntryEncoder,
  StreamEntry,
  StreamHead,
  StreamNumbers,
  StreamReader,
  TopicEntry,
  TopicReader,
} from './streams.ts';
export { systemTimers, type Timers } from './timers.ts';
export type { Identity, Transport } from './transport.ts';
