import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { hasRedisServer, startRedisCluster } from '../../testing/redis-cluster.ts';
import { findRedis } from '../../testing/services.ts';
import type { Bus } from './bus.ts';
import { checkRedis } from './check.ts';
import { createInProcessBus } from './in-process.ts';
import { createRedisBus } from './redis.ts';
import { createRedisClusterBus } from './redis-cluster.ts';

const logger = pino({ level: 'silent' });

/** Two nodes on one bus; in one process they are the same. */
type Nodes = () => readonly [Bus, Bus];

function conformance(name: string, nodes: Nodes): void {
  describe(name, () => {
    const open: Bus[] = [];
    const connect = () => {
      const pair = nodes();
      open.push(...pair);
      return pair;
    };
    afterEach(async () => {
      for (const bus of open.splice(0)) await bus.close();
    });

    it('carries messages to listeners of every node, in order and once', async () => {
      const [near, far] = connect();
      const channel = `test:${randomUUID()}`;
      const here = collect(near, channel);
      const there = collect(far, channel);
      await here.ready;
      await there.ready;
      await heard(near, far);
      for (const message of ['one', 'two with spaces and ünïcode ✓', 'three\nlines'])
        near.publish(channel, message);
      await here.received(3);
      await there.received(3);
      near.publish(channel, 'end');
      const expected = ['one', 'two with spaces and ünïcode ✓', 'three\nlines', 'end'];
      expect(await here.received(4)).toEqual(expected);
      expect(await there.received(4)).toEqual(expected);
    });

    it('calls no listener inside publish', async () => {
      const [bus] = connect();
      const channel = `test:${randomUUID()}`;
      const messages = collect(bus, channel);
      await messages.ready;
      bus.publish(channel, 'one');
      expect(messages.soFar()).toEqual([]);
      await messages.received(1);
    });

    it('keeps channels apart', async () => {
      const [near, far] = connect();
      const [own, other] = [`test:${randomUUID()}`, `test:${randomUUID()}`];
      const messages = collect(far, own);
      await messages.ready;
      await heard(near, far);
      near.publish(other, 'foreign');
      near.publish(own, 'own');
      expect(await messages.received(1)).toEqual(['own']);
    });

    it('goes on for one listener when another one leaves, and comes back to one that left', async () => {
      const [near, far] = connect();
      const channel = `test:${randomUUID()}`;
      const staying = collect(far, channel);
      const leaving = collect(far, channel);
      await staying.ready;
      await leaving.ready;
      await heard(near, far);
      leaving.unsubscribe();
      near.publish(channel, 'one');
      await staying.received(1);
      expect(leaving.soFar()).toEqual([]);
      staying.unsubscribe();
      const again = collect(far, channel);
      await again.ready;
      near.publish(channel, 'two');
      expect(await again.received(1)).toEqual(['two']);
      expect(staying.soFar()).toEqual(['one']);
    });

    it('is not held up by a listener that throws', async () => {
      const [bus] = connect();
      const channel = `test:${randomUUID()}`;
      await bus.subscribe(channel, () => {
        throw new Error('this listener is broken');
      }).ready;
      const messages = collect(bus, channel);
      await messages.ready;
      bus.publish(channel, 'one');
      expect(await messages.received(1)).toEqual(['one']);
    });

    it('is silent once closed', async () => {
      const [bus] = connect();
      const channel = `test:${randomUUID()}`;
      const messages = collect(bus, channel);
      await messages.ready;
      await bus.close();
      await bus.close();
      bus.publish(channel, 'too late');
      await bus.subscribe(channel, () => {}).ready;
      expect(messages.soFar()).toEqual([]);
    });
  });
}

conformance('in-process bus', () => {
  const bus = createInProcessBus({ logger });
  return [bus, bus];
});

