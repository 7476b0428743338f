import { brokenOff, type Link, type LinkEvents } from './link.ts';
import { openSocketLink } from './socket-link.ts';
import { openStreamLink, type StreamOptions, type StreamRequest } from './stream-link.ts';
import type { WebSocketConstructor } from './web-socket.ts';

/** Sockets in a row that end without a word of the server before the stream is tried. */
const socketAttempts = 2;
/** While a stream stands in for the socket, that is tried again after this time or up to half of it less, in ms. */
const probeInterval = 300_000;
/** A handshake that takes longer is given up, in milliseconds. */
export const handshakeLimit = 20_000;

export interface DialerOptions {
  /** `ws:` or `wss:` address, without a query. */
  readonly url: string;
  /** Undefined where there is none: then only the stream is used. */
  readonly WebSocket?: WebSocketConstructor | undefined;
  /** Where server-sent events are to be had when sockets do not get through; left out: only sockets are used. */
  readonly stream?: StreamOptions | undefined;
  /** A token that is good for at least so many milliseconds, refreshed where that is needed. */
  readonly accessToken: (
    minimumMs: number,
  ) => Promise<{ readonly token: string; readonly expiresAt: number }>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Runs the work later; returns the way to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/**
 * Opens links, and decides by what. The socket comes first. When it is silent twice in a row, as behind a proxy that
 * swallows it, the stream is tried: if that works it is kept, and the socket probed beside it from time to time; if it
 * does not, the server is away, and the socket's turn comes again.
 */
export class Dialer {
  readonly #options: DialerOptions;
  #silentSockets = 0;

  constructor(options: DialerOptions) {
    this.#options = options;
  }

  /** @throws when a socket cannot even be tried */
  dial(request: StreamRequest, events: LinkEvents): Link {
    const { WebSocket, stream } = this.#options;
    if (WebSocket === undefined || (stream !== undefined && this.#silentSockets >= socketAttempts)) {
      if (stream === undefined)
        throw new TypeError('There is neither a WebSocket nor a stream to connect by.');
      return this.#dialStream(stream, request, events);
    }
    return this.#dialSocket(WebSocket, request.token, events);
  }

  #dialSocket(WebSocket: WebSocketConstructor, token: string, events: LinkEvents): Link {
    this.#silentSockets += 1;
    const url = `${this.#options.url}?token=${encodeURIComponent(token)}`;
    return openSocketLink(url, WebSocket, {
      onMessage: (text) => {
        this.#silentSockets = 0;
        events.onMessage(text);
      },
      onEnd: (code) => {
        // A close code is a word of the server too.
        if (code !== brokenOff) this.#silentSockets = 0;
        events.onEnd(code);
      },
    });
  }

  #dialStream(options: StreamOptions, request: StreamRequest, events: LinkEvents): Link {
    let isSilent = true;
    return openStreamLink(options, request, {
      onMessage: (text) => {
        isSilent = false;
        events.onMessage(text);
      },
      onEnd: (code) => {
        if (isSilent && code === brokenOff) this.#silentSockets = 0;
        events.onEnd(code);
      },
    });
  }

  /**
   * Tries the socket from time to time, beside a stream.
   *
   * @param adopt takes over a socket on which the server has spoken, and gives what listens to it from then on
   * @returns the way to stop trying
   */
  probe(adopt: (link: Link, tokenExpiresAt: number) => LinkEvents): () => void {
    const { WebSocket, random, after } = this.#options;
    let cancelTimer = () => {};
    let probing: Link | undefined;
    let isOver = WebSocket === undefined;

    const rest = () => {
      probing = undefined;
      if (isOver) return;
      cancelTimer = after(Math.floor(probeInterval * (1 - random() / 2)), () => void attempt());
    };
    const attempt = async () => {
      try {
        const { token, expiresAt } = await this.#options.accessToken(handshakeLimit);
        if (!isOver) open(token, expiresAt);
      } catch {
        rest();
      }
    };
    const open = (token: string, expiresAt: number) => {
      if (WebSocket === undefined) return;
      let listener: LinkEvents | undefined;
      const link = this.#dialSocket(WebSocket, token, {
        onMessage: (text) => {
          if (listener === undefined) {
            isOver = true;
            probing = undefined;
            cancelTimer();
            listener = adopt(link, expiresAt);
          }
          listener.onMessage(text);
        },
        onEnd: (code) => {
          if (listener !== undefined) {
            listener.onEnd(code);
            return;
          }
          cancelTimer();
          rest();
        },
      });
      probing = link;
      cancelTimer = after(handshakeLimit, () => {
        link.close();
        rest();
      });
    };

    rest();
    return () => {
      isOver = true;
      cancelTimer();
      probing?.close();
    };
  }
}
