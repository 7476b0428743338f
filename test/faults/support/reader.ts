import { type CursorStore, memoryCursor, NotificationSocket } from '@rolecall/client';
import {
  clientMessageSchema,
  type Role,
  roleTopic,
  serverMessageSchema,
  type Topic,
  typeTopic,
} from '@rolecall/contract';
import { WebSocket } from 'ws';
import type { ClientProxy } from './client-proxy.ts';
import { WireCheck } from './wire-check.ts';

export interface FaultPerson {
  readonly id: string;
  readonly role: Role;
}

/** The topics that every reader of this role follows: one that it is put in, and one that it subscribes to. */
export const topicsOf = (role: Role): readonly Topic[] => [roleTopic(role), typeTopic('job_posted', role)];

/** A notification as the client's program was given it. */
export interface AppliedEntry {
  readonly seq: number;
  readonly id: string;
}

/** Where streams end, by name; that of the person is `user`. */
export type Heads = ReadonlyMap<string, number>;

export interface ReaderOptions {
  readonly name: string;
  readonly person: FaultPerson;
  readonly proxy: ClientProxy;
  readonly epoch: string;
  readonly random: () => number;
  /** Signs a token of this person. */
  readonly mint: (expiresAt: Date) => Promise<string>;
}

/**
 * The client's clock runs so much faster than that of the test: it takes a line for dead after 7 seconds instead of 50,
 * and comes back the sooner. The server's clock is the real one.
 */
const speed = 7;
const tokenLifeMs = 15 * 60_000;

/** One client as a program has it, which notes what it was given. */
export class Reader {
  readonly name: string;
  readonly person: FaultPerson;
  readonly proxy: ClientProxy;
  /** What the program was given, in that order. */
  readonly notifications: AppliedEntry[] = [];
  /** Seqs of messages that the program was given, by topic. */
  readonly messages = new Map<string, number[]>();
  /** Heads of the topics at the moment the client joined them: the first message that it is owed follows. */
  readonly joinedAt = new Map<string, number>();
  /** Breaches of the rules by the server or the client. */
  readonly faults: string[] = [];
  /** How often it has opened a connection. */
  connections = 0;
  /** Close codes of its connections, in order. */
  readonly closes: number[] = [];
  readonly #options: ReaderOptions;
  readonly #socket: NotificationSocket;
  readonly #watches = new Set<() => void>();
  readonly #startedAt = Date.now();
  #token: { token: string; expiresAt: Date } | undefined;
  #nextTokenEnds: Date | undefined;

  constructor(options: ReaderOptions) {
    this.name = options.name;
    this.person = options.person;
    this.proxy = options.proxy;
    this.#options = options;
    const cursors: CursorStore = memoryCursor({ epoch: options.epoch, seq: 0 });
    this.#socket = new NotificationSocket({
      url: `${options.proxy.url.replace('http', 'ws')}/ws/notifications/`,
      WebSocket: this.#recordingSocket(),
      cursors,
      accessToken: () => this.#accessToken(),
      refresh: async () => {
        this.#token = undefined;
      },
      now: () => this.#toClientTime(Date.now()),
      random: options.random,
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds / speed);
        return () => clearTimeout(timer);
      },
    });
    this.#socket.subscribe('job_posted');
    this.#socket.on('notification', ({ seq, id }) => {
      this.notifications.push({ seq, id });
      this.#look();
    });
    this.#socket.on('event', ({ topic, seq }) => {
      if (topic === undefined || seq === undefined) return;
      const known = this.messages.get(topic);
      if (known === undefined) this.messages.set(topic, [seq]);
      else known.push(seq);
      this.#look();
    });
    this.#socket.on('resync', ({ head }) => this.faults.push(`the client gave up what was before ${head}`));
    this.#socket.on('missed', ({ topic }) => this.faults.push(`the client gave up messages of ${topic}`));
    this.#socket.on('status', (status) => {
      if (status.state === 'stopped' && status.reason === 'signed_out')
        this.faults.push('the client stopped');
      this.#look();
    });
  }

  /** Where it stands in a stream. */
  position(stream: string): number {
    if (stream === 'user') return this.notifications.at(-1)?.seq ?? 0;
    return this.messages.get(stream)?.at(-1) ?? this.joinedAt.get(stream) ?? -1;
  }

  /** Resolves when the connection is live. */
  live(): Promise<void> {
    return this.until(() => this.#socket.status.state === 'live');
  }

  /** Resolves when it has come to these heads, of those streams that are its own. */
  reached(heads: Heads): Promise<void> {
    return this.until(() => heads.entries().every(([stream, head]) => this.position(stream) >= head));
  }

  /** Resolves when this is so; it is asked after whatever happens to the client. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        this.#watches.delete(look);
        resolve();
      };
      this.#watches.add(look);
      look();
    });
  }

  /** The next token that it gets runs out at this moment, while the client believes in its usual life. */
  shortenNextToken(endsAt: Date): void {
    this.#token = undefined;
    this.#nextTokenEnds = endsAt;
  }

  close(): void {
    this.#socket.close();
  }

  #look(): void {
    for (const watch of [...this.#watches]) watch();
  }

  #toClientTime(milliseconds: number): number {
    return this.#startedAt + (milliseconds - this.#startedAt) * speed;
  }

  async #accessToken(): Promise<{ token: string; expiresAt: number }> {
    while (this.#token === undefined) {
      const claimed = new Date(Date.now() + tokenLifeMs);
      const ends = this.#nextTokenEnds;
      const token = await this.#options.mint(ends ?? claimed);
      // It may have been shortened while this one was signed.
      if (ends !== this.#nextTokenEnds) continue;
      this.#nextTokenEnds = undefined;
      this.#token = { token, expiresAt: claimed };
    }
    return { token: this.#token.token, expiresAt: this.#toClientTime(this.#token.expiresAt.getTime()) };
  }

  /** A WebSocket of `ws` that holds what goes over it to the rules of the streams. */
  #recordingSocket() {
    const reader = this;
    return class extends WebSocket {
      readonly #check = new WireCheck(reader.person, (fault) => reader.faults.push(fault));

      constructor(url: string, protocol: string) {
        super(url, protocol, { perMessageDeflate: false });
        reader.connections += 1;
        this.on('message', (data) => {
          const message = serverMessageSchema.parse(JSON.parse(data.toString()));
          this.#check.heard(message);
          // The client does not listen any more to a connection that it is closing.
          if (this.readyState !== WebSocket.OPEN) return;
          if (message.type === 'connection_established' || message.type === 'subscribed') {
            reader.#join(message.topics);
          }
        });
        this.on('close', (code) => {
          reader.closes.push(code);
          reader.#look();
        });
      }

      override send(text: string): void {
        this.#check.said(clientMessageSchema.parse(JSON.parse(text)));
        super.send(text);
      }
    };
  }

  #join(heads: Readonly<Record<string, number>>): void {
    for (const [topic, head] of Object.entries(heads)) {
      if (!this.joinedAt.has(topic)) this.joinedAt.set(topic, head);
    }
  }
}
