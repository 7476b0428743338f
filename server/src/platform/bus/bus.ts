/**
 * Carries short messages between the parts of one node and between nodes. It promises little: a message may be lost
 * when a connection breaks, and a process that was away has missed what was said. Whoever listens must be able to
 * read the truth elsewhere, and does so at `onRestored`.
 *
 * Within a channel, messages of one publisher arrive in the order in which they were published, each at most once.
 */
export interface Bus {
  /**
   * Hands a message to all listeners of the channel, on this node (even while other nodes cannot be reached) and on
   * others. Returns at once and never throws; listeners run later, never inside this call.
   */
  publish(channel: string, message: string): void;
  subscribe(channel: string, listener: BusListener): BusSubscription;
  /** Runs the listener when other nodes cannot be heard any more. Returns the way to stop that. */
  onLost(listener: () => void): () => void;
  /** Runs the listener when all subscriptions are in force again, and may have missed something. */
  onRestored(listener: () => void): () => void;
  /** Ends all subscriptions and connections. Closing twice is fine. */
  close(): Promise<void>;
}

export type BusListener = (message: string) => void;

export interface BusSubscription {
  /**
   * Resolves when messages from now on will arrive, or when the connection is lost, so that nobody waits for it:
   * then `onRestored` tells when they arrive again. It never rejects.
   */
  readonly ready: Promise<void>;
  /** Ends it; the listener is not called any more, not even with messages on their way. */
  unsubscribe(): void;
}
