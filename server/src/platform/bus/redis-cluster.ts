import { createHash } from 'node:crypto';
import { Cluster } from 'ioredis';
import type { Logger } from '../observability/index.ts';
import type { Bus } from './bus.ts';
import { RemoteBus } from './remote-bus.ts';

export interface RedisClusterBusOptions {
  /** `redis-cluster://` or `rediss-cluster://` address of one node; it tells where the others are. */
  readonly url: string;
  readonly logger: Logger;
}

/** Whether an address names a cluster rather than a single server. */
export const isClusterUrl = (url: string) => /^rediss?-cluster:/.test(url);

/** Channels of one tag live on one shard, so that one command can subscribe to many of them. */
const tags = 256;

/**
 * The bus over sharded pub/sub (`SPUBLISH`, Redis 7): a message goes only to the shard of its channel, where plain
 * pub/sub would send it to every node of the cluster.
 */
export function createRedisClusterBus({ url, logger }: RedisClusterBusOptions): Bus {
  const { node, options } = parseAddress(url);
  const cluster = new Cluster([node], {
    shardedSubscribers: true,
    enableOfflineQueue: false,
    clusterRetryStrategy: (attempt) => Math.random() * Math.min(2_000, 50 * 2 ** Math.min(attempt, 10)),
    redisOptions: { ...options, connectTimeout: 5_000, keepAlive: 5_000, maxRetriesPerRequest: 0 },
  });
  const bus = new RemoteBus(
    {
      groupOf: tagOf,
      subscribe: (channels) => cluster.ssubscribe(...channels.map(tagged)),
      unsubscribe: (channels) => cluster.sunsubscribe(...channels.map(tagged)),
      isReady: () => cluster.status === 'ready',
      publish: (channel, text) => cluster.spublish(tagged(channel), text),
      disconnect: () => cluster.disconnect(),
    },
    logger,
  );
  cluster.on('error', (error: Error) => bus.notePartialLoss(error));
  cluster.on('nodeError', (error: Error) => bus.notePartialLoss(error));
  cluster.on('-subscriber', () => bus.notePartialLoss());
  cluster.on('smessage', (channel: string, text: string) => bus.receive(channelOf(channel), text));
  // Connections for subscriptions may be ready before the cluster takes commands, and the other way round.
  const look = () => {
    if (cluster.status === 'ready') void bus.noteConnection();
  };
  cluster.on('ready', look);
  cluster.on('subscribersReady', look);
  return bus;
}

function tagOf(channel: string): string {
  return String((createHash('sha1').update(channel).digest()[0] ?? 0) % tags);
}

/** The channel with its tag in braces, which is what the cluster chooses the shard by. */
function tagged(channel: string): string {
  return `{${tagOf(channel)}}${channel}`;
}

function channelOf(taggedChannel: string): string {
  return taggedChannel.slice(taggedChannel.indexOf('}') + 1);
}

/** Where the cluster is found, and how to sign in to each of its nodes. */
function parseAddress(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  return {
    node: { host: hostname, port: port === '' ? 6_379 : Number(port) },
    options: {
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss-cluster:' ? { tls: {} } : {}),
    },
  };
}
