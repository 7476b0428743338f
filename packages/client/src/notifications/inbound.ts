import type { NotificationType, ServerMessageOf } from '@rolecall/contract';
import { type Cursor, type CursorStore, readCursor } from './cursors.ts';
import type { Emitter } from './emitter.ts';
import type { NotificationEvents } from './feed.ts';
import type { Link } from './link.ts';
import type { HeardMessage } from './messages.ts';
import { type Loss, Progress } from './progress.ts';

interface InboundOptions {
  readonly events: Emitter<NotificationEvents>;
  readonly cursors: CursorStore;
  /** The connection that there is now. */
  readonly link: () => Link | undefined;
  /** Gives up a connection that cannot bring what is missing. */
  readonly abandon: () => void;
  /** Nothing is missing any more. */
  readonly onComplete: () => void;
}

/** Applies what the server says, each seq of a stream once and in order, and asks for what is missing. */
export class Inbound {
  readonly #options: InboundOptions;
  readonly #progress: Progress;
  /** The server has yet to tell the heads of the topics that come with the subscriptions. */
  #subscribing = false;
  /** The stream of server-sent events still brings what was missed before its request. */
  #replaying = false;

  constructor(options: InboundOptions) {
    this.#options = options;
    this.#progress = new Progress(readCursor(options.cursors.load()));
  }

  get cursor(): Cursor | null {
    return this.#progress.cursor;
  }

  /** Follows topics of these types no more. */
  forget(types: readonly NotificationType[]): void {
    this.#progress.forget(types);
  }

  /** A connection has been opened that may bring what was missed by itself. */
  opened(isReplaying: boolean): void {
    this.#replaying = isReplaying;
  }

  greet(message: ServerMessageOf<'connection_established'>, types: readonly NotificationType[]): void {
    const losses = this.#progress.greet(message.epoch, message.head, message.topics);
    const link = this.#options.link();
    // A stream was opened with the subscriptions, and tells their topics next.
    this.#subscribing =
      types.length > 0 &&
      (link?.carrier === 'stream' ||
        link?.say({ type: 'subscribe', notification_types: [...types] }) === true);
    this.#report(losses);
    this.#count(message.unread, message);
    this.#settle();
  }

  /** Takes in what the server has said, greetings apart. */
  handle(message: Exclude<HeardMessage, { type: 'connection_established' }>): void {
    switch (message.type) {
      case 'notification':
        this.#apply(message);
        break;
      case 'notification_count':
        this.#count(message.count, message);
        break;
      case 'pong':
        // Everything that was said before is answered.
        this.#subscribing = false;
        this.#count(message.unread, message);
        this.#progress.notice(message.head);
        this.#settle();
        break;
      case 'subscribed':
      case 'unsubscribed':
        if (message.type === 'unsubscribed') this.#progress.keep(message.topics);
        this.#subscribing = false;
        this.#report(this.#progress.compare(message.topics));
        this.#settle();
        break;
      case 'resumed':
        this.#replaying = false;
        this.#progress.answered();
        this.#settle();
        break;
      case 'resync_required': {
        const { topic: stream = 'user', epoch, head } = message;
        if (this.#progress.restart(stream, epoch, head)) this.#report([{ stream, head }]);
        break;
      }
      case 'error':
        this.#subscribing = false;
        this.#options.events.emit('error', { code: message.code, message: message.message });
        this.#settle();
        break;
      case 'job_posted':
        if (this.#progress.advance(message.topic, message.seq)) {
          this.#options.events.emit('job_posted', message);
          this.#save();
        }
        this.#ask();
        break;
      case 'event':
        this.#tell(message);
        break;
      case 'match_score_calculated':
        this.#options.events.emit('match_score_calculated', message);
        break;
    }
  }

  #count(unread: number, { unseen, revision }: { readonly unseen: number; readonly revision: number }): void {
    this.#options.events.emit('count', { unread, unseen, revision });
  }

  #apply({
    type: _type,
    timestamp: _timestamp,
    notification_type: _name,
    ...entry
  }: ServerMessageOf<'notification'>) {
    // Listeners may close or subscribe, but never see the same seq again.
    if (this.#progress.advance('user', entry.seq)) {
      this.#options.events.emit('notification', entry);
      this.#save();
    }
    this.#ask();
  }

  #tell({ topic, seq, name, data }: ServerMessageOf<'event'>): void {
    if (topic === undefined || seq === undefined) {
      this.#options.events.emit('event', { name, data });
      return;
    }
    if (this.#progress.advance(topic, seq)) {
      this.#options.events.emit('event', { name, data, topic, seq });
      this.#save();
    }
    this.#ask();
  }

  /** Is live when nothing is missing any more. */
  #settle(): void {
    this.#ask();
    const isComplete = !this.#subscribing && !this.#replaying && !this.#progress.isAsking;
    if (isComplete && this.#options.link() !== undefined) this.#options.onComplete();
  }

  /** Asks in one request for everything that is missing, unless the answer to another one is on its way. */
  #ask(): void {
    if (this.#subscribing || this.#progress.isAsking || !this.#progress.isBehind) return;
    if (this.#options.link()?.carrier === 'stream' && !this.#replaying) {
      this.#options.abandon();
      return;
    }
    const wanted = this.#progress.ask();
    // What a stream replays it does not have to be asked for.
    if (wanted !== null) this.#options.link()?.say({ type: 'resume', ...wanted });
  }

  #report(losses: readonly Loss[]): void {
    this.#save();
    for (const { stream, head } of losses) {
      if (stream === 'user') this.#options.events.emit('resync', { head });
      else this.#options.events.emit('missed', { topic: stream, head });
    }
  }

  #save(): void {
    const { cursor } = this.#progress;
    if (cursor !== null) this.#options.cursors.save(cursor);
  }
}
