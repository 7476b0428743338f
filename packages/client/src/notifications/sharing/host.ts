import type { NotificationType } from '@rolecall/contract';
import type { Cursor, CursorStore } from '../cursors.ts';
import type { ConnectionStatus, NotificationEvents, NotificationFeed } from '../feed.ts';
import {
  type Channel,
  type FeedEvent,
  guestName,
  type Locks,
  type Message,
  openChannel,
  withLock,
} from './protocol.ts';

export interface HostOptions {
  /** Name of the channel. */
  readonly party: string;
  readonly locks: Locks;
  /** Where the connection begins; left out: where the first tab stands. */
  readonly cursor?: Cursor | null;
  readonly connect: (cursors: CursorStore) => NotificationFeed;
  /** Ends the host, and with it the connection. The tabs stay, for another host. */
  readonly signal: AbortSignal;
}

/**
 * Has the one connection that the tabs of a person share, as long as there is a tab. It tells all of them what comes,
 * and asks the server for what any of them wants.
 *
 * @returns a promise that resolves when the host has ended: called off, or the person has signed out
 */
export async function serveTabs(options: HostOptions): Promise<void> {
  const ended = new AbortController();
  if (options.signal.aborted) return;
  options.signal.addEventListener('abort', () => ended.abort());
  const host = new Host(options, ended);
  await host.over;
}

class Host {
  readonly over: Promise<void>;
  readonly #options: HostOptions;
  readonly #ended: AbortController;
  readonly #channel: Channel;
  /** What each tab is subscribed to, by its name. */
  readonly #guests = new Map<string, ReadonlySet<NotificationType>>();
  #cursor: Cursor | null;
  #feed: NotificationFeed | undefined;
  #types: ReadonlySet<NotificationType> = new Set();
  #count: NotificationEvents['count'] | null = null;

  constructor(options: HostOptions, ended: AbortController) {
    this.#options = options;
    this.#ended = ended;
    this.#cursor = options.cursor ?? null;
    this.#channel = openChannel(options.party, (message) => this.#hear(message));
    this.over = new Promise((resolve) => {
      ended.signal.addEventListener('abort', () => {
        this.#disconnect();
        this.#channel.close();
        resolve();
      });
    });
    this.#channel.post({ tell: 'here' });
  }

  #hear(message: Message): void {
    if ('tell' in message) return;
    switch (message.say) {
      case 'join':
        this.#join(message.from, message.cursor, message.types);
        break;
      case 'types':
        if (this.#guests.has(message.from)) this.#want(message.from, message.types);
        break;
      case 'mark_read':
        this.#feed?.markRead(message.id);
        break;
      case 'leave':
        this.#drop(message.from);
        break;
      case 'sign_out':
        this.#ended.abort();
        break;
    }
  }

  #join(guest: string, cursor: Cursor | null, types: readonly NotificationType[]): void {
    if (!this.#guests.has(guest)) {
      const name = guestName(this.#options.party, guest);
      // A tab that is killed says nothing, but lets go of its lock.
      void withLock(this.#options.locks, name, this.#ended.signal, async () => this.#drop(guest));
    }
    this.#cursor ??= cursor;
    this.#want(guest, types);
    const status = this.#feed?.status ?? { state: 'connecting' };
    this.#channel.post({ tell: 'welcome', to: guest, cursor: this.#cursor, status, count: this.#count });
  }

  #drop(guest: string): void {
    if (!this.#guests.delete(guest)) return;
    if (this.#guests.size === 0) this.#disconnect();
    else this.#subscribe();
  }

  #want(guest: string, types: readonly NotificationType[]): void {
    this.#guests.set(guest, new Set(types));
    this.#feed ??= this.#connect();
    this.#subscribe();
  }

  /** Brings the subscriptions to what at least one tab wants. */
  #subscribe(): void {
    const wanted = new Set([...this.#guests.values()].flatMap((types) => [...types]));
    const added = [...wanted].filter((type) => !this.#types.has(type));
    const dropped = [...this.#types].filter((type) => !wanted.has(type));
    this.#types = wanted;
    if (added.length > 0) this.#feed?.subscribe(...added);
    if (dropped.length > 0) this.#feed?.unsubscribe(...dropped);
  }

  #connect(): NotificationFeed {
    const feed = this.#options.connect({
      load: () => this.#cursor,
      save: (cursor) => {
        this.#cursor = cursor;
      },
    });
    feed.on('notification', (detail) => this.#tell({ name: 'notification', detail }));
    feed.on('resync', (detail) => this.#tell({ name: 'resync', detail }));
    feed.on('missed', (detail) => this.#tell({ name: 'missed', detail }));
    feed.on('event', (detail) => this.#tell({ name: 'event', detail }));
    feed.on('job_posted', (detail) => this.#tell({ name: 'job_posted', detail }));
    feed.on('match_score_calculated', (detail) => this.#tell({ name: 'match_score_calculated', detail }));
    // An error object does not come through a channel as what it is.
    feed.on('error', ({ code, message }) => this.#tell({ name: 'error', detail: { code, message } }));
    feed.on('count', (detail) => {
      this.#count = detail;
      this.#tell({ name: 'count', detail });
    });
    feed.on('status', (status) => this.#follow(status));
    return feed;
  }

  #follow(status: ConnectionStatus): void {
    // What was closed here has nobody to tell.
    if (status.state === 'stopped' && status.reason === 'closed') return;
    this.#tell({ name: 'status', detail: status });
    if (status.state === 'stopped') this.#ended.abort();
  }

  #disconnect(): void {
    const feed = this.#feed;
    this.#feed = undefined;
    this.#types = new Set();
    feed?.close();
  }

  #tell(event: FeedEvent): void {
    this.#channel.post({ tell: 'event', cursor: this.#cursor, event });
  }
}
