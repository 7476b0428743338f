import type { NotificationType, ServerMessageOf } from '@rolecall/contract';
import { closeCodes } from '@rolecall/contract/constants';
import { RolecallError } from '../errors.ts';
import type { CursorStore } from './cursors.ts';
import { Dialer, type DialerOptions, handshakeLimit } from './dialer.ts';
import { Emitter } from './emitter.ts';
import type { ConnectionStatus, NotificationEvents, NotificationFeed } from './feed.ts';
import { Inbound } from './inbound.ts';
import { brokenOff, type Link, type LinkEvents } from './link.ts';
import { readMessage } from './messages.ts';
import { react } from './reconnect.ts';

export interface NotificationSocketOptions extends DialerOptions {
  readonly cursors: CursorStore;
  /** Whose notifications are expected; when the server greets somebody else, that counts as signed out. */
  readonly userId?: string | undefined;
  /** Gets a new token, whatever the old one claims. */
  readonly refresh: () => Promise<unknown>;
  /** Marks a notification as read by a request, for while only the stream gets through. */
  readonly markRead?: ((notificationId: string) => Promise<unknown>) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A connection of this long without a word from the server is dead: so many heartbeats. */
const silentHeartbeats = 2;
/** So long a token may take, in milliseconds. */
const tokenLimit = 30_000;

/**
 * Keeps a connection open and applies the person's stream and those of the topics: every seq once and in order, across
 * losses of the connection, restarts of the server and, with a lasting cursor store, restarts of this program. A stream
 * of server-sent events stands in where a WebSocket does not get through: there the server knows all that it is told
 * from the request, so that whatever is to be asked for later needs a new one.
 *
 *     connecting ──greeted, nothing missed──▶ live ──closed──▶ waiting ──delay──▶ connecting
 *         └──greeted, resume sent──resumed──▲
 *     any ──close(), or 4003, 4001 without a new token, or signed out──▶ stopped
 */
export class NotificationSocket implements NotificationFeed {
  readonly #options: NotificationSocketOptions;
  readonly #events = new Emitter<NotificationEvents>();
  readonly #types = new Set<NotificationType>();
  readonly #inbound: Inbound;
  readonly #dialer: Dialer;
  #status: ConnectionStatus = { state: 'connecting' };
  #link: Link | undefined;
  /** The attempt to connect that counts; what comes of another one is too late. */
  #attempt: symbol | undefined;
  #failures = 0;
  /** Whether a new token has been asked for since the server has last taken one. */
  #tokenIsNew = false;
  /** The code with which the server has ended the session, while a new token is asked for. */
  #endedBy: number | null = null;
  #heartbeatMs = 0;
  #lastHeard = 0;
  #tokenExpiresAt = 0;
  #cancelTimer = () => {};
  #stopProbing = () => {};

