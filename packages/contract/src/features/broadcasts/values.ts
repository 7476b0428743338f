/** `failed`: it could not go on by itself; `failure` tells why, and it can be resumed. */
export const broadcastStatuses = [
  'draft',
  'scheduled',
  'running',
  'paused',
  'finished',
  'stopped',
  'failed',
] as const;
export type BroadcastStatus = (typeof broadcastStatuses)[number];

/** Name of the live message that tells operators how a broadcast gets on. */
export const broadcastProgressEvent = 'broadcast_progress';
