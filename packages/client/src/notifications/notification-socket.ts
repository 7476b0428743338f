import {
  type ClientMessage,
  type NotificationType,
  type ServerMessage,
  type ServerMessageOf,
  serverMessageSchema,
} from '@rolecall/contract';
import { RolecallError } from '../errors.ts';
import { type Cursor, type CursorStore, judge } from './cursors.ts';
import { Emitter } from './emitter.ts';
import type { ConnectionStatus, NotificationEvents, NotificationFeed } from './feed.ts';
import { react } from './reconnect.ts';
import { openState, type WebSocketConstructor, type WebSocketLike } from './web-socket.ts';

export interface NotificationSocketOptions {
  /** `ws:` or `wss:` address, without a query. */
  readonly url: string;
  readonly WebSocket: WebSocketConstructor;
  readonly cursors: CursorStore;
  /** A token that is good for at least so many milliseconds, refreshed where that is needed. */
  readonly accessToken: (
    minimumMs: number,
  ) => Promise<{ readonly token: string; readonly expiresAt: number }>;
  /** Gets a new token, whatever the old one claims. */
  readonly refresh: () => Promise<unknown>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Runs the work later; returns the way to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/** A connection of this long without a word from the server is dead: so many heartbeats. */
const silentHeartbeats = 2;
/** A handshake that takes longer is given up, in milliseconds. */
const handshakeLimit = 20_000;

/**
 * Keeps a socket open and applies the person's stream: every seq once and in order, across losses of the connection,
 * restarts of the server and, with a lasting cursor store, restarts of this program.
 *
 *     connecting ──greeted, nothing missed──▶ live ──closed──▶ waiting ──delay──▶ connecting
 *         └──greeted, resume sent──resumed──▲
 *     any ──close(), or 4001, 4003, or signed out──▶ stopped
 */
export class NotificationSocket implements NotificationFeed {
  readonly #options: NotificationSocketOptions;
  readonly #events = new Emitter<NotificationEvents>();
  readonly #types = new Set<NotificationType>();
  #status: ConnectionStatus = { state: 'connecting' };
  #socket: WebSocketLike | undefined;
  #cursor: Cursor | null;
  #resuming = false;
  #failures = 0;
  #heartbeatMs = 0;
  #lastHeard = 0;
  #tokenExpiresAt = 0;
  #cancelTimer = () => {};

