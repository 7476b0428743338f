import type { ServerMessage } from '@rolecall/contract';

/** A message that is ready for the wire. It is made once and shared by every socket that gets it. */
export interface Frame {
  readonly bytes: Buffer;
  /** When what it tells was committed, in milliseconds since 1970; absent where that says nothing. */
  readonly committedAt: number | undefined;
  /** Whether some socket has had it. */
  written: boolean;
}

const finalTextFrame = 0x81;

/** Frames a text as a server does: one final, unmasked text frame (RFC 6455, section 5.2). */
export function frameText(text: string, committedAt?: number): Frame {
  const length = Buffer.byteLength(text);
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafeSlow(headerLength + length);
  bytes[0] = finalTextFrame;
  if (headerLength === 2) {
    bytes[1] = length;
  } else if (headerLength === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.write(text, headerLength);
  return { bytes, committedAt, written: false };
}

export function frameMessage(message: ServerMessage): Frame {
  return frameText(JSON.stringify(message));
}

/**
 * Joins frames that leave in one write. Sockets that are written to one after the other mostly get the same frames;
 * they share one buffer then.
 */
export class FrameJoiner {
  #frames: readonly Frame[] = [];
  #bytes: Buffer = Buffer.alloc(0);

  join(frames: readonly Frame[]): Buffer {
    const [first] = frames;
    if (first !== undefined && frames.length === 1) return first.bytes;
    if (!this.#isLast(frames)) {
      this.#bytes = Buffer.concat(frames.map(({ bytes }) => bytes));
      this.#frames = frames;
    }
    return this.#bytes;
  }

  /** Lets go of the last buffer. */
  clear(): void {
    this.#frames = [];
    this.#bytes = Buffer.alloc(0);
  }

  #isLast(frames: readonly Frame[]): boolean {
    if (frames.length !== this.#frames.length) return false;
    for (let index = 0; index < frames.length; index += 1) {
      if (frames[index] !== this.#frames[index]) return false;
    }
    return true;
  }
}
