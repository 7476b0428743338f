import type { Logger } from '../observability/index.ts';
import type { Bus } from './bus.ts';
import { ChannelListeners } from './listeners.ts';

/** The bus of an instance that is one process. It can be neither lost nor restored. */
export function createInProcessBus({ logger }: { readonly logger: Logger }): Bus {
  const listeners = new ChannelListeners(logger);
  let closed = false;
  const never = () => () => {};
  return {
    publish(channel, message) {
      if (!closed) listeners.deliverSoon(channel, message);
    },
    subscribe(channel, listener) {
      // A function of its own, so that the same listener can be subscribed twice.
      const own = (message: string) => listener(message);
      if (!closed) listeners.add(channel, own);
      return {
        ready: Promise.resolve(),
        unsubscribe: () => {
          listeners.remove(channel, own);
        },
      };
    },
    onLost: never,
    onRestored: never,
    async close() {
      closed = true;
      listeners.clear();
    },
  };
}
