import type { NotificationType } from '@rolecall/contract';
import type { Topic } from '@rolecall/contract/constants';
import { type Cursor, type CursorStore, isTopic, readCursor } from '../cursors.ts';
import { Emitter } from '../emitter.ts';
import type { ConnectionStatus, NotificationEvents, NotificationFeed } from '../feed.ts';
import { Progress, type Stream } from '../progress.ts';
import { serveTabs } from './host.ts';
import {
  type Channel,
  type FeedEvent,
  guestName,
  type HostMessage,
  type Locks,
  type Message,
  openChannel,
  untilAborted,
  withLock,
} from './protocol.ts';

export interface SharedFeedOptions {
  /** Name of the channel and of the host's lock. */
  readonly party: string;
  readonly locks: Locks;
  readonly cursors: CursorStore;
  /** Opens the connection, where this tab is the host. */
  readonly connect: (cursors: CursorStore) => NotificationFeed;
  /**
   * Starts a worker that wants to be the host; gives the way to let go of it. `guest` is the name of this tab,
   * `onFailure` tells that there will be no worker.
   */
  readonly startWorker?: ((guest: string, onFailure: () => void) => () => void) | undefined;
  /** Runs the work later; returns the way to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/** So long the tabs leave the connection to the worker, in milliseconds. */
const workerPatience = 5_000;

/**
 * A tab's face of the connection that all tabs of a person share. Who has the lock of the party is its host: the worker
 * where there is one, else a tab. All others stand in line for the lock, so that one of them is the next host as soon as
 * the tab of the last one is closed or killed, and goes on where this tab stands.
 *
 * Each tab keeps its own place in the streams: it applies each seq once whatever host tells it, and reads the inbox anew
 * (`resync`) when it has missed what no host can tell any more.
 */
export class SharedFeed implements NotificationFeed {
  readonly #options: SharedFeedOptions;
  readonly #events = new Emitter<NotificationEvents>();
  readonly #name = crypto.randomUUID();
  readonly #types = new Set<NotificationType>();
  readonly #channel: Channel;
  readonly #ended = new AbortController();
  #progress: Progress;
  #status: ConnectionStatus = { state: 'connecting' };
  #hasJoined = false;
  #isWelcome = false;
  #isInLine = false;
  #cancelTimer = () => {};
  #releaseWorker = () => {};

