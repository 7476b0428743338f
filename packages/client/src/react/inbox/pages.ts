import type { RolecallError } from '../../errors.ts';
import { type Change, type Entries, type Place, type View, views } from './entries.ts';
import { toRolecallError } from './error.ts';
import type { InboxApi } from './inbox-api.ts';
import { isSameList, type ListState } from './state.ts';

interface Loading {
  readonly status: 'idle' | ListState['status'];
  readonly error: RolecallError | null;
  readonly isLoadingMore: boolean;
}

interface PagesOptions {
  readonly api: Pick<InboxApi, 'list'>;
  readonly entries: Entries;
  /** Runs a request when the ones before it are over. */
  readonly request: (work: () => Promise<void>) => void;
  /** Shows what has changed. */
  readonly publish: () => void;
}

const pageSize = 20;
const largestPage = 100;
const idle: Loading = { status: 'idle', error: null, isLoadingMore: false };

/** Reads the views of the inbox page by page. */
export class Pages {
  readonly #options: PagesOptions;
  readonly #loadings: Record<View, Loading> = { all: idle, unread: idle };
  readonly #waitingReads = new Set<View>();
  readonly #shown: Record<View, number> = { all: 0, unread: 0 };

  constructor(options: PagesOptions) {
    this.#options = options;
  }

  /** The views that somebody looks at. */
  get opened(): readonly View[] {
    return views.filter((view) => this.#loadings[view].status !== 'idle');
  }

  /** The views that could not be read. */
  get failed(): readonly View[] {
    return views.filter((view) => this.#loadings[view].status === 'error');
  }

  isIdle(view: View): boolean {
    return this.#loadings[view].status === 'idle';
  }

  /** Shows the view as being read for the first time, or after an error; false while it is already. */
  expect(view: View): boolean {
    const { status } = this.#loadings[view];
    if (status === 'loading') return false;
    if (status !== 'ready') this.#setLoading(view, { status: 'loading', error: null });
    return true;
  }

  /** Reads all opened views from nothing. */
  startAnew(): void {
    for (const view of this.opened) {
      this.#setLoading(view, { status: 'loading', error: null });
      this.read(view);
    }
  }

  readOpened(): void {
    for (const view of this.opened) this.read(view);
  }

  /** Reads the beginning of a view, as much of it as is shown where one page has room for that. */
  read(view: View): void {
    // One that waits for its turn will see everything up to then.
    if (this.#waitingReads.has(view)) return;
    this.#waitingReads.add(view);
    this.#options.request(() => {
      this.#waitingReads.delete(view);
      return this.#readPage(view, Math.min(largestPage, Math.max(pageSize, this.#shown[view])), null);
    });
  }

  readMore(view: View): void {
    const next = this.#options.entries.next(view);
    if (next === null || this.#loadings[view].isLoadingMore) return;
    this.#setLoading(view, { isLoadingMore: true });
    this.#options.request(() => this.#readPage(view, pageSize, next));
  }

  /** The list of a view with these changes; the same object where nothing is different. */
  listOf(view: View, changes: readonly Change[], current: ListState): ListState {
    const { status, error, isLoadingMore } = this.#loadings[view];
    const { entries } = this.#options;
    const next: ListState = {
      status: status === 'idle' ? 'loading' : status,
      error,
      items: entries.list(view, changes),
      hasMore: entries.next(view) !== null,
      isLoadingMore,
    };
    this.#shown[view] = next.items.length;
    return isSameList(current, next) ? current : next;
  }

  async #readPage(
    view: View,
    limit: number,
    next: { readonly cursor: string; readonly after: Place } | null,
  ): Promise<void> {
    const { api, entries } = this.#options;
    const upToSeq = entries.newest;
    try {
      const { items, next_cursor: nextCursor } = await api.list({
        query: { state: view, limit, ...(next === null ? {} : { cursor: next.cursor }) },
      });
      entries.takePage({ view, items, nextCursor, upToSeq, after: next?.after ?? null });
      this.#setLoading(view, { status: 'ready', error: null, isLoadingMore: false });
    } catch (error) {
      this.#setLoading(view, { status: 'error', error: toRolecallError(error), isLoadingMore: false });
    }
  }

  #setLoading(view: View, change: Partial<Loading>): void {
    this.#loadings[view] = { ...this.#loadings[view], ...change };
    this.#options.publish();
  }
}
