import type { Notification } from '@rolecall/contract';
import { RolecallError } from '../../errors.ts';
import type { ConnectionStatus, NotificationFeed } from '../../notifications/feed.ts';
import { type Change, Entries, isUnread, type Place, type View, views } from './entries.ts';
import type { InboxApi } from './inbox-api.ts';

export type Connection =
  /** The first attempt is under way. */
  | 'connecting'
  /** What is new comes at once. */
  | 'live'
  /** It was live, or could not get there, and tries again by itself. */
  | 'reconnecting'
  /** This device has no network. */
  | 'offline'
  /** The person is signed out; it does not come back by itself. */
  | 'stopped';

/** One list of notifications as the screen shows it. */
export interface ListState {
  readonly status: 'loading' | 'ready' | 'error';
  /** Why it could not be read; what was there before is still in `items`. */
  readonly error: RolecallError | null;
  /** The newest first, at most 500. */
  readonly items: readonly Notification[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
}

export interface InboxState {
  readonly lists: Readonly<Record<View, ListState>>;
  /** How many are unread; null until that is known. */
  readonly unread: number | null;
  readonly connection: Connection;
  /** Why the last change of a read state was taken back; null when it was done. */
  readonly changeError: RolecallError | null;
}

export interface InboxStoreOptions {
  readonly api: InboxApi;
  /** Opens or lends a feed; `release` gives it back. */
  readonly openFeed: () => { readonly feed: NotificationFeed; readonly release: () => void };
  readonly network: {
    isOnline(): boolean;
    /** Returns the way to stop listening. */
    subscribe(listener: () => void): () => void;
  };
  /** Runs the work later; returns the way to call it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

interface Loading {
  readonly status: 'idle' | ListState['status'];
  readonly error: RolecallError | null;
  readonly isLoadingMore: boolean;
}

const pageSize = 20;
const largestPage = 100;
/** What was changed elsewhere is read again after so many milliseconds, so that a burst costs one call. */
const refreshDelay = 250;
const idle: Loading = { status: 'idle', error: null, isLoadingMore: false };

export const initialState: InboxState = {
  lists: {
    all: { status: 'loading', error: null, items: [], hasMore: false, isLoadingMore: false },
    unread: { status: 'loading', error: null, items: [], hasMore: false, isLoadingMore: false },
  },
  unread: null,
  connection: 'connecting',
  changeError: null,
};

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
  readonly #loadings: Record<View, Loading> = { all: idle, unread: idle };
  #state = initialState;
  /** Changes that the server has not confirmed, the oldest first. */
  #changes: readonly Change[] = [];
  /** Who waits until no change is on its way. */
  #waiting: (() => void)[] = [];
  #sent: Change | undefined;
  #changeError: RolecallError | null = null;
  /** What the server has said last. */
  #counted: number | null = null;
  /** What it should say next, by all that is known here. */
  #expected: number | null = null;
  /** The revision of the inbox, as it was said last and as it is known here. */
  #toldRevision: number | null = null;
  #revision: number | null = null;
  #status: ConnectionStatus = { state: 'connecting' };
  #isStarted = false;
  #hasTried = false;
  #isVerified = false;
  #requests: Promise<void> = Promise.resolve();
  readonly #waitingReads = new Set<View>();
  #cancelRefresh: (() => void) | undefined;

