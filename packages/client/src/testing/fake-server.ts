import type { ServerMessage, Topic } from '@rolecall/contract';
import { memoryCursor } from '../notifications/cursors.ts';
import { NotificationSocket, type NotificationSocketOptions } from '../notifications/notification-socket.ts';
import type { Heads } from '../notifications/progress.ts';
import type { WebSocketLike } from '../notifications/web-socket.ts';

export const timestamp = '2026-09-01T12:00:00.000Z';
export const userId = '0199aaaa-0000-7000-8000-000000000001';

/** The socket's other end, in the hands of the test. */
export class FakeWebSocket implements WebSocketLike {
  readonly url: string;
  readonly sent: Record<string, unknown>[] = [];
  readonly #messages: ((event: { data: unknown }) => void)[] = [];
  readonly #closes: ((event: { code: number }) => void)[] = [];
  readyState = 1;

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  addEventListener(type: string, listener: (event: { data: unknown; code: number }) => void): void {
    if (type === 'message') this.#messages.push((event) => listener({ ...event, code: 0 }));
    if (type === 'close') this.#closes.push((event) => listener({ ...event, data: undefined }));
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
  }

  receive(message: ServerMessage): void {
    this.receiveText(JSON.stringify(message));
  }

  receiveText(text: string): void {
    for (const listener of this.#messages) listener({ data: text });
  }

  lose(code: number): void {
    this.readyState = 3;
    for (const listener of this.#closes) listener({ code });
  }
}

/** A socket on a clock, with its other end in the hands of the test. */
export function setUp(overrides: Partial<NotificationSocketOptions> = {}, onSent = () => {}) {
  const sockets: FakeWebSocket[] = [];
  const timers: { at: number; work: () => void }[] = [];
  const applied: number[] = [];
  const statuses: string[] = [];
  const resyncs: number[] = [];
  const counts: number[] = [];
  const events: string[] = [];
  let now = 0;
  let refreshes = 0;
  const socket = new NotificationSocket({
    url: 'ws://server/ws/notifications/',
    WebSocket: class extends FakeWebSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }

      override send(text: string): void {
        super.send(text);
        onSent();
      }
    },
    cursors: memoryCursor(),
    accessToken: async () => ({ token: `token-${refreshes}`, expiresAt: now + 900_000 }),
    refresh: async () => {
      refreshes += 1;
    },
    now: () => now,
    random: () => 0.5,
    after: (milliseconds, work) => {
      const timer = { at: now + milliseconds, work };
      timers.push(timer);
      return () => {
        const index = timers.indexOf(timer);
        if (index >= 0) timers.splice(index, 1);
      };
    },
    ...overrides,
  });
  socket.on('notification', ({ seq }) => applied.push(seq));
  socket.on('status', (status) =>
    statuses.push(status.state === 'waiting' ? `waiting ${status.delayMs}` : status.state),
  );
  socket.on('resync', ({ head }) => resyncs.push(head));
  socket.on('count', ({ unread }) => counts.push(unread));
  socket.on('event', ({ topic, seq, name }) => events.push(`${name} ${topic}:${seq}`));
  socket.on('job_posted', ({ seq }) => events.push(`job_posted ${seq}`));
  socket.on('missed', ({ topic, head }) => events.push(`missed ${topic} up to ${head}`));
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    ...{ socket, sockets, applied, statuses, resyncs, counts, events, settle },
    refreshes: () => refreshes,
    /** The newest socket. */
    current(): FakeWebSocket {
      const last = sockets.at(-1);
      if (last === undefined) throw new Error('there is no socket yet');
      return last;
    },
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        timers.sort((one, other) => one.at - other.at);
        const [next] = timers;
        if (next === undefined || next.at > end) break;
        timers.shift();
        now = next.at;
        next.work();
        await settle();
      }
      now = end;
    },
  };
}

export const greeting = (head: number, epoch = 'epoch-1', topics: Heads = {}): ServerMessage => ({
  type: 'connection_established',
  user_id: userId,
  user_type: 'job_seeker',
  session: 's',
  epoch,
  head,
  unread: head,
  unseen: head,
  revision: 0,
  heartbeat_ms: 25_000,
  topics,
  timestamp,
});
export const notification = (seq: number): ServerMessage => ({
  type: 'notification',
  id: userId,
  seq,
  kind: 'welcome',
  notification_type: 'welcome',
  category: 'account',
  priority: 'low',
  title: '',
  message: '',
  action: null,
  actions: [],
  image: '/notification-images/welcome.svg',
  subjects: [],
  group: null,
  data: {},
  created_at: timestamp,
  shown_at: timestamp,
  seen_at: null,
  read_at: null,
  archived_at: null,
  snoozed_until: null,
  pinned_at: null,
  live: true,
  timestamp,
});
export const event = (topic: Topic, seq: number): ServerMessage => ({
  type: 'event',
  topic,
  seq,
  name: 'told',
  data: {},
  timestamp,
});
export const subscribed = (topics: Heads): ServerMessage => ({
  type: 'subscribed',
  notification_types: ['job_posted'],
  topics,
  timestamp,
});
export const resumed: ServerMessage = { type: 'resumed', complete: true, timestamp };

/** A server of streams, in the hands of the test: what it was asked, and the newest stream. */
export function fakeStreams() {
  const requests: { readonly url: string; readonly headers: Record<string, string> }[] = [];
  let answer: (() => Response) | undefined;
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const write = (text: string) => writer?.enqueue(new TextEncoder().encode(text));
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push({ url: String(input), headers: Object.fromEntries(new Headers(init?.headers)) });
    if (answer !== undefined) return answer();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        writer = controller;
        init?.signal?.addEventListener('abort', () => {
          if (writer === controller) writer = undefined;
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };
  return {
    ...{ requests, write },
    stream: { url: 'http://server/api/v1/notifications/stream', fetch },
    /** From now on requests are answered with this; without anything with a stream. */
    answerWith(next?: () => Response) {
      answer = next;
    },
    isOpen: () => writer !== undefined,
    receive: (message: ServerMessage) => write(`data: ${JSON.stringify(message)}\n\n`),
    lose() {
      const open = writer;
      writer = undefined;
      open?.close();
    },
  };
}
