import type { ServerResponse } from 'node:http';
import type { Transport } from '../../platform/realtime/index.ts';

/** How long a client may take to read the end of its stream, in milliseconds. */
const closeTimeout = 5_000;

/**
 * A response of events as the hub sees it. The response begins with the first message, so that whatever goes wrong
 * before can still be answered as any other request.
 */
export class EventStreamTransport implements Transport {
  readonly wire = 'event_stream';
  readonly #response: ServerResponse;
  readonly #begin: () => void;
  #begun = false;
  /** What to do at every heartbeat, since the client cannot ask for a sign of life. */
  onHeartbeat = () => {};

  /** @param begin writes the head of the response */
  constructor(response: ServerResponse, begin: () => void) {
    this.#response = response;
    this.#begin = begin;
  }

  get bufferedBytes(): number {
    return this.#response.writableLength;
  }

  write(bytes: Uint8Array): void {
    if (!this.#isOpen()) return;
    if (!this.#begun) {
      this.#begun = true;
      this.#begin();
    }
    // Node.js would hold the bytes back until the next turn, and until then they would seem to be stuck.
    const { socket } = this.#response;
    socket?.cork();
    this.#response.write(bytes);
    socket?.uncork();
  }

  ping(): void {
    this.onHeartbeat();
  }

  /** A request has been read to its end. */
  pause(): void {}

  resume(): void {}

  onceDrained(work: () => void): void {
    if (this.#isOpen()) this.#response.write('', () => work());
  }

  /** Tells a client why by an event of its own; a response that has not begun is left to be answered otherwise. */
  close(code: number, reason: string): void {
    if (!this.#isOpen() || !this.#begun) return;
    const response = this.#response;
    const giveUp = setTimeout(() => response.destroy(), closeTimeout);
    giveUp.unref();
    response.once('close', () => clearTimeout(giveUp));
    response.end(`event: close\ndata: ${JSON.stringify({ code, reason })}\n\n`);
  }

  terminate(): void {
    this.#response.destroy();
  }

  #isOpen(): boolean {
    return !this.#response.writableEnded && !this.#response.destroyed;
  }
}
