import type { Logger } from '../observability/index.ts';
import type { BusListener } from './bus.ts';

/** Listeners of one node by channel. */
export class ChannelListeners {
  readonly #channels = new Map<string, Set<BusListener>>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** @returns whether the channel had no listener before */
  add(channel: string, listener: BusListener): boolean {
    const present = this.#channels.get(channel);
    if (present !== undefined) {
      present.add(listener);
      return false;
    }
    this.#channels.set(channel, new Set([listener]));
    return true;
  }

  /** @returns whether the channel has no listener any more */
  remove(channel: string, listener: BusListener): boolean {
    const present = this.#channels.get(channel);
    if (present === undefined || !present.delete(listener) || present.size > 0) return false;
    this.#channels.delete(channel);
    return true;
  }

  has(channel: string): boolean {
    return this.#channels.has(channel);
  }

  names(): readonly string[] {
    return [...this.#channels.keys()];
  }

  clear(): void {
    this.#channels.clear();
  }

  /** Calls the channel's listeners; one that throws is logged and holds up nobody. */
  deliver(channel: string, message: string): void {
    const present = this.#channels.get(channel);
    if (present === undefined) return;
    for (const listener of present) {
      try {
        listener(message);
      } catch (error) {
        this.#logger.error({ err: error }, 'a listener on the bus failed');
      }
    }
  }

  /** Delivers after the running code, in the order of the calls. */
  deliverSoon(channel: string, message: string): void {
    if (this.#channels.has(channel)) queueMicrotask(() => this.deliver(channel, message));
  }
}
