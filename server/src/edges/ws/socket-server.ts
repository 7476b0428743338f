import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeCodes, maximumMessageBytes } from '@rolecall/contract';
import { WebSocket, WebSocketServer } from 'ws';
import { authenticateHandshake } from './authentication.ts';
import { Conversation, type ConversationDependencies } from './conversation.ts';
import { HandshakeLimiter } from './handshake-limiter.ts';
import { WebSocketTransport } from './transport.ts';

export interface SocketServerLimits {
  /** Handshakes that one address may make at once. */
  readonly handshakeBurst: number;
  /** Handshakes per second that it may make in the long run. */
  readonly handshakesPerSecond: number;
  /** Handshakes that may be in work at the same time. */
  readonly handshakesInWork: number;
  /** Messages that a client may send at once. */
  readonly messageBurst: number;
  /** Messages per second that it may send in the long run. */
  readonly messagesPerSecond: number;
}

export const defaultSocketServerLimits: SocketServerLimits = {
  handshakeBurst: 200,
  handshakesPerSecond: 20,
  handshakesInWork: 1_000,
  messageBurst: 60,
  messagesPerSecond: 20,
};

export interface SocketServerDependencies extends Omit<ConversationDependencies, 'limits'> {
  /** Origins whose pages may open a socket by cookie. */
  readonly allowedOrigins: readonly string[];
  /** Address of the caller, behind the trusted proxies. */
  readonly clientAddress: (request: IncomingMessage) => string;
  readonly limits?: Partial<SocketServerLimits>;
}

/** Opens sockets at `/ws/notifications/`. */
export interface SocketServer {
  /** Serves the upgrade requests of an HTTP server; returns the way to stop that. */
  attach(server: Server): () => void;
}

const paths = new Set(['/ws/notifications', '/ws/notifications/']);

/** A socket that knows its conversation, so that all sockets share their listeners. */
class ClientSocket extends WebSocket {
  conversation: Conversation | undefined;
}

const serverOptions = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  autoPong: false,
  maxPayload: maximumMessageBytes,
  maxFragments: 128,
  maxBufferedChunks: 4_096,
  /** How long a client may take to answer a close, in milliseconds. */
  closeTimeout: 5_000,
  WebSocket: ClientSocket,
};

export function createSocketServer(dependencies: SocketServerDependencies): SocketServer {
  const { hub, authenticators, clock, logger, metrics, clientAddress } = dependencies;
  const limits = { ...defaultSocketServerLimits, ...dependencies.limits };
  const conversations: ConversationDependencies = { ...dependencies, limits };
  const allowedOrigins = new Set(dependencies.allowedOrigins);
  const limiter = new HandshakeLimiter(limits.handshakeBurst, limits.handshakesPerSecond);
  const webSockets = new WebSocketServer(serverOptions);
  let inWork = 0;

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = URL.parse(request.url ?? '', 'http://localhost');
    if (address === null || !paths.has(address.pathname)) {
      refuse(socket, 404, 'Not Found');
    } else if (!limiter.allows(clientAddress(request), clock.now().getTime())) {
      refuse(socket, 429, 'Too Many Requests');
    } else if (inWork >= limits.handshakesInWork) {
      refuse(socket, 503, 'Service Unavailable');
    } else {
      webSockets.handleUpgrade(request, socket, head, (webSocket) => {
        // Nothing is read before it is known who speaks.
        webSocket.pause();
        listen(webSocket);
        void open(webSocket, socket, request, address.searchParams);
      });
    }
  }

  /** Closes after the upgrade, never before: browsers do not see why a handshake failed. */
  async function open(
    webSocket: ClientSocket,
    socket: Duplex,
    request: IncomingMessage,
    query: URLSearchParams,
  ): Promise<void> {
    const transport = new WebSocketTransport(webSocket, socket);
    const close = (code: number, reason: string) => {
      metrics.refused(code);
      transport.close(code, reason);
    };
    inWork += 1;
    try {
      const identity = await authenticateHandshake(request, query, authenticators, allowedOrigins);
      if ('code' in identity) {
        close(identity.code, identity.reason);
        return;
      }
      if (webSocket.readyState !== webSocket.OPEN) return;
      const connection = await hub.accept(transport, identity);
      if (connection === null) return;
      if (webSocket.readyState !== webSocket.OPEN) {
        hub.release(connection);
        return;
      }
      webSocket.conversation = new Conversation(connection, conversations);
      webSocket.resume();
    } catch (error) {
      logger.error({ err: error }, 'a socket could not be opened');
      close(closeCodes.overLimit, 'try again later');
    } finally {
      inWork -= 1;
    }
  }

  function refuse(socket: Duplex, status: number, reason: string): void {
    metrics.refused(status);
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  function listen(webSocket: ClientSocket): void {
    webSocket.on('message', onMessage);
    webSocket.on('ping', onPing);
    webSocket.on('pong', onPong);
    webSocket.on('close', onClose);
    webSocket.on('error', onError);
  }

  function onMessage(this: WebSocket, data: WebSocket.RawData, isBinary: boolean): void {
    if (!(this instanceof ClientSocket)) return;
    if (isBinary) this.conversation?.receiveBinary();
    else this.conversation?.receive(data.toString());
  }

  function onPing(this: WebSocket, data: Buffer): void {
    if (this instanceof ClientSocket && this.conversation?.allows()) this.pong(data);
  }

  function onPong(this: WebSocket): void {
    if (this instanceof ClientSocket) this.conversation?.heard();
  }

  function onClose(this: WebSocket): void {
    if (this instanceof ClientSocket && this.conversation !== undefined) {
      hub.release(this.conversation.connection);
    }
  }

  /** The client has broken the protocol or its line; `ws` closes the socket with the fitting code. */
  function onError(this: WebSocket, error: Error): void {
    logger.debug({ err: error }, 'a socket failed');
  }

  return {
    attach(server) {
      server.on('upgrade', onUpgrade);
      return () => server.off('upgrade', onUpgrade);
    },
  };
}
