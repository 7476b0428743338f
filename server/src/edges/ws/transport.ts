import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Transport, Wire } from '../../platform/realtime/index.ts';

const nothing = new Uint8Array(0);

/**
 * A WebSocket as the hub sees it. Frames go straight to the TCP socket below `ws`, which is ours since the upgrade:
 * `ws` itself would make a frame and a write per message and client. That is safe because nothing of `ws` waits
 * between two of its own writes when compression is off.
 */
export class WebSocketTransport implements Transport {
  readonly wire: Wire;
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;

  constructor(webSocket: WebSocket, socket: Duplex, wire: Wire = 'websocket') {
    this.wire = wire;
    this.#webSocket = webSocket;
    this.#socket = socket;
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength;
  }

  write(bytes: Uint8Array): void {
    if (this.#isOpen()) this.#socket.write(bytes);
  }

  ping(): void {
    if (this.#isOpen()) this.#webSocket.ping();
  }

  pause(): void {
    this.#webSocket.pause();
  }

  resume(): void {
    this.#webSocket.resume();
  }

  onceDrained(work: () => void): void {
    // Writes are taken in their order, so this one is done when all before it are.
    this.#socket.write(nothing, () => work());
  }

  close(code: number, reason: string): void {
    // A paused socket would never see the client's answer.
    this.#webSocket.resume();
    this.#webSocket.close(code, reason);
  }

  terminate(): void {
    this.#webSocket.terminate();
  }

  #isOpen(): boolean {
    return this.#webSocket.readyState === this.#webSocket.OPEN && !this.#socket.destroyed;
  }
}
