import {
  type ClientMessage,
  clientMessageSchema,
  closeCodes,
  type ErrorCode,
  type NotificationType,
  notificationTypeSchema,
  notificationTypes,
  type Role,
  type ServerMessage,
  typeTopic,
} from '@rolecall/contract';
import { z } from 'zod';
import type { Clock } from '../../platform/clock/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';
import type { Logger } from '../../platform/observability/index.ts';
import type { Connection, Hub } from '../../platform/realtime/index.ts';
import { TokenBucket } from '../../platform/resilience/index.ts';
import { logFailure, toApplicationError } from '../failures/index.ts';
import type { Authenticators } from '../handshake/index.ts';
import type { SocketMetrics } from './metrics.ts';

/** Marks notifications as read for people. What is not theirs does not exist (`not_found`, or nothing happens). */
export interface ReadMarks {
  mark(userId: string, notificationId: string): Promise<void>;
  markSeq(userId: string, seq: number): Promise<void>;
}

export interface ConversationDependencies {
  readonly hub: Hub<ServerMessage, Role>;
  readonly authenticators: Authenticators;
  readonly readMarks: ReadMarks;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: SocketMetrics;
  readonly limits: {
    /** Messages that a client may send at once. */
    readonly messageBurst: number;
    /** Messages per second that it may send in the long run. */
    readonly messagesPerSecond: number;
  };
}

/** Messages of one client that may be in work at the same time. */
const maximumInWork = 10;

const knownTypes = new Set<string>(clientMessageSchema.options.map((option) => option.shape.type.value));
const envelopeSchema = z.object({ type: z.string() });

/** What one client says on its connection, and what it is answered. */
export class Conversation {
  readonly connection: Connection;
  readonly #dependencies: ConversationDependencies;
  readonly #allowance: TokenBucket;
  readonly #role: Role;
  /** Live message types that the client has subscribed to. */
  readonly #types = new Set<NotificationType>();
  #inWork = 0;

  constructor(connection: Connection, role: Role, dependencies: ConversationDependencies) {
    const { limits, clock } = dependencies;
    this.connection = connection;
    this.#dependencies = dependencies;
    this.#role = role;
    this.#allowance = new TokenBucket(limits.messageBurst, limits.messagesPerSecond, clock.now().getTime());
  }

  /** Subscribes to types that the client has not asked for. */
  begin(types: readonly NotificationType[]): void {
    for (const type of types) this.#types.add(type);
    this.#dependencies.hub.subscribe(this.connection, this.#topicsOf(types));
  }

  /** A ping or pong frame of the WebSocket protocol, or anything else that shows the client to be there. */
  heard(): void {
    this.connection.heard = true;
  }

  /** Takes a ping frame or a message from the client's allowance; beyond it the connection ends. */
  allows(): boolean {
    const { hub, clock } = this.#dependencies;
    this.heard();
    if (this.connection.hasEnded()) return false;
    if (this.#allowance.take(clock.now().getTime())) return true;
    this.#fail('rate_limited', 'Too many messages.');
    hub.close(this.connection, closeCodes.overLimit, 'too many messages');
    return false;
  }

  /** Answers a text message. Never throws. */
  receive(text: string): void {
    if (!this.allows()) return;
    try {
      const message = parse(text);
      this.#dependencies.metrics.received(message.type);
      const work = this.#answer(message);
      if (work !== undefined) void this.#finish(work);
    } catch (error) {
      this.#explain(error);
    }
  }

  /** Answers a binary message. */
  receiveBinary(): void {
    if (this.allows()) this.#fail('invalid_request', 'Messages are text frames, one JSON object each.');
  }

  /** @returns what is still to be done, where an answer takes time */
  #answer(message: ClientMessage): Promise<void> | undefined {
    const { connection } = this;
    const { hub, readMarks } = this.#dependencies;
    switch (message.type) {
      case 'ping':
        hub.pong(connection);
        return undefined;
      case 'subscribe':
        this.#subscribe(knownNotificationTypes(message.notification_types));
        return undefined;
      case 'unsubscribe':
        this.#unsubscribe(knownNotificationTypes(message.notification_types));
        return undefined;
    }
    if (this.#inWork >= maximumInWork) {
      throw new ApplicationError('rate_limited', { detail: 'Wait for the answers to what you have sent.' });
    }
    switch (message.type) {
      case 'resume':
        if (message.cursors.user === undefined && message.cursors.topics === undefined) {
          throw invalid('cursors names no stream');
        }
        return hub.resume(connection, { epoch: message.epoch, ...message.cursors });
      case 'refresh':
        return this.#refresh(message.token);
      case 'ack':
        return readMarks.markSeq(connection.userId, message.seq);
      case 'mark_read':
        if (message.id !== undefined) return readMarks.mark(connection.userId, message.id);
        if (message.seq !== undefined) return readMarks.markSeq(connection.userId, message.seq);
        throw invalid('id or seq is missing');
    }
  }

