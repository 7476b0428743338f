import type { ChannelListeners } from './listeners.ts';

/** Channels in one command, so that thousands at once are a few commands of bounded size. */
const batchSize = 500;

/** The commands of a kind of Redis. */
export interface SubscriptionCommands {
  /** Channels that may not stand in one command have different groups. */
  readonly groupOf: (channel: string) => string;
  readonly subscribe: (channels: readonly string[]) => Promise<unknown>;
  readonly unsubscribe: (channels: readonly string[]) => Promise<unknown>;
}

/**
 * Keeps Redis subscribed to exactly the channels that have listeners. Changes of one turn of the event loop become
 * one command; a channel that is left and entered again in between costs nothing.
 */
export class Subscriptions {
  readonly #commands: SubscriptionCommands;
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

  constructor(commands: SubscriptionCommands, listeners: ChannelListeners) {
    this.#commands = commands;
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

  /** Subscribes to everything that is not yet subscribed to. @returns whether all is in force */
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
    const { groupOf, subscribe, unsubscribe } = this.#commands;
    const asked = this.#asked;
    const commands = [
      ...batches(leave, groupOf).map(unsubscribe),
      ...batches(enter, groupOf).map(async (channels) => {
        try {
          await subscribe(channels);
        } catch {
          // It failed with its connection; whoever subscribes to everything on the next one finds them missing.
          for (const channel of channels) asked.delete(channel);
        }
      }),
    ];
    await Promise.race([Promise.allSettled(commands), this.#gone.promise]);
  }
}

function batches(channels: readonly string[], groupOf: (channel: string) => string): string[][] {
  const result: string[][] = [];
  for (const group of Map.groupBy(channels, groupOf).values()) {
    for (let start = 0; start < group.length; start += batchSize) {
      result.push(group.slice(start, start + batchSize));
    }
  }
  return result;
}
