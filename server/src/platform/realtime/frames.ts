/**
 * How messages travel: as frames of a WebSocket, as events of a stream over HTTP (server-sent events), or as frames of a
 * WebSocket in another dialect.
 */
export type Wire = 'websocket' | 'event_stream' | Dialect;

/** What some clients call things. Each message is translated once, however many of them get it. */
export interface Dialect {
  /** The message as these clients know it, both as JSON. */
  readonly translate: (text: string) => string;
}

/** A message that is ready for the wire. It is made once and shared by everybody who gets it. */
export class Frame {
  readonly text: string;
  /** When what it tells was committed, in milliseconds since 1970; absent where that says nothing. */
  readonly committedAt: number | undefined;
  /** Where its reader stands after it, for `Last-Event-ID`; absent where it does not move that. */
  readonly eventId: string | undefined;
  /** Whether somebody has had it. */
  written = false;
  #webSocket: Buffer | undefined;
  #event: Buffer | undefined;
  #translated: Map<Dialect, Buffer> | undefined;

  constructor(text: string, about: FrameFacts) {
    this.text = text;
    this.committedAt = about.committedAt;
    this.eventId = about.eventId;
  }

  bytesFor(wire: Wire): Buffer {
    if (wire === 'websocket') {
      this.#webSocket ??= webSocketFrame(this.text);
      return this.#webSocket;
    }
    if (wire === 'event_stream') {
      this.#event ??= Buffer.from(eventOf(this.text, this.eventId));
      return this.#event;
    }
    return this.#translatedFor(wire);
  }

  #translatedFor(dialect: Dialect): Buffer {
    this.#translated ??= new Map();
    const known = this.#translated.get(dialect);
    if (known !== undefined) return known;
    const bytes = webSocketFrame(dialect.translate(this.text));
    this.#translated.set(dialect, bytes);
    return bytes;
  }
}

interface FrameFacts {
  readonly committedAt?: number | undefined;
  readonly eventId?: string | undefined;
}

export function frameText(text: string, about: FrameFacts = {}): Frame {
  return new Frame(text, about);
}

/** The messages of one entry. Only the last one moves its reader: whoever is cut off before gets all of them again. */
export function frameTexts(texts: readonly string[], about: FrameFacts): Frame[] {
  const { eventId: _, ...before } = about;
  return texts.map((text, index) => frameText(text, index === texts.length - 1 ? about : before));
}

export function frameMessage(message: object, about: FrameFacts = {}): Frame {
  return new Frame(JSON.stringify(message), about);
}

const finalTextFrame = 0x81;

/** One final, unmasked text frame, as a server sends it (RFC 6455, section 5.2). */
function webSocketFrame(text: string): Buffer {
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
  return bytes;
}

/** An event of the HTML standard (section 9.2, server-sent events); JSON has no line breaks of its own. */
function eventOf(text: string, id: string | undefined): string {
  return `${id === undefined ? '' : `id: ${id}\n`}data: ${text}\n\n`;
}

/**
 * Joins frames that leave in one write. Connections that are written to one after the other mostly get the same frames;
 * they share one buffer then.
 */
export class FrameJoiner {
  #frames: readonly Frame[] = [];
  #wire: Wire = 'websocket';
  #bytes: Buffer = Buffer.alloc(0);

  join(frames: readonly Frame[], wire: Wire): Buffer {
    const [first] = frames;
    if (first !== undefined && frames.length === 1) return first.bytesFor(wire);
    if (!this.#isLast(frames, wire)) {
      this.#bytes = Buffer.concat(frames.map((frame) => frame.bytesFor(wire)));
      this.#frames = frames;
      this.#wire = wire;
    }
    return this.#bytes;
  }

  /** Lets go of the last buffer. */
  clear(): void {
    this.#frames = [];
    this.#bytes = Buffer.alloc(0);
  }

  #isLast(frames: readonly Frame[], wire: Wire): boolean {
    if (frames.length !== this.#frames.length || wire !== this.#wire) return false;
    for (let index = 0; index < frames.length; index += 1) {
      if (frames[index] !== this.#frames[index]) return false;
    }
    return true;
  }
}
