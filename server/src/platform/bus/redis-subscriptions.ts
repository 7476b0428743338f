import type { Redis } from 'ioredis';
import type { ChannelListeners } from './listeners.ts';

/** Channels in one SUBSCRIBE, so that thousands at once are a few commands of bounded size. */
const batchSize = 500;

/**
 * Keeps Redis subscribed to exactly the channels that have listeners. Changes of one turn of the event loop become
 * one command; a channel that is left and entered again in between costs nothing.
 */
export class RedisSubscriptions {
  readonly #redis: Redis;
  readonly #listeners: ChannelListeners;
  /** Channels that Redis was asked to send, in this connection. */
  #asked = new Set<string>();
  #changed = new Set<string>();
  /** Settles when all that was asked so far is in force, or the connection is gone. */
  #flushed: Promise<void> = Promise.resolve();
  #scheduled = false;
  #connected = false;
  /** Resolves when the connection is gone: a command on its way then may never be answered. */
  #gone = Promise.withResolvers<void>();

  constructor(redis: Redis, listeners: ChannelListeners) {
    this.#redis = redis;
    this.#listeners = listeners;
  }

  /** Takes note that a channel has got its first or lost its last listener. */
  change(channel: string): void {
    if (!this.#connected) return;
    this.#changed.add(channel);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#flushed = Promise.all([this.#flushed, Promise.resolve().then(() => this.#flush())]).then(() => {});
  }

  inForce(channel: string): Promise<void> {
    return this.#changed.has(channel) || this.#asked.has(channel) ? this.#flushed : Promise.resolve();
  }

  /** Forgets the connection. @returns whether there was one */
  suspend(): boolean {
    const had = this.#connected;
    this.#connected = false;
    this.#gone.resolve();
    this.#flushed = Promise.resolve();
    this.#scheduled = false;
    this.#asked = new Set();
    this.#changed = new Set();
    return had;
  }

  /** Subscribes to everything on a new connection. @returns whether all is in force */
  async resume(): Promise<boolean> {
    this.#connected = true;
    const gone = Promise.withResolvers<void>();
    this.#gone = gone;
    for (const channel of this.#listeners.names()) this.change(channel);
    await this.#flushed;
    return this.#connected && this.#gone === gone;
  }

  async #flush(): Promise<void> {
    this.#scheduled = false;
    const enter: string[] = [];
    const leave: string[] = [];
    for (const channel of this.#changed) {
      const wanted = this.#listeners.has(channel);
      if (wanted && !this.#asked.has(channel)) enter.push(channel);
      if (!wanted && this.#asked.has(channel)) leave.push(channel);
    }
    this.#changed = new Set();
    for (const channel of enter) this.#asked.add(channel);
    for (const channel of leave) this.#asked.delete(channel);
    const commands = [
      ...batches(leave).map((channels) => this.#redis.unsubscribe(...channels)),
      ...batches(enter).map((channels) => this.#redis.subscribe(...channels)),
    ];
    // A command fails only with its connection, and the next one subscribes to everything anew.
    await Promise.race([Promise.allSettled(commands), this.#gone.promise]);
  }
}

function batches(channels: readonly string[]): string[][] {
  const result: string[][] = [];
  for (let start = 0; start < channels.length; start += batchSize) {
    result.push(channels.slice(start, start + batchSize));
  }
  return result;
}
