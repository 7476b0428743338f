import { randomUUID } from 'node:crypto';
import {
  type Notification,
  type Role,
  type ServerMessage,
  serverMessageSchema,
  socketSubprotocol,
  type Topic,
} from '@rolecall/contract';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { WebSocket } from 'ws';
import {
  type Authenticators,
  createHandshakes,
  type Grant,
  type HandshakeLimits,
} from '../../edges/handshake/index.ts';
import { createHttpServer } from '../../edges/http/server.ts';
import { mountNotificationStream } from '../../edges/sse/index.ts';
import { hubProtocol } from '../../edges/ws/hub-protocol.ts';
import { encodeNotification } from '../../edges/ws/messages.ts';
import { createSocketMetrics } from '../../edges/ws/metrics.ts';
import { createSocketServer } from '../../edges/ws/socket-server.ts';
import { createInProcessBus } from '../../platform/bus/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';
import { createHealth, createMetrics } from '../../platform/observability/index.ts';
import {
  createHub,
  createHubMetrics,
  createPublisher,
  type Hub,
  type HubLimits,
  type RealtimePublisher,
  type StreamReader,
} from '../../platform/realtime/index.ts';
import { FakeClock } from '../clock.ts';
import { instance } from '../http-edge.ts';
import { emptyPages } from '../public-pages.ts';
import { TopicLedger } from './topic-ledger.ts';

const logger = pino({ level: 'silent' });

/** The numbers of an inbox where nobody has done anything. */
const numbersOf = (count: number) => ({ unread: count, unseen: count, revision: 0 });

/** Whose pages may open sockets and streams by cookie. */
export const allowedOrigin = 'https://jobs.example.org';

export interface Person {
  readonly id: string;
  readonly role: Role;
  readonly token: string;
}