  /** Starts at once; the first events come after the running code. */
  constructor(options: SharedFeedOptions) {
    const { party, locks, cursors, startWorker, after } = options;
    this.#options = options;
    this.#progress = new Progress(readCursor(cursors.load()));
    this.#channel = openChannel(party, (message) => this.#hear(message));
    const { signal } = this.#ended;
    // A host that hears of this tab waits for its lock, so that has to be held first.
    void withLock(locks, guestName(party, this.#name), signal, () => {
      this.#join();
      if (startWorker !== undefined) this.#releaseWorker = startWorker(this.#name, () => this.#standInLine());
      return untilAborted(signal);
    });
    if (startWorker === undefined) this.#standInLine();
    else this.#cancelTimer = after(workerPatience, () => this.#standInLine());
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
    // This tab has heard of these topics for others only, and may have been told of holes in them by nobody.
    if (this.#isWelcome) this.#progress.forget(types.filter((type) => !this.#types.has(type)));
    for (const type of types) this.#types.add(type);
    this.#tellTypes();
  }

  unsubscribe(...types: NotificationType[]): void {
    for (const type of types) this.#types.delete(type);
    this.#tellTypes();
  }

  markRead(notificationId: string): boolean {
    if (this.#status.state !== 'live') return false;
    this.#channel.post({ from: this.#name, say: 'mark_read', id: notificationId });
    return true;
  }

  close(): void {
    if (this.#isStopped()) return;
    this.#channel.post({ from: this.#name, say: 'leave' });
    this.#stop({ state: 'stopped', reason: 'closed', code: null });
  }

  /** The person has signed out in this tab: it ends for all tabs of the person. */
  signOut(): void {
    if (this.#isStopped()) return;
    this.#channel.post({ from: this.#name, say: 'sign_out' });
    this.#stop({ state: 'stopped', reason: 'signed_out', code: null });
  }

  #join(): void {
    this.#hasJoined = true;
    const { cursor } = this.#progress;
    this.#channel.post({ from: this.#name, say: 'join', cursor, types: [...this.#types] });
  }

  #tellTypes(): void {
    if (this.#hasJoined && !this.#isStopped())
      this.#channel.post({ from: this.#name, say: 'types', types: [...this.#types] });
  }

  /** Waits for the lock of the host, to be it from then on. */
  #standInLine(): void {
    if (this.#isInLine || this.#isStopped()) return;
    this.#isInLine = true;
    const { party, locks, connect } = this.#options;
    const { signal } = this.#ended;
    void withLock(locks, party, signal, () =>
      serveTabs({ party, locks, connect, signal, cursor: this.#progress.cursor }),
    );
  }

  #hear(message: Message): void {
    if ('say' in message) {
      if (message.say === 'sign_out') this.#stop({ state: 'stopped', reason: 'signed_out', code: null });
      return;
    }
    if (message.tell === 'here') {
      if (this.#hasJoined) this.#join();
    } else if (message.tell === 'event') {
      this.#take(message.cursor, message.event);
    } else if (message.to === this.#name) {
      this.#settle(message);
    }
  }

  /** A host has taken this tab in. */
  #settle({ cursor, status, count }: Extract<HostMessage, { tell: 'welcome' }>): void {
    this.#cancelTimer();
    this.#standInLine();
    this.#isWelcome = true;
    const own = this.#progress.cursor;
    if (own !== null && cursor !== null) this.#compare(own, cursor);
    this.#begin(cursor);
    if (count !== null) this.#events.emit('count', count);
    this.#setStatus(status);
  }

  /** Finds out what the host has told before this tab was there to hear it. */
  #compare(own: Cursor, cursor: Cursor): void {
    const isOver = own.epoch !== cursor.epoch;
    if (isOver || own.seq < cursor.seq) this.#restart('user', cursor.epoch, cursor.seq);
    for (const [topic, head] of Object.entries(cursor.topics ?? {})) {
      if (!isTopic(topic)) continue;
      const seq = own.topics?.[topic];
      if (seq !== undefined && (isOver || seq < head)) this.#restart(topic, cursor.epoch, head);
    }
  }

  /** Takes over the place of the host, where this tab has none. */
  #begin(cursor: Cursor | null): void {
    if (cursor === null || this.#progress.cursor !== null) return;
    this.#progress = new Progress(cursor);
    this.#options.cursors.save(cursor);
  }

  #take(cursor: Cursor | null, event: FeedEvent): void {
    this.#begin(cursor);
    const epoch = cursor?.epoch ?? '';
    switch (event.name) {
      case 'status':
        if (event.detail.state === 'stopped') this.#stop(event.detail);
        else this.#setStatus(event.detail);
        break;
      case 'notification': {
        const { detail } = event;
        this.#apply('user', detail.seq, epoch, () => this.#events.emit('notification', detail));
        break;
      }
      case 'job_posted': {
        const { detail } = event;
        this.#apply(detail.topic, detail.seq, epoch, () => this.#events.emit('job_posted', detail));
        break;
      }
      case 'event': {
        const { detail } = event;
        const { topic, seq } = detail;
        if (seq === undefined) this.#events.emit('event', detail);
        else if (isTopic(topic)) this.#apply(topic, seq, epoch, () => this.#events.emit('event', detail));
        break;
      }
      case 'resync':
        this.#restart('user', epoch, event.detail.head);
        break;
      case 'missed':
        if (isTopic(event.detail.topic)) this.#restart(event.detail.topic, epoch, event.detail.head);
        break;
      case 'match_score_calculated':
        if (this.#types.has('match_score_calculated')) this.#events.emit(event.name, event.detail);
        break;
      case 'count':
        this.#events.emit('count', event.detail);
        break;
      case 'error':
        this.#events.emit('error', event.detail);
        break;
    }
  }

  /** Every tab follows all streams, because it may be the next host; its listeners hear of what the tab wants. */
  #apply(stream: Stream, seq: number, epoch: string, tell: () => void): void {
    if (this.#progress.advance(stream, seq)) {
      if (this.#wants(stream)) tell();
      this.#save();
    } else if (this.#progress.isBehind) {
      this.#restart(stream, epoch, seq);
    }
  }

  #wants(stream: Stream): boolean {
    if (stream === 'user' || stream.startsWith('role_')) return true;
    return [...this.#types].some((type) => stream.startsWith(`${type}_`));
  }

  #restart(stream: Stream, epoch: string, head: number): void {
    if (!this.#progress.restart(stream, epoch, head)) return;
    this.#save();
    if (stream === 'user') this.#events.emit('resync', { head });
    else this.#tellMissed(stream, head);
  }

  #tellMissed(topic: Topic, head: number): void {
    if (this.#wants(topic)) this.#events.emit('missed', { topic, head });
  }

  #save(): void {
    const { cursor } = this.#progress;
    if (cursor !== null) this.#options.cursors.save(cursor);
  }

  #stop(status: Extract<ConnectionStatus, { state: 'stopped' }>): void {
    if (this.#isStopped()) return;
    this.#cancelTimer();
    this.#ended.abort();
    this.#channel.close();
    this.#releaseWorker();
    this.#setStatus(status);
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