const redisUrl = await findRedis();
if (redisUrl === undefined) {
  process.stderr.write('Redis bus: not run, there is no server (TEST_REDIS_URL)\n');
} else {
  conformance('Redis bus', () => [
    createRedisBus({ url: redisUrl, logger }),
    createRedisBus({ url: redisUrl, logger }),
  ]);

  describe('Redis bus whose connection breaks', () => {
    it('tells so, serves its own node meanwhile, and hears the others again', async () => {
      const name = `bus-${randomUUID()}`;
      const named = new URL(redisUrl);
      const admin = new Redis(redisUrl);
      const near = createRedisBus({ url: redisUrl, logger });
      named.searchParams.set('connectionName', name);
      const far = createRedisBus({ url: named.href, logger });
      try {
        const channel = `test:${randomUUID()}`;
        const messages = collect(far, channel);
        await messages.ready;
        await heard(near, far);
        const lost = new Promise<void>((resolve) => far.onLost(resolve));
        const restored = new Promise<void>((resolve) => far.onRestored(resolve));
        const clients = String(await admin.client('LIST')).split('\n');
        for (const client of clients.filter((line) => line.includes(` name=${name} `))) {
          const id = /\bid=(\d+)/.exec(client)?.[1];
          if (id !== undefined) await admin.client('KILL', 'ID', id);
        }
        await lost;
        far.publish(channel, 'to myself');
        expect(await messages.received(1)).toEqual(['to myself']);
        await restored;
        near.publish(channel, 'again');
        expect(await messages.received(2)).toEqual(['to myself', 'again']);
      } finally {
        admin.disconnect();
        await near.close();
        await far.close();
      }
    });

    it('lets nobody wait for a server that is not there', async () => {
      const bus = createRedisBus({ url: 'redis://127.0.0.1:1', logger });
      const messages = collect(bus, 'test');
      await messages.ready;
      bus.publish('test', 'here');
      expect(await messages.received(1)).toEqual(['here']);
      await bus.close();
    });
  });
}

if (hasRedisServer()) {
  const cluster = await startRedisCluster();
  const connect = () => createRedisClusterBus({ url: cluster.url, logger });
  afterAll(() => cluster.stop());

  conformance('Redis cluster bus', () => [connect(), connect()]);

  describe('Redis cluster bus', () => {
    it('can be checked before it is used', async () => {
      await checkRedis(cluster.url);
      await expect(checkRedis('redis-cluster://127.0.0.1:1')).rejects.toThrow('ECONNREFUSED');
    });

    it('carries the channels of all shards, and more than one command takes', async () => {
      const [near, far] = [connect(), connect()];
      await heard(near, far);
      const channels = Array.from({ length: 2_000 }, (_, index) => `test:${randomUUID()}:${index}`);
      const received = channels.map((channel) => collect(far, channel));
      for (const { ready } of received) await ready;
      for (const channel of channels) near.publish(channel, channel);
      for (const [index, messages] of received.entries()) {
        expect(await messages.received(1)).toEqual([channels[index]]);
      }
      await near.close();
      await far.close();
    });

    it('tells when a shard cuts it off, serves its own node meanwhile, and hears the others again', async () => {
      const [near, far] = [connect(), connect()];
      const channels = Array.from({ length: 50 }, () => `test:${randomUUID()}`);
      const received = channels.map((channel) => collect(far, channel));
      for (const { ready } of received) await ready;
      await heard(near, far);
      const lost = new Promise<void>((resolve) => far.onLost(resolve));
      const restored = new Promise<void>((resolve) => far.onRestored(resolve));
      for (const shard of cluster.shards) await shard.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await lost;
      for (const channel of channels) far.publish(channel, 'to myself');
      for (const messages of received) expect(await messages.received(1)).toEqual(['to myself']);
      await restored;
      await Promise.all(channels.map((channel) => heardOn(near, far, channel)));
      await near.close();
      await far.close();
    });
  });
} else {
  process.stderr.write('Redis cluster bus: not run, there is no redis-server\n');
}

/** Resolves when a message of `near` on this channel reaches `far`. */
async function heardOn(near: Bus, far: Bus, channel: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const repeat = setInterval(() => near.publish(channel, 'fence'), 20);
    const fence = far.subscribe(channel, () => {
      clearInterval(repeat);
      fence.unsubscribe();
      resolve();
    });
  });
}

/** Resolves when messages of `near` reach `far`, whose connections, to each shard one, open in the background. */
async function heard(near: Bus, far: Bus): Promise<void> {
  await Promise.all(Array.from({ length: 20 }, () => heardOn(near, far, `fence:${randomUUID()}`)));
}

function collect(bus: Bus, channel: string) {
  const messages: string[] = [];
  let wake = () => {};
  const { ready, unsubscribe } = bus.subscribe(channel, (message) => {
    messages.push(message);
    wake();
  });
  return {
    ready,
    unsubscribe,
    soFar: () => [...messages],
    async received(count: number): Promise<string[]> {
      while (messages.length < count) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return [...messages];
    },
  };
}