  async #finish(work: Promise<void>): Promise<void> {
    this.#inWork += 1;
    try {
      await work;
    } catch (error) {
      this.#explain(error);
    } finally {
      this.#inWork -= 1;
    }
  }

  #explain(error: unknown): void {
    const known = toApplicationError(error);
    logFailure(this.#dependencies.logger, error, known, 'a message of a client could not be handled');
    this.#fail(known.code, known.message, known.extensions['retry_after']);
  }

  async #refresh(token: string): Promise<void> {
    const { hub, authenticators } = this.#dependencies;
    const verified = await authenticators.verifyAccessToken(token);
    if (typeof verified === 'string')
      throw new ApplicationError('unauthenticated', { detail: `token ${verified}` });
    if (verified.viewer.userId !== this.connection.userId) {
      hub.close(this.connection, closeCodes.authenticationFailed, 'token of another person');
      return;
    }
    hub.renew(this.connection, verified.expiresAt);
  }

  #subscribe(types: readonly NotificationType[]): void {
    for (const type of types) this.#types.add(type);
    this.#dependencies.hub.subscribe(this.connection, this.#topicsOf(types));
    this.#tellTypes('subscribed');
  }

  #unsubscribe(types: readonly NotificationType[]): void {
    for (const type of types) this.#types.delete(type);
    this.#dependencies.hub.unsubscribe(this.connection, this.#topicsOf(types));
    this.#tellTypes('unsubscribed');
  }

  #topicsOf(types: readonly NotificationType[]): string[] {
    return types.map((type) => typeTopic(type, this.#role));
  }

  #tellTypes(type: 'subscribed' | 'unsubscribed'): void {
    const { hub, clock } = this.#dependencies;
    hub.send(this.connection, {
      type,
      notification_types: notificationTypes.filter((name) => this.#types.has(name)),
      topics: hub.topicsOf(this.connection),
      timestamp: clock.now().toISOString(),
    });
  }

  #fail(code: ErrorCode, message: string, retryAfter?: unknown): void {
    const { hub, clock, metrics } = this.#dependencies;
    metrics.failed(code);
    const later = typeof retryAfter === 'number' ? { retry_after: retryAfter } : {};
    const timestamp = clock.now().toISOString();
    hub.send(this.connection, { type: 'error', code, message, ...later, timestamp });
  }
}

function parse(text: string): ClientMessage {
  const value = parseJson(text);
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) throw invalid('A message is an object with a type.');
  if (!knownTypes.has(envelope.data.type)) throw new ApplicationError('unknown_message_type');
  const message = clientMessageSchema.safeParse(value);
  if (message.success) return message.data;
  const [issue] = message.error.issues;
  throw invalid(
    issue === undefined ? 'The message is not valid.' : `${issue.path.join('.')}: ${issue.message}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApplicationError('invalid_json', { detail: 'The message is not valid JSON.' });
  }
}

/** All or nothing: one unknown type, and the list in force stays as it is. */
function knownNotificationTypes(names: readonly string[]) {
  const types = z.array(notificationTypeSchema).safeParse(names);
  if (types.success) return types.data;
  throw new ApplicationError('unknown_notification_type');
}

function invalid(detail: string): ApplicationError {
  return new ApplicationError('invalid_request', { detail });
}
