import type { NotificationType } from '@rolecall/contract';
import { type Cursor, isRecord } from '../cursors.ts';
import type { ConnectionStatus, NotificationEvents } from '../feed.ts';

/** What the tabs that share a connection and its host say to each other. All hear everything. */
export type Message = GuestMessage | HostMessage;

/** What a tab says; `from` is its name. */
export type GuestMessage = { readonly from: string } & (
  | { readonly say: 'join'; readonly cursor: Cursor | null; readonly types: readonly NotificationType[] }
  /** All that it is subscribed to from now on. */
  | { readonly say: 'types'; readonly types: readonly NotificationType[] }
  | { readonly say: 'mark_read'; readonly id: string }
  | { readonly say: 'leave' }
  /** The person has signed out: it is over for all. */
  | { readonly say: 'sign_out' }
);

/** What the host says. `cursor` is how far it had come before; null before its first greeting. */
export type HostMessage =
  /** A host has begun: whoever is there joins. */
  | { readonly tell: 'here' }
  | {
      readonly tell: 'welcome';
      readonly to: string;
      readonly cursor: Cursor | null;
      readonly status: ConnectionStatus;
      readonly count: NotificationEvents['count'] | null;
    }
  | { readonly tell: 'event'; readonly cursor: Cursor | null; readonly event: FeedEvent };

/** An event of the feed with its name. */
export type FeedEvent = {
  [Name in keyof NotificationEvents]: { readonly name: Name; readonly detail: NotificationEvents[Name] };
}[keyof NotificationEvents];

/** Whose connection it is. */
export interface Party {
  /** Origin of the server, without a trailing slash. */
  readonly baseUrl: string;
  readonly userId: string;
}

/** Raised with every change of the messages, so that pages of different versions leave each other alone. */
const version = 2;

/** Name of the channel, and of the lock that the host holds. */
export const partyName = ({ baseUrl, userId }: Party): string =>
  `rolecall-feed-${version}:${baseUrl}:${userId}`;
/** Name of the lock that a tab holds as long as it is there. */
export const guestName = (party: string, guest: string): string => `${party}:${guest}`;

export interface Channel {
  post(message: Message): void;
  close(): void;
}

/** Only this module posts on the channels of its version, so that a message with a known part is one of ours. */
const isMessage = (value: unknown): value is Message =>
  isRecord(value) && (typeof value['say'] === 'string' || typeof value['tell'] === 'string');

/** Hears what others post, in other tabs and in this one. */
export function openChannel(name: string, hear: (message: Message) => void): Channel {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    if (isMessage(data)) hear(data);
  };
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** What is used of `navigator.locks`. */
export interface Locks {
  request(name: string, options: { readonly signal: AbortSignal }, work: () => Promise<void>): Promise<void>;
}

/** Runs the work as soon as the lock is free; not at all when that is called off before. */
export async function withLock(
  locks: Locks,
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await locks.request(name, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Resolves when it is called off. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
