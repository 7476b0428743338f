import { z } from 'zod';
import type { Transport } from '../../platform/realtime/index.ts';

const messageSchema = z.looseObject({
  type: z.string(),
  seq: z.int().optional(),
  owner: z.string().optional(),
});
export type ReceivedMessage = z.infer<typeof messageSchema>;

/** A socket whose client reads when the test says so. */
export class FakeTransport implements Transport {
  readonly wire = 'websocket';
  readonly #received: ReceivedMessage[] = [];
  readonly #onMessage: (message: ReceivedMessage) => void;
  #waiting: Uint8Array[] = [];
  #whenDrained: (() => void)[] = [];
  #stalled = false;
  bufferedBytes = 0;
  writes = 0;
  pings = 0;
  paused = false;
  terminated = false;
  closed: { code: number; reason: string } | undefined;

  constructor(onMessage: (message: ReceivedMessage) => void = () => {}) {
    this.#onMessage = onMessage;
  }

  /** What the client has read so far. */
  get received(): readonly ReceivedMessage[] {
    return this.#received;
  }

  seqs(): number[] {
    return this.#received.flatMap(({ type, seq }) =>
      type === 'notification' && seq !== undefined ? [seq] : [],
    );
  }

  ofType(type: string): ReceivedMessage[] {
    return this.#received.filter((message) => message.type === type);
  }

  /** The client stops reading. */
  stall(): void {
    this.#stalled = true;
  }

  /** The client reads again, first what has waited. */
  unstall(): void {
    this.#stalled = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.bufferedBytes = 0;
    for (const bytes of waiting) this.#read(bytes);
    for (const work of this.#whenDrained.splice(0)) work();
  }

  write(bytes: Uint8Array): void {
    if (this.closed !== undefined || this.terminated) return;
    this.writes += 1;
    if (!this.#stalled) {
      this.#read(bytes);
      return;
    }
    this.#waiting.push(bytes);
    this.bufferedBytes += bytes.length;
  }

  ping(): void {
    this.pings += 1;
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  onceDrained(work: () => void): void {
    this.#whenDrained.push(work);
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
  }

  terminate(): void {
    this.terminated = true;
  }

  #read(bytes: Uint8Array): void {
    for (const text of readTextFrames(bytes)) {
      const message = messageSchema.parse(JSON.parse(text));
      this.#received.push(message);
      this.#onMessage(message);
    }
  }
}

/** Reads whole, unmasked text frames. */
function readTextFrames(bytes: Uint8Array): string[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: string[] = [];
  let offset = 0;
  while (offset < view.length) {
    if (view[offset] !== 0x81) throw new Error(`not a final text frame at byte ${offset}`);
    const short = view.readUInt8(offset + 1);
    const [start, length] =
      short < 126
        ? [offset + 2, short]
        : short === 126
          ? [offset + 4, view.readUInt16BE(offset + 2)]
          : [offset + 10, Number(view.readBigUInt64BE(offset + 2))];
    texts.push(view.toString('utf8', start, start + length));
    offset = start + length;
  }
  return texts;
}
