import { createHash, randomBytes } from 'node:crypto';
import { Cluster } from 'ioredis';
import type { Logger } from '../observability/index.ts';
import type { Bus } from './bus.ts';
import { ChannelListeners } from './listeners.ts';
import { Signal } from './signal.ts';

export interface RedisClusterBusOptions {
  /** `redis-cluster://` or `rediss-cluster://` address of one node; it tells where the others are. */
  readonly url: string;
  readonly logger: Logger;
}

/** Whether an address names a cluster rather than a single server. */
export const isClusterUrl = (url: string) => /^rediss?-cluster:/.test(url);

/** Channels of one tag live on one shard, so that one command can subscribe to many of them. */
const tags = 256;
/** Channels in one SSUBSCRIBE. */
const batchSize = 500;
/** Messages that may wait for the cluster to take them. What exceeds it is dropped: the database has the truth. */
const maximumUnanswered = 10_000;

/**
 * The bus over sharded pub/sub (`SPUBLISH`, Redis 7): a message goes only to the shard of its channel, where plain
 * pub/sub would send it to every node of the cluster. Otherwise like the bus over a single server: listeners of the
 * publishing node are called directly, and nothing is kept for later while a shard is away.
 */
export function createRedisClusterBus({ url, logger }: RedisClusterBusOptions): Bus {
  const origin = randomBytes(9).toString('base64url');
  const listeners = new ChannelListeners(logger);
  const lost = new Signal();
  const restored = new Signal();
  const { node, options } = parseAddress(url);
  const cluster = new Cluster([node], {
    shardedSubscribers: true,
    enableOfflineQueue: false,
    clusterRetryStrategy: (attempt) => Math.random() * Math.min(2_000, 50 * 2 ** Math.min(attempt, 10)),
    redisOptions: { ...options, connectTimeout: 5_000, keepAlive: 5_000, maxRetriesPerRequest: 0 },
  });
  const subscriptions = new ShardSubscriptions(cluster, listeners);
  let unanswered = 0;
  let away = false;
  let closed = false;

  const noteLoss = (error?: Error) => {
    if (closed || away) return;
    away = true;
    logger.warn({ err: error }, 'the bus has lost a part of the Redis cluster and tries to reach it again');
    lost.raise();
  };
  cluster.on('error', noteLoss);
  cluster.on('nodeError', noteLoss);
  cluster.on('-subscriber', () => noteLoss());
  cluster.on('smessage', (tagged: string, envelope: string) => {
    const end = envelope.indexOf(' ');
    if (end > 0 && envelope.slice(0, end) !== origin) {
      listeners.deliver(channelOf(tagged), envelope.slice(end + 1));
    }
  });
  const noteRecovery = async () => {
    // Connections for subscriptions may be ready before the cluster takes commands, and the other way round.
    if (closed || cluster.status !== 'ready' || !(await subscriptions.start())) return;
    if (away) logger.info('the bus reaches the whole Redis cluster again');
    away = false;
    restored.raise();
  };
  cluster.on('ready', noteRecovery);
  cluster.on('subscribersReady', noteRecovery);

  return {
    publish(channel, message) {
      if (closed) return;
      listeners.deliverSoon(channel, message);
      if (cluster.status !== 'ready' || unanswered >= maximumUnanswered) return;
      unanswered += 1;
      const settle = () => {
        unanswered -= 1;
      };
      cluster.spublish(tagged(channel), `${origin} ${message}`).then(settle, settle);
    },
    subscribe(channel, listener) {
      const own = (message: string) => listener(message);
      if (closed) return { ready: Promise.resolve(), unsubscribe: () => {} };
      const ready = listeners.add(channel, own) ? subscriptions.change(channel) : subscriptions.settled();
      return {
        ready,
        unsubscribe: () => {
          if (listeners.remove(channel, own)) void subscriptions.change(channel);
        },
      };
    },
    onLost: (listener) => lost.on(listener),
    onRestored: (listener) => restored.on(listener),
    async close() {
      if (closed) return;
      closed = true;
      listeners.clear();
      cluster.disconnect();
    },
  };
}

/** Keeps the shards subscribed to exactly the channels that have listeners, many channels with one command. */
class ShardSubscriptions {
  readonly #cluster: Cluster;
  readonly #listeners: ChannelListeners;
  readonly #asked = new Set<string>();
  #changed = new Set<string>();
  #flushed: Promise<void> = Promise.resolve();
  #scheduled = false;
  #started = false;

  constructor(cluster: Cluster, listeners: ChannelListeners) {
    this.#cluster = cluster;
    this.#listeners = listeners;
  }

  /** The shards can be reached; the client library has subscribed again to what it had. @returns whether all is in force */
  async start(): Promise<boolean> {
    this.#started = true;
    for (const channel of this.#listeners.names()) void this.change(channel);
    await this.#flushed;
    return this.#started;
  }

  /** A channel has got its first or lost its last listener. Resolves when that is in force, or can not be for now. */
  change(channel: string): Promise<void> {
    if (!this.#started) return Promise.resolve();
    this.#changed.add(channel);
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#flushed = Promise.all([this.#flushed, Promise.resolve().then(() => this.#flush())]).then(
        () => {},
      );
    }
    return this.#flushed;
  }

  settled(): Promise<void> {
    return this.#flushed;
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
    await Promise.all([
      ...batches(leave).map((channels) => this.#cluster.sunsubscribe(...channels).catch(() => {})),
      // One that fails is asked for again when the shard is back.
      ...batches(enter).map((channels) =>
        this.#cluster.ssubscribe(...channels).catch(() => {
          for (const channel of channels) this.#asked.delete(channelOf(channel));
        }),
      ),
    ]);
  }
}

/** Commands of channels with one tag each. */
function batches(channels: readonly string[]): string[][] {
  const result: string[][] = [];
  for (const [, group] of Map.groupBy(channels.map(tagged), (channel) =>
    channel.slice(0, channel.indexOf('}')),
  )) {
    for (let start = 0; start < group.length; start += batchSize) {
      result.push(group.slice(start, start + batchSize));
    }
  }
  return result;
}

/** The channel with its tag in braces, which is what the cluster chooses the shard by. */
function tagged(channel: string): string {
  const tag = (createHash('sha1').update(channel).digest()[0] ?? 0) % tags;
  return `{${tag}}${channel}`;
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
