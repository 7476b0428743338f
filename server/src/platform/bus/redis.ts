import { randomBytes } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../observability/index.ts';
import type { Bus } from './bus.ts';
import { ChannelListeners } from './listeners.ts';
import { RedisSubscriptions } from './redis-subscriptions.ts';
import { Signal } from './signal.ts';

export interface RedisBusOptions {
  /** `redis://` or `rediss://` address of Redis or Valkey. */
  readonly url: string;
  readonly logger: Logger;
}

const connection = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 5_000,
  keepAlive: 5_000,
  retryStrategy: (attempt: number) => Math.random() * Math.min(2_000, 50 * 2 ** Math.min(attempt, 10)),
} satisfies RedisOptions;

/** Messages that may wait for Redis to take them. What exceeds it is dropped: the database has the truth. */
const maximumUnanswered = 10_000;

/**
 * The bus of several nodes over Redis or Valkey pub/sub: one connection that publishes, one that listens. Listeners
 * of the publishing node are called directly, and their echo from Redis is ignored, so that a node serves its own
 * people while Redis is away. Nothing is kept for later meanwhile.
 */
export function createRedisBus({ url, logger }: RedisBusOptions): Bus {
  const origin = randomBytes(9).toString('base64url');
  const listeners = new ChannelListeners(logger);
  const lost = new Signal();
  const restored = new Signal();
  const publisher = new Redis(url, { ...connection, enableAutoPipelining: true });
  const subscriber = new Redis(url, connection);
  const subscriptions = new RedisSubscriptions(subscriber, listeners);
  let unanswered = 0;
  let away = false;
  let closed = false;

  const noteError = (error: Error) => {
    if (closed || away) return;
    away = true;
    logger.warn({ err: error }, 'the bus has lost Redis and tries to reach it again');
  };
  publisher.on('error', noteError);
  subscriber.on('error', noteError);

  subscriber.on('message', (channel: string, envelope: string) => {
    const end = envelope.indexOf(' ');
    if (end > 0 && envelope.slice(0, end) !== origin) listeners.deliver(channel, envelope.slice(end + 1));
  });
  subscriber.on('close', () => {
    if (subscriptions.suspend()) lost.raise();
  });
  subscriber.on('ready', async () => {
    if (!(await subscriptions.resume())) return;
    if (away) logger.info('the bus reaches Redis again');
    away = false;
    restored.raise();
  });

  return {
    publish(channel, message) {
      if (closed) return;
      listeners.deliverSoon(channel, message);
      if (publisher.status !== 'ready' || unanswered >= maximumUnanswered) return;
      unanswered += 1;
      const settle = () => {
        unanswered -= 1;
      };
      publisher.publish(channel, `${origin} ${message}`).then(settle, settle);
    },
    subscribe(channel, listener) {
      const own = (message: string) => listener(message);
      if (closed) return { ready: Promise.resolve(), unsubscribe: () => {} };
      if (listeners.add(channel, own)) subscriptions.change(channel);
      return {
        ready: subscriptions.inForce(channel),
        unsubscribe: () => {
          if (listeners.remove(channel, own)) subscriptions.change(channel);
        },
      };
    },
    onLost: (listener) => lost.on(listener),
    onRestored: (listener) => restored.on(listener),
    async close() {
      if (closed) return;
      closed = true;
      listeners.clear();
      subscriptions.suspend();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
