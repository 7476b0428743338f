import { type RawData, WebSocket } from 'ws';

export interface ReaderOptions {
  /** `ws:` address of the socket with its token. */
  readonly url: string;
  /** A message that was applied: of a topic, or a notification of the person. */
  readonly onApplied?: (message: Readonly<Record<string, unknown>>) => void;
}

/** The longest delay before it comes back, in milliseconds; any from 0 on is as likely. */
const longestDelay = 1_000;

/**
 * A client that keeps nothing but how far it has come: light enough for hundreds of them in the process that also sends
 * and measures. It applies the person's stream and that of its role, each seq once and in order, and resumes both.
 */
export class Reader {
  /** The last seq of the person's stream. */
  seq = 0;
  /** The last seq of the role's topic. */
  topicSeq = 0;
  applied = 0;
  /** Times that the server could not send what was missed. */
  resyncs = 0;
  /** Close codes, in order. */
  readonly closes: number[] = [];
  readonly #options: ReaderOptions;
  readonly #greeted = Promise.withResolvers<void>();
  #webSocket: WebSocket;
  #epoch = '';
  #topic = '';
  #isPaused = false;
  #isClosed = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#webSocket = this.#connect();
  }

  /** The first connection has been greeted. */
  get ready(): Promise<void> {
    return this.#greeted.promise;
  }

  /** Reads nothing more, until `resume`. */
  pause(): void {
    this.#isPaused = true;
    this.#webSocket.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#webSocket.resume();
  }

  close(): void {
    this.#isClosed = true;
    this.#webSocket.terminate();
  }

  #connect(): WebSocket {
    const webSocket = new WebSocket(this.#options.url, 'rolecall.v1', { perMessageDeflate: false });
    webSocket.on('message', (data) => this.#receive(data));
    webSocket.on('error', () => {});
    webSocket.on('close', (code) => {
      if (this.#isClosed) return;
      this.closes.push(code);
      setTimeout(() => this.#reconnect(), Math.random() * longestDelay);
    });
    return webSocket;
  }

  #reconnect(): void {
    if (this.#isClosed) return;
    this.#webSocket = this.#connect();
    if (this.#isPaused) this.#webSocket.once('open', () => this.#webSocket.pause());
  }

  #receive(data: RawData): void {
    const message: unknown = JSON.parse(data.toString());
    if (!isRecord(message)) return;
    const { type, seq, topic } = message;
    if (type === 'connection_established') this.#greet(message);
    else if (type === 'resync_required') this.resyncs += 1;
    else if (type === 'notification' && seq === this.seq + 1) {
      this.seq += 1;
      this.#apply(message);
    } else if (topic === this.#topic && seq === this.topicSeq + 1) {
      this.topicSeq += 1;
      this.#apply(message);
    }
  }

  #greet({ epoch, topics, head }: Readonly<Record<string, unknown>>): void {
    if (typeof epoch !== 'string' || typeof head !== 'number' || !isRecord(topics)) return;
    const [[topic, topicHead] = []] = Object.entries(topics);
    if (topic === undefined || typeof topicHead !== 'number') return;
    if (this.#epoch === '') {
      [this.#epoch, this.#topic, this.seq, this.topicSeq] = [epoch, topic, head, topicHead];
      this.#greeted.resolve();
      return;
    }
    const cursors = { user: this.seq, topics: { [topic]: this.topicSeq } };
    this.#webSocket.send(JSON.stringify({ type: 'resume', epoch: this.#epoch, cursors }));
  }

  #apply(message: Readonly<Record<string, unknown>>): void {
    this.applied += 1;
    this.#options.onApplied?.(message);
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
