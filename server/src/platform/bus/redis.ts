import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../observability/index.ts';
import type { Bus } from './bus.ts';
import { RemoteBus } from './remote-bus.ts';

export interface RedisBusOptions {
  /** `redis://` or `rediss://` address of Redis or Valkey. */
  readonly url: string;
  readonly logger: Logger;
}

/** Of both connections. */
const connection = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 5_000,
  keepAlive: 5_000,
  retryStrategy: (attempt: number) => Math.random() * Math.min(2_000, 50 * 2 ** Math.min(attempt, 10)),
} satisfies RedisOptions;

/** The bus of several nodes over Redis or Valkey pub/sub: one connection that publishes, one that listens. */
export function createRedisBus({ url, logger }: RedisBusOptions): Bus {
  const publisher = new Redis(url, { ...connection, enableAutoPipelining: true });
  const subscriber = new Redis(url, connection);
  const bus = new RemoteBus(
    {
      groupOf: () => '',
      subscribe: (channels) => subscriber.subscribe(...channels),
      unsubscribe: (channels) => subscriber.unsubscribe(...channels),
      isReady: () => publisher.status === 'ready',
      publish: (channel, text) => publisher.publish(channel, text),
      disconnect() {
        publisher.disconnect();
        subscriber.disconnect();
      },
    },
    logger,
  );
  publisher.on('error', (error: Error) => bus.noteFailure(error));
  subscriber.on('error', (error: Error) => bus.noteFailure(error));
  subscriber.on('message', (channel: string, text: string) => bus.receive(channel, text));
  subscriber.on('close', () => bus.noteDisconnection());
  subscriber.on('ready', () => void bus.noteConnection());
  return bus;
}
