export { createInbox, type Inbox } from './inbox.ts';
export { createInboxStreams, type InboxStreams, type StreamCursor, type StreamHead } from './streams.ts';
export { createUpkeep, type Upkeep } from './upkeep.ts';
