import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { closeCodes, maximumMessageBytes, socketSubprotocol } from '@rolecall/contract';
import { WebSocket, WebSocketServer } from 'ws';
import { authenticate, believedCookies, type CookieRule, type Handshakes } from '../handshake/index.ts';
import { Conversation, type ConversationDependencies } from './conversation.ts';
import { predecessorDialect, toldUnasked } from './predecessors.ts';
import { WebSocketTransport } from './transport.ts';

export interface SocketServerLimits {
  /** Messages that a client may send at once. */
  readonly messageBurst: number;
  /** Messages per second that it may send in the long run. */
  readonly messagesPerSecond: number;
}

export const defaultSocketServerLimits: SocketServerLimits = {
  messageBurst: 60,
  messagesPerSecond: 20,
};

export interface SocketServerDependencies extends Omit<ConversationDependencies, 'limits'> {
  readonly handshakes: Handshakes;
  readonly cookieRule: CookieRule;
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

/** Why a socket is closed instead of opened. */
const refusals = {
  expired: { code: closeCodes.tokenExpired, reason: 'token expired' },
  invalid: { code: closeCodes.authenticationFailed, reason: 'authentication failed' },
  malformed: { code: closeCodes.invalidToken, reason: 'invalid token format' },
} as const;

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
  /** Who asks for others is answered without one, as programs of the predecessors expect. */
  handleProtocols: (protocols: ReadonlySet<string>) =>
    protocols.has(socketSubprotocol) ? socketSubprotocol : false,
  WebSocket: ClientSocket,
};

export function createSocketServer(dependencies: SocketServerDependencies): SocketServer {
  const { hub, authenticators, handshakes, logger, clientAddress, cookieRule } = dependencies;
  const limits = { ...defaultSocketServerLimits, ...dependencies.limits };
  const conversations: ConversationDependencies = { ...dependencies, limits };
  const webSockets = new WebSocketServer(serverOptions);

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = URL.parse(request.url ?? '', 'http://localhost');
    if (address === null || !paths.has(address.pathname)) {
      refuse(socket, 404);
      return;
    }
    const admission = handshakes.admit(clientAddress(request));
    if (admission !== 'admitted') {
      refuse(socket, admission);
      return;
    }
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Nothing is read before it is known who speaks.
      webSocket.pause();
      listen(webSocket);
      void handshakes.during(() => open(webSocket, socket, request, address.searchParams));
    });
  }

  /** Closes after the upgrade, never before: browsers do not see why a handshake failed. */
  async function open(
    webSocket: ClientSocket,
    socket: Duplex,
    request: IncomingMessage,
    query: URLSearchParams,
  ): Promise<void> {
    const speaksOurs = webSocket.protocol === socketSubprotocol;
    const transport = new WebSocketTransport(
      webSocket,
      socket,
      speaksOurs ? 'websocket' : predecessorDialect,
    );
    const close = (code: number, reason: string) => {
      handshakes.refused(code);
      transport.close(code, reason);
    };
    try {
      const identity = await authenticate(proofsOf(request, query), authenticators, cookieRule);
      if (typeof identity === 'string') {
        const { code, reason } = refusals[identity];
        close(code, reason);
        return;
      }
      if (webSocket.readyState !== webSocket.OPEN) return;
      const connection = await hub.accept(transport, identity);
      if (connection === null) return;
      if (webSocket.readyState !== webSocket.OPEN) {
        hub.release(connection);
        return;
      }
      if (identity.grantId !== null && authenticators.hasEnded(identity.grantId)) {
        // It ended while the hub took it over.
        hub.close(connection, refusals.invalid.code, refusals.invalid.reason);
        return;
      }
      webSocket.conversation = new Conversation(connection, identity.role, conversations);
      if (!speaksOurs) webSocket.conversation.begin(toldUnasked(identity.role));
      webSocket.resume();
    } catch (error) {
      logger.error({ err: error }, 'a socket could not be opened');
      close(closeCodes.overLimit, 'try again later');
    }
  }

  /** Browsers send cookies along from any page, so they count only from the pages of allowed origins. */
  function proofsOf({ headers }: IncomingMessage, query: URLSearchParams) {
    return {
      bearer: null,
      token: query.get('token'),
      ticket: query.get('ticket'),
      cookies: believedCookies(headers, cookieRule),
    };
  }

  function refuse(socket: Duplex, status: number): void {
    handshakes.refused(status);
    socket.on('error', () => socket.destroy());
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
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
