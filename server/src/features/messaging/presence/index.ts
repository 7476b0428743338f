export { createPresence, type OnlineQuery, type Presence } from './presence.ts';
export { createPresenceTracker, type PresenceTracker } from './tracker.ts';
