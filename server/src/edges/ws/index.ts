export type { ReadMarks } from './conversation.ts';
export { hubProtocol } from './hub-protocol.ts';
export { encodeNotification } from './messages.ts';
export { createSocketMetrics, type SocketMetrics } from './metrics.ts';
export {
  createSocketServer,
  defaultSocketServerLimits,
  type SocketServer,
  type SocketServerDependencies,
  type SocketServerLimits,
} from './socket-server.ts';