  /** Starts at once; the first events come after the running code. */
  constructor(options: NotificationSocketOptions) {
    this.#options = options;
    this.#cursor = options.cursors.load();
    void this.#connect(false);
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  /** Listens to an event; returns the way to stop that. */
  on<Name extends keyof NotificationEvents>(
    name: Name,
    listener: (event: NotificationEvents[Name]) => void,
  ): () => void {
    return this.#events.on(name, listener);
  }

  /** Asks for live messages of these types, now and after every reconnect. */
  subscribe(...types: NotificationType[]): void {
    for (const type of types) this.#types.add(type);
    this.#send({ type: 'subscribe', notification_types: types });
  }

  unsubscribe(...types: NotificationType[]): void {
    for (const type of types) this.#types.delete(type);
    this.#send({ type: 'unsubscribe', notification_types: types });
  }

  /** Marks one as read over the socket; false when there is no connection to do it by. */
  markRead(notificationId: string): boolean {
    return this.#send({ type: 'mark_read', id: notificationId });
  }

  /** Ends it for good. */
  close(): void {
    this.#stop('closed', null);
  }

  async #connect(withNewToken: boolean): Promise<void> {
    this.#setStatus({ state: 'connecting' });
    const { WebSocket, url, accessToken, refresh, now, after } = this.#options;
    try {
      if (withNewToken) await refresh();
      const { token, expiresAt } = await accessToken(handshakeLimit);
      if (this.#isStopped()) return;
      this.#tokenExpiresAt = expiresAt;
      const socket = new WebSocket(`${url}?token=${encodeURIComponent(token)}`);
      this.#socket = socket;
      this.#resuming = false;
      this.#lastHeard = now();
      socket.addEventListener('message', ({ data }) => this.#receive(socket, data));
      socket.addEventListener('close', ({ code }) => this.#lose(socket, code));
      // The close that follows says what is to be done.
      socket.addEventListener('error', () => {});
      this.#cancelTimer = after(handshakeLimit, () => this.#abandon(socket));
    } catch (error) {
      if (this.#isStopped()) return;
      if (error instanceof RolecallError && error.code === 'unauthenticated') this.#stop('signed_out', null);
      else this.#retry(error);
    }
  }

  /** The token could not be had for now. */
  #retry(error: unknown): void {
    const cause = error instanceof RolecallError ? error : undefined;
    const message = error instanceof Error ? error.message : 'The connection could not be made.';
    this.#events.emit('error', {
      code: cause?.code ?? 'network_error',
      message,
      ...(cause === undefined ? {} : { cause }),
    });
    this.#wait(0);
  }

  #lose(socket: WebSocketLike, code: number): void {
    if (socket !== this.#socket) return;
    this.#socket = undefined;
    this.#cancelTimer();
    this.#wait(code);
  }

  #wait(code: number): void {
    const reaction = react(code, this.#failures);
    if (reaction.do === 'stop') {
      this.#stop('signed_out', code);
      return;
    }
    this.#failures += 1;
    const delayMs = Math.floor(this.#options.random() * reaction.limitMs);
    this.#setStatus({ state: 'waiting', delayMs });
    this.#cancelTimer = this.#options.after(delayMs, () => void this.#connect(reaction.refresh));
  }

  /** Gives up a socket that says nothing; its own close may take forever. */
  #abandon(socket: WebSocketLike): void {
    this.#lose(socket, 1006);
    socket.close();
  }

  #stop(reason: 'closed' | 'signed_out', code: number | null): void {
    if (this.#isStopped()) return;
    this.#cancelTimer();
    const socket = this.#socket;
    this.#socket = undefined;
    this.#setStatus({ state: 'stopped', reason, code });
    socket?.close(1000);
  }

  #receive(socket: WebSocketLike, data: unknown): void {
    if (socket !== this.#socket || typeof data !== 'string') return;
    this.#lastHeard = this.#options.now();
    const message = parse(data);
    // A newer server may say what this client does not know.
    if (message !== undefined) this.#handle(message);
  }

  #handle(message: ServerMessage): void {
    switch (message.type) {
      case 'connection_established':
        this.#greeted(message);
        break;
      case 'notification':
        this.#apply(message);
        break;
      case 'notification_count':
        this.#events.emit('count', { unread: message.count });
        break;
      case 'pong':
        // The connection has proved itself.
        this.#failures = 0;
        this.#events.emit('count', { unread: message.unread });
        if (this.#cursor !== null && message.head > this.#cursor.seq) this.#resume();
        break;
      case 'resumed':
        this.#resuming = false;
        this.#setStatus({ state: 'live' });
        break;
      case 'resync_required':
        this.#restart({ epoch: message.epoch, seq: message.head });
        break;
      case 'error':
        this.#events.emit('error', { code: message.code, message: message.message });
        break;
      case 'job_posted':
        this.#events.emit('job_posted', message);
        break;
      case 'match_score_calculated':
        this.#events.emit('match_score_calculated', message);
        break;
      // These repeat what `notification` has told, or answer what needs no more.
      case 'application_received':
      case 'application_status_changed':
      case 'subscribed':
      case 'unsubscribed':
        break;
    }
  }

  #greeted({ epoch, head, unread, heartbeat_ms }: ServerMessageOf<'connection_established'>): void {
    this.#heartbeatMs = heartbeat_ms;
    this.#cancelTimer();
    this.#beatLater();
    if (this.#types.size > 0) this.#send({ type: 'subscribe', notification_types: [...this.#types] });
    const here = { epoch, seq: head };
    if (this.#cursor === null) this.#save(here);
    else if (this.#cursor.epoch !== epoch || this.#cursor.seq > head) this.#restart(here);
    else if (this.#cursor.seq < head) this.#resume();
    this.#events.emit('count', { unread });
    if (!this.#resuming) this.#setStatus({ state: 'live' });
  }

  #apply({
    type: _type,
    timestamp: _timestamp,
    notification_type: _name,
    ...entry
  }: ServerMessageOf<'notification'>) {
    if (this.#cursor === null) return;
    const verdict = judge(this.#cursor, entry.seq);
    if (verdict === 'gap') this.#resume();
    if (verdict !== 'apply') return;
    const { epoch } = this.#cursor;
    // Listeners may close or subscribe, but never see the same seq again.
    this.#cursor = { epoch, seq: entry.seq };
    this.#events.emit('notification', entry);
    this.#options.cursors.save(this.#cursor);
  }

  /** Asks for what is missing, unless the answer to that is on its way. */
  #resume(): void {
    if (this.#resuming || this.#cursor === null) return;
    const { epoch, seq } = this.#cursor;
    this.#resuming = this.#send({ type: 'resume', epoch, cursors: { user: seq } });
  }

  #restart(cursor: Cursor): void {
    this.#save(cursor);
    this.#events.emit('resync', { head: cursor.seq });
  }

  #save(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#options.cursors.save(cursor);
  }

  #beatLater(): void {
    this.#cancelTimer = this.#options.after(this.#heartbeatMs, () => this.#beat());
  }

  #beat(): void {
    const socket = this.#socket;
    if (socket === undefined) return;
    const now = this.#options.now();
    if (now - this.#lastHeard >= silentHeartbeats * this.#heartbeatMs) {
      this.#abandon(socket);
      return;
    }
    this.#send({ type: 'ping' });
    if (this.#tokenExpiresAt - now < silentHeartbeats * this.#heartbeatMs) void this.#renew(socket);
    this.#beatLater();
  }

  /** Brings a new token before the old one runs out. When that fails, the server's 4004 leads to another attempt. */
  async #renew(socket: WebSocketLike): Promise<void> {
    try {
      const { token, expiresAt } = await this.#options.accessToken(silentHeartbeats * this.#heartbeatMs);
      if (socket !== this.#socket) return;
      this.#tokenExpiresAt = expiresAt;
      this.#send({ type: 'refresh', token });
    } catch (error) {
      const cause = error instanceof RolecallError ? error : undefined;
      if (cause?.code === 'unauthenticated') this.#stop('signed_out', null);
    }
  }

  #send(message: ClientMessage): boolean {
    if (this.#socket?.readyState !== openState) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #isStopped(): boolean {
    return this.#status.state === 'stopped';
  }

  #setStatus(status: ConnectionStatus): void {
    if (this.#isStopped() || (status.state === this.#status.state && status.state !== 'waiting')) return;
    this.#status = status;
    this.#events.emit('status', status);
  }
}

function parse(text: string): ServerMessage | undefined {
  try {
    return serverMessageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