/** A server of sockets and streams on a port of its own, with people, tokens and streams in memory. */
export interface TestSocketServer {
  /** Address with scheme and port, without a path. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly clock: FakeClock;
  readonly hub: Hub<ServerMessage, Role>;
  readonly publisher: RealtimePublisher<Notification>;
  readonly marked: { userId: string; id?: string; seq?: number }[];
  person(role?: Role): Person;
  /** A new token of a person, or a wrong one. */
  token(person: Person | 'expired' | 'invalid' | 'malformed'): string;
  ticket(person: Person): string;
  session(person: Person): string;
  apiKey(person: Person): string;
  /** Commits a notification and tells of it. */
  notify(person: Person, kind?: 'welcome' | 'application_received', text?: string): Notification;
  /** Commits a notification that no hint tells of. */
  notifySilently(person: Person): Notification;
  /** Commits messages to a topic and tells of them. */
  writeTopic(topic: Topic, count?: number): void;
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export async function startSocketServer(
  options: {
    readonly hub?: Partial<HubLimits>;
    readonly handshakes?: Partial<HandshakeLimits>;
    readonly clock?: FakeClock;
    /** Believes the access tokens of real accounts instead of its own. */
    readonly verifyAccessToken?: Authenticators['verifyAccessToken'];
  } = {},
): Promise<TestSocketServer> {
  const clock = options.clock ?? new FakeClock();
  const people = new Map<string, Person>();
  const grants = new Map<string, Grant | 'expired' | 'invalid'>();
  const streams = new Map<string, Notification[]>();
  const marked: TestSocketServer['marked'] = [];
  const stream = (userId: string) => streams.get(userId) ?? [];
  const reader: StreamReader<Notification> = {
    epoch: async () => 'epoch-1',
    heads: async (userIds) =>
      new Map(userIds.map((id) => [id, { head: stream(id).length, ...numbersOf(stream(id).length) }])),
    readStreams: async (cursors, limit) =>
      new Map(
        cursors.map(({ userId, afterSeq }) => [userId, stream(userId).slice(afterSeq, afterSeq + limit)]),
      ),
  };
  const take = (secret: string) => {
    const grant = grants.get(secret);
    grants.delete(secret);
    return typeof grant === 'object' ? grant : null;
  };
  const find = async (secret: string) => {
    const grant = grants.get(secret);
    return typeof grant === 'object' ? grant : null;
  };
  const authenticators: Authenticators = {
    verifyAccessToken:
      options.verifyAccessToken ??
      (async (token) => (token.startsWith('key-') ? undefined : grants.get(token)) ?? 'malformed'),
    hasEnded: () => false,
    verifyApiKey: find,
    redeemTicket: async (ticket) => take(ticket),
    sessionViewer: find,
  };
  const bus = createInProcessBus({ logger });
  const metrics = createMetrics();
  const topics = new TopicLedger();
  const hub = createHub({
    ...{ bus, clock, logger, reader },
    topicReader: topics,
    encode: encodeNotification,
    protocol: hubProtocol,
    metrics: createHubMetrics(metrics),
    limits: options.hub ?? {},
  });
  const publisher = createPublisher({ bus, clock, encode: encodeNotification });
  const shared = {
    ...{ hub, authenticators, clock, logger },
    handshakes: createHandshakes({
      clock,
      metrics,
      limits: { handshakeBurst: 10_000, ...options.handshakes },
    }),
    cookieRule: { allowedOrigins: [allowedOrigin], secureCookies: false },
  };
  const sockets = createSocketServer({
    ...shared,
    readMarks: {
      mark: async (userId, id) => {
        if (!stream(userId).some((notification) => notification.id === id))
          throw new ApplicationError('not_found');
        marked.push({ userId, id });
      },
      markSeq: async (userId, seq) => {
        marked.push({ userId, seq });
      },
    },
    metrics: createSocketMetrics(metrics),
    clientAddress: (request) => request.socket.remoteAddress ?? '',
  });
  const app = await createHttpServer({
    ...{ clock, logger, metrics, routes: [] },
    config: loadConfig([], { ROLECALL_ENVIRONMENT: 'test', ROLECALL_ALLOWED_ORIGINS: allowedOrigin }),
    version: '0.0.0',
    health: createHealth({ clock, onFailure: () => undefined }),
    authenticate: async () => null,
    readKeySet: async () => ({ keys: [] }),
    unsubscribe: { handle: async () => ({ status: 404, contentType: 'text/plain', body: '' }) },
    markPage: { handle: async () => ({ status: 404, contentType: 'text/plain', body: '' }) },
    mailWebhooks: { receive: async () => {} },
    tracking: { follow: () => null, open: () => false },
    publicPages: emptyPages,
    instance,
    webFolder: 'there-is-none',
  });
  mountNotificationStream(app, shared);
  const detach = sockets.attach(app.server);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const grant = ({ id, role }: Person, prefix: string) => {
    const secret = `${prefix}-${randomUUID()}`;
    const expiresAt = new Date(clock.now().getTime() + 15 * 60_000);
    grants.set(secret, { viewer: { userId: id, role, sessionId: id }, expiresAt });
    return secret;
  };
  function commit(person: Person, kind: 'welcome' | 'application_received', text?: string): Notification {
    const seq = stream(person.id).length + 1;
    const notification: Notification = {
      id: randomUUID(),
      seq,
      kind,
      category: 'account',
      priority: 'low',
      title: `Number ${seq}`,
      message: text ?? `Message ${seq} for ${person.id}`,
      action: null,
      actions: [],
      image: '/notification-images/welcome.svg',
      subjects: [],
      group: null,
      data:
        kind === 'welcome'
          ? { name: 'Ada', role: person.role }
          : {
              application_id: randomUUID(),
              job_id: randomUUID(),
              job_title: 'Engineer',
              applicant_name: 'Grace',
            },
      created_at: clock.now().toISOString(),
      shown_at: clock.now().toISOString(),
      seen_at: null,
      read_at: null,
      archived_at: null,
      snoozed_until: null,
      pinned_at: null,
      live: true,
    };
    const written = streams.get(person.id);
    if (written === undefined) streams.set(person.id, [notification]);
    else written.push(notification);
    return notification;
  }

  return {
    ...{ url, app, clock, hub, publisher, marked },
    person(role = 'job_seeker') {
      const id = randomUUID();
      const person = { id, role, token: grant({ id, role, token: '' }, 'token') };
      people.set(id, person);
      return person;
    },
    token(person) {
      if (typeof person === 'object') return grant(person, 'token');
      if (person !== 'malformed') grants.set(person, person);
      return person;
    },
    ticket: (person) => grant(person, 'ticket'),
    session: (person) => grant(person, 'session'),
    apiKey: (person) => grant(person, 'key'),
    notify(person, kind = 'welcome', text?: string) {
      const notification = commit(person, kind, text);
      const { length } = stream(person.id);
      publisher.streamGrew(person.id, { head: length, entries: [notification], numbers: numbersOf(length) });
      return notification;
    },
    notifySilently: (person) => commit(person, 'welcome'),
    writeTopic(topic, count = 1) {
      const { first, texts } = topics.write(topic, count);
      publisher.topicGrew(topic, first, texts);
    },
    metrics: () => metrics.render(),
    async close() {
      detach();
      hub.stop();
      await bus.close();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

/** A plain client, which checks that all it is sent is as the contract says. */
export class TestClient {
  readonly socket: WebSocket;
  readonly messages: ServerMessage[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #counts = new Map<string, number>();
  #wake = () => {};

  constructor(url: string, path: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, socketSubprotocol, { headers });
    this.socket.on('message', (data, isBinary) => {
      if (isBinary) throw new Error('a binary message came');
      const message = serverMessageSchema.parse(JSON.parse(data.toString()));
      this.messages.push(message);
      this.#counts.set(message.type, (this.#counts.get(message.type) ?? 0) + 1);
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    this.socket.on('error', () => {});
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The messages of a type, once there are so many. */
  async receive<Type extends ServerMessage['type']>(type: Type, count = 1) {
    while ((this.#counts.get(type) ?? 0) < count) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.messages.filter(
      (message): message is Extract<ServerMessage, { type: Type }> => message.type === type,
    );
  }

  async opened(): Promise<this> {
    await this.receive('connection_established');
    return this;
  }
}
