export type { CallOptions } from './caller.ts';
export { type Client, createClient } from './client.ts';
export type { ClientOptions } from './client-with.ts';
export type { ConnectOptions } from './connect.ts';
export { type ClientErrorCode, type FieldFault, RolecallError } from './errors.ts';
export {
  createNotificationFeed,
  type FeedOptions,
  type SharingOptions,
} from './notifications/create-feed.ts';
export { type Cursor, type CursorStore, memoryCursor } from './notifications/cursors.ts';
export type { ConnectionStatus, NotificationEvents, NotificationFeed } from './notifications/feed.ts';
export { NotificationSocket, type NotificationSocketOptions } from './notifications/notification-socket.ts';
export type { SharedWorkerLike, WorkerPort } from './notifications/sharing/worker-port.ts';
export type { WebSocketConstructor, WebSocketLike } from './notifications/web-socket.ts';
export type { Operation, Operations } from './operations.ts';
export type { Input, Output, Upload } from './request.ts';
export { cookieTokens, memoryTokens, type TokenStore, type Tokens } from './tokens.ts';
