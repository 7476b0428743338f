import type { NotificationFeed } from '../../notifications/feed.ts';
import type { InboxApi } from './inbox-api.ts';

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
