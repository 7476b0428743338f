/** What a page needs to follow notifications, without the schemas and the table of endpoints. */
export { type ClientErrorCode, RolecallError } from '../errors.ts';
export { createNotificationFeed, type FeedOptions, type SharingOptions } from './create-feed.ts';
export { type Cursor, type CursorStore, memoryCursor } from './cursors.ts';
export type { ConnectionStatus, NotificationEvents, NotificationFeed } from './feed.ts';
export { NotificationSocket, type NotificationSocketOptions } from './notification-socket.ts';
export { SharedFeed } from './sharing/shared-feed.ts';
export type { SharedWorkerLike, WorkerPort } from './sharing/worker-port.ts';
export type { WebSocketConstructor, WebSocketLike } from './web-socket.ts';
