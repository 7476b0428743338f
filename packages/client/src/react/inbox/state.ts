import type { Notification } from '@rolecall/contract';
import type { RolecallError } from '../../errors.ts';
import type { ConnectionStatus } from '../../notifications/feed.ts';
import type { View } from './entries.ts';

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

export const initialState: InboxState = {
  lists: {
    all: { status: 'loading', error: null, items: [], hasMore: false, isLoadingMore: false },
    unread: { status: 'loading', error: null, items: [], hasMore: false, isLoadingMore: false },
  },
  unread: null,
  connection: 'connecting',
  changeError: null,
};

/** A list that is the same object is not drawn again. */
export function isSameList(one: ListState, other: ListState): boolean {
  return (
    one.status === other.status &&
    one.error === other.error &&
    one.hasMore === other.hasMore &&
    one.isLoadingMore === other.isLoadingMore &&
    one.items.length === other.items.length &&
    one.items.every((item, index) => item === other.items[index])
  );
}

export function connectionOf({ state }: ConnectionStatus, isOnline: boolean, hasTried: boolean): Connection {
  if (state === 'stopped') return 'stopped';
  if (!isOnline) return 'offline';
  if (state === 'live') return 'live';
  return hasTried ? 'reconnecting' : 'connecting';
}
