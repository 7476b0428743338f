export { createInbox, type Inbox, type InboxQuery } from './inbox.ts';
export { createInboxStreams, type InboxStreams, type StreamCursor, type StreamHead } from './streams.ts';