  constructor(options: InboxStoreOptions) {
    this.#options = options;
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
    this.#readOpened();
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
    if (this.#loadings[view].status === 'idle') this.reload(view);
  }

  /** Reads the view again from its beginning. */
  reload(view: View): void {
    const { status } = this.#loadings[view];
    if (status === 'loading') return;
    if (status !== 'ready') this.#setLoading(view, { status: 'loading', error: null });
    if (this.#isStarted) this.#read(view);
  }

  loadMore(view: View): void {
    const next = this.#entries.next(view);
    if (next === null || this.#loadings[view].isLoadingMore) return;
    this.#setLoading(view, { isLoadingMore: true });
    this.#request(() => this.#readPage(view, pageSize, next));
  }

  mark(id: string, read: boolean): void {
    const entry = this.#entries.find(id, this.#changes);
    if (entry !== undefined && (entry.read_at !== null) === read) return;
    if (this.#expected !== null) this.#expected = Math.max(0, this.#expected + (read ? -1 : 1));
    this.#change({ what: { id }, read, at: new Date().toISOString() });
  }

  /** Marks as read whatever is not newer than the newest of the view. */
  markAll(view: View): void {
    const upToSeq = this.#state.lists[view].items[0]?.seq;
    if (upToSeq === undefined) return;
    if (this.#expected !== null) this.#expected = 0;
    this.#change({ what: { upToSeq }, read: true, at: new Date().toISOString() });
  }

  #change(change: Change): void {
    const name = nameOf(change);
    const waiting = this.#changes.filter((other) => other === this.#sent || nameOf(other) !== name);
    const isSending = this.#changes.length > 0;
    this.#changes = [...waiting, change];
    this.#publish();
    if (!isSending) this.#request(() => this.#sendChanges());
  }

  async #sendChanges(): Promise<void> {
    const { api } = this.#options;
    for (let [change] = this.#changes; change !== undefined; [change] = this.#changes) {
      this.#sent = change;
      const { what, read } = change;
      try {
        const { unread, revision } = await ('id' in what
          ? api.mark({ params: { notification_id: what.id }, body: { read } })
          : api.markAll({ body: { up_to_seq: what.upToSeq } }));
        this.#entries.change(change);
        this.#counted = unread;
        this.#toldRevision = Math.max(this.#toldRevision ?? 0, revision);
        // One step is this change itself; more of them were made elsewhere.
        if (this.#revision !== null && revision === this.#revision + 1) this.#revision = revision;
        this.#changeError = null;
      } catch (error) {
        this.#changeError = toRolecallError(error);
      }
      const done = change;
      this.#changes = this.#changes.filter((other) => other !== done);
    }
    this.#sent = undefined;
    this.#settle();
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves when every change has been answered, by success or failure. */
  async saved(): Promise<void> {
    if (this.#changes.length === 0) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #arrive(notification: Notification): void {
    this.#entries.insert(notification);
    if (this.#expected !== null && isUnread(notification)) this.#expected += 1;
    this.#publish();
    for (const listener of this.#arrivalListeners) listener(notification);
  }

  #count({ unread, revision }: { readonly unread: number; readonly revision: number }): void {
    this.#counted = unread;
    this.#toldRevision = revision;
    // While changes are on their way, the server speaks of a time before them.
    if (this.#changes.length === 0) this.#settle();
  }

  #settle(): void {
    const counted = this.#counted;
    const isSurprise = this.#expected !== null && this.#expected !== counted;
    const isChanged = this.#revision !== null && this.#revision !== this.#toldRevision;
    if (isSurprise || isChanged) this.#refreshSoon();
    this.#expected = counted;
    this.#revision = this.#toldRevision;
    if (counted === 0) {
      const what = { upToSeq: this.#entries.newest };
      this.#entries.change({ what, read: true, at: new Date().toISOString() });
    }
    this.#publish();
  }

  #startAnew(head: number): void {
    this.#entries.clear(head);
    for (const view of this.#opened()) {
      this.#setLoading(view, { status: 'loading', error: null });
      this.#read(view);
    }
  }

  #refreshSoon(): void {
    this.#cancelRefresh ??= this.#options.after(refreshDelay, () => {
      this.#cancelRefresh = undefined;
      this.#readOpened();
    });
  }

  #opened(): readonly View[] {
    return views.filter((view) => this.#loadings[view].status !== 'idle');
  }

  #readOpened(): void {
    for (const view of this.#opened()) this.#read(view);
  }

  /** Reads the beginning of a view, as much of it as is shown where one page has room for that. */
  #read(view: View): void {
    // One that waits for its turn will see everything up to then.
    if (this.#waitingReads.has(view)) return;
    this.#waitingReads.add(view);
    this.#request(() => {
      this.#waitingReads.delete(view);
      const shown = this.#state.lists[view].items.length;
      return this.#readPage(view, Math.min(largestPage, Math.max(pageSize, shown)), null);
    });
  }

  async #readPage(
    view: View,
    limit: number,
    next: { readonly cursor: string; readonly after: Place } | null,
  ): Promise<void> {
    const upToSeq = this.#entries.newest;
    try {
      const { items, next_cursor: nextCursor } = await this.#options.api.list({
        query: { state: view, limit, ...(next === null ? {} : { cursor: next.cursor }) },
      });
      this.#entries.takePage({ view, items, nextCursor, upToSeq, after: next?.after ?? null });
      this.#setLoading(view, { status: 'ready', error: null, isLoadingMore: false });
    } catch (error) {
      this.#setLoading(view, { status: 'error', error: toRolecallError(error), isLoadingMore: false });
    }
  }

  /** How many are unread, and whether something came between the first page and the feed. */
  async #readCounts(): Promise<void> {
    const told = this.#counted;
    try {
      const { head, ...counts } = await this.#options.api.counts();
      if (head > this.#entries.newest && this.#opened().length > 0) this.#refreshSoon();
      // What the feed has said meanwhile is newer.
      if (this.#counted === told) this.#count(counts);
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
    for (const view of views) if (this.#loadings[view].status === 'error') this.reload(view);
    if (this.#isVerified) return;
    this.#isVerified = true;
    this.#request(() => this.#readCounts());
  }

  #connection(): Connection {
    const { state } = this.#status;
    if (state === 'stopped') return 'stopped';
    if (!this.#options.network.isOnline()) return 'offline';
    if (state === 'live') return 'live';
    return this.#hasTried ? 'reconnecting' : 'connecting';
  }

  #request(work: () => Promise<void>): void {
    this.#requests = this.#requests.then(work);
  }

  #setLoading(view: View, change: Partial<Loading>): void {
    this.#loadings[view] = { ...this.#loadings[view], ...change };
    this.#publish();
  }

  #publish(): void {
    this.#state = {
      lists: { all: this.#listOf('all'), unread: this.#listOf('unread') },
      unread: this.#changes.length === 0 ? this.#counted : this.#expected,
      connection: this.#connection(),
      changeError: this.#changeError,
    };
    for (const listener of this.#listeners) listener();
  }

  #listOf(view: View): ListState {
    const { status, error, isLoadingMore } = this.#loadings[view];
    const next: ListState = {
      status: status === 'idle' ? 'loading' : status,
      error,
      items: this.#entries.list(view, this.#changes),
      hasMore: this.#entries.next(view) !== null,
      isLoadingMore,
    };
    const current = this.#state.lists[view];
    return isSame(current, next) ? current : next;
  }
}

/** A list that is the same object is not drawn again. */
function isSame(one: ListState, other: ListState): boolean {
  return (
    one.status === other.status &&
    one.error === other.error &&
    one.hasMore === other.hasMore &&
    one.isLoadingMore === other.isLoadingMore &&
    one.items.length === other.items.length &&
    one.items.every((item, index) => item === other.items[index])
  );
}

const nameOf = ({ what }: Change): string | null => ('id' in what ? what.id : null);

function toRolecallError(error: unknown): RolecallError {
  if (error instanceof RolecallError) return error;
  return new RolecallError('network_error', 'The server could not be reached.', { cause: error });
}
