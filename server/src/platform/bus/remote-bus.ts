import { randomBytes } from 'node:crypto';
import type { Logger } from '../observability/index.ts';
import type { Bus, BusListener, BusSubscription } from './bus.ts';
import { ChannelListeners } from './listeners.ts';
import { Signal } from './signal.ts';
import { type SubscriptionCommands, Subscriptions } from './subscriptions.ts';

/** The connections to a kind of Redis. */
export interface RemoteLink extends SubscriptionCommands {
  readonly isReady: () => boolean;
  readonly publish: (channel: string, text: string) => Promise<unknown>;
  readonly disconnect: () => void;
}

/** Messages that may wait for Redis to take them. What exceeds it is dropped: the database has the truth. */
const maximumUnanswered = 10_000;

/**
 * What the buses of several nodes have in common. Listeners of the publishing node are called directly, and their echo
 * is ignored, so that a node serves its own people while the others cannot be reached. Nothing is kept for later
 * meanwhile. Whoever makes one tells it what happens to its connections.
 */
export class RemoteBus implements Bus {
  readonly #logger: Logger;
  readonly #link: RemoteLink;
  readonly #origin = randomBytes(9).toString('base64url');
  readonly #listeners: ChannelListeners;
  readonly #subscriptions: Subscriptions;
  readonly #lost = new Signal();
  readonly #restored = new Signal();
  #unanswered = 0;
  #away = false;
  #closed = false;

  constructor(link: RemoteLink, logger: Logger) {
    this.#logger = logger;
    this.#link = link;
    this.#listeners = new ChannelListeners(logger);
    this.#subscriptions = new Subscriptions(link, this.#listeners);
  }

  publish(channel: string, message: string): void {
    if (this.#closed) return;
    this.#listeners.deliverSoon(channel, message);
    if (!this.#link.isReady() || this.#unanswered >= maximumUnanswered) return;
    this.#unanswered += 1;
    const settle = () => {
      this.#unanswered -= 1;
    };
    this.#link.publish(channel, `${this.#origin} ${message}`).then(settle, settle);
  }

  subscribe(channel: string, listener: BusListener): BusSubscription {
    // A function of its own, so that the same listener can be subscribed twice.
    const own = (message: string) => listener(message);
    if (this.#closed) return { ready: Promise.resolve(), unsubscribe: () => {} };
    if (this.#listeners.add(channel, own)) this.#subscriptions.change(channel);
    return {
      ready: this.#subscriptions.inForce(channel),
      unsubscribe: () => {
        if (this.#listeners.remove(channel, own)) this.#subscriptions.change(channel);
      },
    };
  }

  onLost(listener: () => void): () => void {
    return this.#lost.on(listener);
  }

  onRestored(listener: () => void): () => void {
    return this.#restored.on(listener);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#listeners.clear();
    this.#subscriptions.suspend();
    this.#link.disconnect();
  }

  /** Something came from a channel. */
  receive(channel: string, text: string): void {
    const end = text.indexOf(' ');
    if (end > 0 && text.slice(0, end) !== this.#origin) this.#listeners.deliver(channel, text.slice(end + 1));
  }

  /** A connection has failed; it is told once until all is well again. @returns whether this is the first word of it */
  noteFailure(error?: Error): boolean {
    if (this.#closed || this.#away) return false;
    this.#away = true;
    this.#logger.warn({ err: error }, 'the bus has lost Redis and tries to reach it again');
    return true;
  }

  /** All subscriptions are gone with their connection. */
  noteDisconnection(): void {
    if (this.#subscriptions.suspend()) this.#lost.raise();
  }

  /** Some channels cannot be heard for now; the library subscribes to them again by itself. */
  notePartialLoss(error?: Error): void {
    if (this.noteFailure(error)) this.#lost.raise();
  }

  /** Subscriptions can be made, and may have missed something. */
  async noteConnection(): Promise<void> {
    if (this.#closed || !(await this.#subscriptions.resume())) return;
    if (this.#away) this.#logger.info('the bus reaches Redis again');
    this.#away = false;
    this.#restored.raise();
  }
}
