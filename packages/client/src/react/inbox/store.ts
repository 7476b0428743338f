import type { Notification } from '@rolecall/contract';
import type { ConnectionStatus } from '../../notifications/feed.ts';
import { ChangeQueue } from './change-queue.ts';
import { Counts } from './counts.ts';
import { type Change, Entries, isUnread, type View } from './entries.ts';
import type { InboxStoreOptions } from './options.ts';
import { Pages } from './pages.ts';
import { connectionOf, type InboxState, initialState } from './state.ts';

/** What was changed elsewhere is read again after so many milliseconds, so that a burst costs one call. */
const refreshDelay = 250;
/**
 * The inbox of one person in memory: pages that were read, what the feed brings, and changes that are shown before the
 * server has confirmed them. Requests go one after the other, so that no answer tells of a time before a change that
 * is done. What happens on other devices shows itself in a count or a revision that does not fit; then the lists are
 * read again.
 */
export class InboxStore {
  readonly #options: InboxStoreOptions;
  readonly #entries = new Entries();
  readonly #listeners = new Set<() => void>();
  readonly #arrivalListeners = new Set<(notification: Notification) => void>();
  readonly #counts = new Counts();
  readonly #pages: Pages;
  #state = initialState;
  readonly #queue = new ChangeQueue((change) => this.#send(change));
  #status: ConnectionStatus = { state: 'connecting' };
  #isStarted = false;
  #hasTried = false;
  #isVerified = false;
  #requests: Promise<void> = Promise.resolve();
  #cancelRefresh: (() => void) | undefined;

  constructor(options: InboxStoreOptions) {
    this.#options = options;
    this.#pages = new Pages({
      api: options.api,
      entries: this.#entries,
      request: (work) => this.#request(work),
      publish: () => this.#publish(),
    });
  }

  readonly state = (): InboxState => this.#state;

  /** Listens to changes of the state; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Listens to what arrives, which what is read from pages does not; returns the way to stop. */
  onArrival(listener: (notification: Notification) => void): () => void {
    this.#arrivalListeners.add(listener);
    return () => {
      this.#arrivalListeners.delete(listener);
    };
  }

  /** Connects; returns the way to stop. It can be started again. */
  start(): () => void {
    const { openFeed, network } = this.#options;
    const { feed, release } = openFeed();
    this.#isStarted = true;
    this.#hasTried = false;
    const stops = [
      feed.on('status', (status) => this.#setStatus(status)),
      feed.on('notification', (notification) => this.#arrive(notification)),
      feed.on('count', (counts) => this.#count(counts)),
      feed.on('resync', ({ head }) => this.#startAnew(head)),
      network.subscribe(() => this.#publish()),
      release,
    ];
    // A feed that is live already tells of everything from here on.
    this.#isVerified = feed.status.state === 'live';
    this.#setStatus(feed.status);
    this.#pages.readOpened();
    this.#request(() => this.#readCounts());
    return () => {
      this.#isStarted = false;
      for (const stop of stops) stop();
      this.#cancelRefresh?.();
      this.#cancelRefresh = undefined;
    };
  }

  /** Reads the first page of a view, unless that has been done. */
  open(view: View): void {
    if (this.#pages.isIdle(view)) this.reload(view);
  }

  /** Reads the view again from its beginning. */
  reload(view: View): void {
    if (this.#pages.expect(view) && this.#isStarted) this.#pages.read(view);
  }

  loadMore(view: View): void {
    this.#pages.readMore(view);
  }

  mark(id: string, read: boolean): void {
    const entry = this.#entries.find(id, this.#queue.changes);
    if (entry !== undefined && (entry.read_at !== null) === read) return;
    this.#counts.expect(read ? -1 : 1);
    this.#change({ what: { id }, read, at: new Date().toISOString() });
  }

  /** Marks as read whatever is not newer than the newest of the view. */
  markAll(view: View): void {
    const upToSeq = this.#state.lists[view].items[0]?.seq;
    if (upToSeq === undefined) return;
    this.#counts.expectNone();
    this.#change({ what: { upToSeq }, read: true, at: new Date().toISOString() });
  }

  #change(change: Change): void {
    const isSending = !this.#queue.isEmpty;
    this.#queue.add(change);
    this.#publish();
    if (!isSending) this.#request(() => this.#sendChanges());
  }

  async #sendChanges(): Promise<void> {
    await this.#queue.sendAll();
    this.#settle();
    this.#queue.release();
  }

  async #send(change: Change): Promise<void> {
    const { api } = this.#options;
    const { what, read } = change;
    const counts = await ('id' in what
      ? api.mark({ params: { notification_id: what.id }, body: { read } })
      : api.markAll({ body: { up_to_seq: what.upToSeq } }));
    this.#entries.change(change);
    this.#counts.takeOwn(counts);
  }

  /** Resolves when every change has been answered, by success or failure. */
  saved(): Promise<void> {
    return this.#queue.saved();
  }

  #arrive(notification: Notification): void {
    this.#entries.insert(notification);
    // What tells of an own action comes as read, and is no news.
    const isNews = isUnread(notification);
    if (isNews) this.#counts.expect(1);
    this.#publish();
    if (!isNews) return;
    for (const listener of this.#arrivalListeners) listener(notification);
  }

  #count(counts: { readonly unread: number; readonly revision: number }): void {
    this.#counts.take(counts);
    // While changes are on their way, the server speaks of a time before them.
    if (this.#queue.isEmpty) this.#settle();
  }

  #settle(): void {
    if (this.#counts.settle()) this.#refreshSoon();
    if (this.#counts.told === 0) {
      const what = { upToSeq: this.#entries.newest };
      this.#entries.change({ what, read: true, at: new Date().toISOString() });
    }
    this.#publish();
  }

  #startAnew(head: number): void {
    this.#entries.clear(head);
    this.#pages.startAnew();
  }

  #refreshSoon(): void {
    this.#cancelRefresh ??= this.#options.after(refreshDelay, () => {
      this.#cancelRefresh = undefined;
      this.#pages.readOpened();
    });
  }

  /** How many are unread, and whether something came between the first page and the feed. */
  async #readCounts(): Promise<void> {
    const { told } = this.#counts;
    try {
      const { head, ...counts } = await this.#options.api.counts();
      if (head > this.#entries.newest && this.#pages.opened.length > 0) this.#refreshSoon();
      // What the feed has said meanwhile is newer.
      if (this.#counts.told === told) this.#count(counts);
    } catch {
      // The feed tells it too.
    }
  }

  #setStatus(status: ConnectionStatus): void {
    this.#status = status;
    if (status.state === 'live') this.#becomeLive();
    if (status.state === 'live' || status.state === 'waiting') this.#hasTried = true;
    this.#publish();
  }

  #becomeLive(): void {
    for (const view of this.#pages.failed) this.reload(view);
    if (this.#isVerified) return;
    this.#isVerified = true;
    this.#request(() => this.#readCounts());
  }

  #request(work: () => Promise<void>): void {
    this.#requests = this.#requests.then(work);
  }

  #publish(): void {
    this.#state = {
      lists: {
        all: this.#pages.listOf('all', this.#queue.changes, this.#state.lists.all),
        unread: this.#pages.listOf('unread', this.#queue.changes, this.#state.lists.unread),
      },
      unread: this.#queue.isEmpty ? this.#counts.told : this.#counts.expected,
      connection: connectionOf(this.#status, this.#options.network.isOnline(), this.#hasTried),
      changeError: this.#queue.error,
    };
    for (const listener of this.#listeners) listener();
  }
}