  /** Starts at once; the first events come after the running code. */
  constructor(options: NotificationSocketOptions) {
    this.#options = options;
    this.#dialer = new Dialer(options);
    this.#inbound = new Inbound({
      events: this.#events,
      cursors: options.cursors,
      link: () => this.#link,
      abandon: () => this.#abandon(),
      onComplete: () => this.#setStatus({ state: 'live' }),
    });
    void this.#connect(false);
  }

  get status(): ConnectionStatus {
    return this.#status;
  }

  on<Name extends keyof NotificationEvents>(
    name: Name,
    listener: (event: NotificationEvents[Name]) => void,
  ): () => void {
    return this.#events.on(name, listener);
  }

  subscribe(...types: NotificationType[]): void {
    const isNew = types.some((type) => !this.#types.has(type));
    for (const type of types) this.#types.add(type);
    if (this.#link?.carrier === 'stream') this.#reopen(isNew);
    else this.#link?.say({ type: 'subscribe', notification_types: types });
  }

  unsubscribe(...types: NotificationType[]): void {
    const before = this.#types.size;
    for (const type of types) this.#types.delete(type);
    this.#inbound.forget(types);
    if (this.#link?.carrier === 'stream') this.#reopen(this.#types.size < before);
    else this.#link?.say({ type: 'unsubscribe', notification_types: types });
  }

  markRead(notificationId: string): boolean {
    if (this.#link?.say({ type: 'mark_read', id: notificationId }) === true) return true;
    const { markRead } = this.#options;
    if (markRead === undefined || this.#status.state !== 'live') return false;
    markRead(notificationId).catch((error: unknown) => this.#fail(error));
    return true;
  }

  close(): void {
    this.#stop('closed', null);
  }

  async #connect(withNewToken: boolean): Promise<void> {
    this.#setStatus({ state: 'connecting' });
    const { accessToken, refresh, now, after } = this.#options;
    const attempt = Symbol();
    this.#attempt = attempt;
    this.#cancelTimer = after(tokenLimit, () =>
      this.#retry(new RolecallError('timeout', 'A token could not be had in time.')),
    );
    try {
      if (withNewToken) await refresh();
      this.#tokenIsNew = withNewToken;
      const { token, expiresAt } = await accessToken(handshakeLimit);
      if (attempt !== this.#attempt) return;
      this.#cancelTimer();
      const { cursor } = this.#inbound;
      const types = [...this.#types];
      this.#link = this.#dialer.dial({ token, tokenIsNew: withNewToken, cursor, types }, this.#listener());
      this.#inbound.opened(this.#link.carrier === 'stream' && cursor !== null);
      this.#tokenExpiresAt = expiresAt;
      this.#lastHeard = now();
      this.#cancelTimer = after(handshakeLimit, () => this.#abandon());
    } catch (error) {
      if (attempt === this.#attempt) this.#retry(error);
    }
  }

  /** No connection could be tried for now; there will be none where nobody is signed in. */
  #retry(error: unknown): void {
    if (error instanceof RolecallError && error.code === 'unauthenticated') {
      this.#stop('signed_out', this.#endedBy);
      return;
    }
    this.#fail(error);
    this.#lose(brokenOff);
  }

  #listener(): LinkEvents {
    return { onMessage: (text) => this.#receive(text), onEnd: (code) => this.#lose(code) };
  }

  /** Something could not be done for now. */
  #fail(error: unknown): void {
    const cause = error instanceof RolecallError ? error : undefined;
    const message = error instanceof Error ? error.message : 'The connection could not be made.';
    this.#events.emit('error', {
      code: cause?.code ?? 'network_error',
      message,
      ...(cause === undefined ? {} : { cause }),
    });
  }

  /** Begins a stream anew, at once, for what the server cannot be told on the one that there is. */
  #reopen(isNeeded: boolean): void {
    if (!isNeeded) return;
    this.#hangUp();
    void this.#connect(false);
  }

  #hangUp(): void {
    this.#attempt = undefined;
    this.#cancelTimer();
    this.#stopProbing();
    this.#link?.close();
    this.#link = undefined;
  }

  #lose(code: number): void {
    this.#hangUp();
    this.#wait(code);
  }

  #wait(code: number): void {
    const reaction = react(code, this.#failures, this.#tokenIsNew);
    if (reaction.do === 'stop') {
      this.#stop('signed_out', code);
      return;
    }
    this.#failures += 1;
    this.#endedBy = code === closeCodes.authenticationFailed ? code : null;
    const delayMs = reaction.minimumMs + Math.floor(this.#options.random() * reaction.limitMs);
    this.#setStatus({ state: 'waiting', delayMs });
    this.#cancelTimer = this.#options.after(delayMs, () => void this.#connect(reaction.refresh));
  }

  /** Gives up a link that says nothing, or not what it should; its own end may take forever. */
  #abandon(): void {
    this.#lose(brokenOff);
  }

  #stop(reason: 'closed' | 'signed_out', code: number | null): void {
    if (this.#isStopped()) return;
    this.#hangUp();
    this.#setStatus({ state: 'stopped', reason, code });
  }

  /** A socket has got through while a stream stood in for it. */
  #adopt(link: Link, tokenExpiresAt: number): LinkEvents {
    this.#hangUp();
    this.#link = link;
    this.#inbound.opened(false);
    this.#tokenExpiresAt = tokenExpiresAt;
    return this.#listener();
  }

  #receive(text: string): void {
    this.#lastHeard = this.#options.now();
    const message = readMessage(text);
    // A newer server may say what this client does not know.
    if (message === undefined) return;
    if (message.type === 'connection_established') {
      this.#greeted(message);
      return;
    }
    // The connection has proved itself.
    if (message.type === 'pong') this.#failures = 0;
    this.#inbound.handle(message);
  }

  #greeted(message: ServerMessageOf<'connection_established'>): void {
    const { userId } = this.#options;
    if (userId !== undefined && message.user_id !== userId) {
      this.#stop('signed_out', null);
      return;
    }
    this.#tokenIsNew = false;
    this.#endedBy = null;
    this.#heartbeatMs = message.heartbeat_ms;
    this.#cancelTimer();
    this.#beatLater();
    if (this.#link?.carrier === 'stream') {
      this.#stopProbing = this.#dialer.probe((link, expiresAt) => this.#adopt(link, expiresAt));
    }
    this.#inbound.greet(message, [...this.#types]);
  }

  #beatLater(): void {
    this.#cancelTimer = this.#options.after(this.#heartbeatMs, () => this.#beat());
  }

  #beat(): void {
    const now = this.#options.now();
    if (now - this.#lastHeard >= silentHeartbeats * this.#heartbeatMs) {
      this.#abandon();
      return;
    }
    this.#link?.say({ type: 'ping' });
    if (this.#link?.carrier === 'socket' && this.#tokenExpiresAt - now < silentHeartbeats * this.#heartbeatMs)
      void this.#renew(this.#link);
    this.#beatLater();
  }

  /**
   * Brings a new token before the old one runs out. Where that fails, and on a stream, which takes none, the server's
   * 4004 leads to another attempt.
   */
  async #renew(link: Link): Promise<void> {
    try {
      const { token, expiresAt } = await this.#options.accessToken(silentHeartbeats * this.#heartbeatMs);
      if (link !== this.#link) return;
      this.#tokenExpiresAt = expiresAt;
      link.say({ type: 'refresh', token });
    } catch (error) {
      const cause = error instanceof RolecallError ? error : undefined;
      if (cause?.code === 'unauthenticated') this.#stop('signed_out', null);
    }
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
