import { pick } from '../../support/random.ts';
import type { Node } from './cluster.ts';
import type { BusFault, ClientFault, Fault, NodeFault } from './plan.ts';
import type { Reader } from './reader.ts';
import type { RedisServer } from './redis-server.ts';
import type { DirectWriter } from './writers.ts';

/** What faults are done to. */
export interface FaultContext {
  readonly random: () => number;
  readonly redis: RedisServer;
  readonly nodes: readonly [Node, Node];
  /** Those whose lines may be touched. */
  readonly readers: readonly Reader[];
  readonly writer: DirectWriter;
}

/** Does harm and lifts it again; resolves when both are done. How long it lasts is counted in commits. */
type Harm = (context: FaultContext) => Promise<void>;

const between = (random: () => number, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

const tokenExpired = 4004;
/** More than the kernel takes for a connection that nobody reads, in bytes. */
const floodLimit = 200_000_000;

const busHarm: Readonly<Record<BusFault, Harm>> = {
  async 'redis hangs'({ redis, random, writer }) {
    redis.hang();
    await writer.commits(between(random, 20, 80));
    redis.goOn();
  },
  async 'redis is killed'({ redis, random, writer }) {
    await redis.kill();
    await writer.commits(between(random, 10, 60));
    await redis.start();
  },
  async 'a node loses redis'({ nodes, random, writer }) {
    const node = pick(random, nodes);
    node.redis.refuse(true);
    await writer.commits(between(random, 10, 60));
    node.redis.refuse(false);
  },
};

const nodeHarm: Readonly<Record<NodeFault, Harm>> = {
  async 'a node is killed after a commit'({ nodes, random, writer }) {
    const node = pick(random, nodes);
    await node.killAt({ at: 'commit' });
    await writer.commits(between(random, 1, 20));
    await node.start();
  },
  async 'a node is killed in mid catch-up'({ nodes, random, readers, writer }) {
    const reader = pick(random, readers);
    reader.proxy.setOffline(true);
    await writer.writeTo(reader.person.id, between(random, 30, 90));
    const node = pick(random, nodes);
    const killed = node.killAt({ at: 'catch_up', rows: between(random, 10, 25) });
    reader.proxy.prefer(node);
    reader.proxy.setOffline(false);
    await killed;
    await writer.commits(between(random, 1, 20));
    await node.start();
  },
  async 'rolling drain'({ nodes }) {
    for (const node of nodes) {
      await node.drain();
      await node.start();
    }
  },
  async 'a node loses the database'({ nodes, random, writer }) {
    const node = pick(random, nodes);
    node.postgres.refuse(true);
    await writer.commits(between(random, 5, 40));
    node.postgres.refuse(false);
  },
};

const clientHarm: Readonly<Record<ClientFault, Harm>> = {
  async 'half-open line'({ random, readers, writer }) {
    const reader = pick(random, readers);
    await reader.live();
    const before = reader.connections;
    reader.proxy.freeze();
    await writer.writeTo(reader.person.id, 3);
    await reader.until(() => reader.connections > before);
  },
  async 'lines break'({ random, readers, writer }) {
    for (let left = between(random, 3, 10); left > 0; left -= 1) {
      pick(random, readers).proxy.reset();
      await writer.commits(between(random, 1, 5));
    }
  },
  async 'slow line'({ random, readers, writer }) {
    const reader = pick(random, readers);
    reader.proxy.limit(between(random, 5_000, 50_000));
    await writer.writeTo(reader.person.id, between(random, 20, 60));
    await writer.commits(between(random, 20, 80));
    reader.proxy.limit(undefined);
  },
  async 'a client does not read'({ random, readers, nodes, writer }) {
    const reader = pick(random, readers);
    await reader.live();
    const before = reader.connections;
    const laggards = () => Promise.all(nodes.map((node) => node.counter('rolecall_realtime_lagging_total')));
    let known = await laggards();
    reader.proxy.stall(true);
    for (let written = 0, isNoticed = false; reader.connections === before && !isNoticed; ) {
      if (written > floodLimit) throw new Error('the server does not notice that nobody reads');
      await writer.writeTo(reader.person.id, 500, 1_000);
      written += 500_000;
      // A node that was started anew counts from 0.
      const now = await laggards();
      isNoticed = now.some((count, index) => count > (known[index] ?? 0));
      known = now;
    }
    await writer.commits(between(random, 1, 20));
    reader.proxy.stall(false);
  },
  async 'a token ends in mid resume'({ random, readers, writer }) {
    const reader = pick(random, readers);
    const before = reader.closes.filter((code) => code === tokenExpired).length;
    reader.proxy.setOffline(true);
    await writer.writeTo(reader.person.id, 90);
    const endsAt = new Date((Math.floor(Date.now() / 1_000) + 2) * 1_000);
    reader.shortenNextToken(endsAt);
    await new Promise<void>((resolve) => {
      reader.proxy.resetAfter(between(random, 4_000, 30_000), () => {
        reader.proxy.setOffline(true);
        resolve();
      });
      reader.proxy.setOffline(false);
    });
    // The token has to run out on the server's clock, which nobody can turn.
    await new Promise<void>((resolve) => {
      setTimeout(resolve, Math.max(0, endsAt.getTime() - Date.now()));
    });
    reader.proxy.setOffline(false);
    await reader.until(() => reader.closes.filter((code) => code === tokenExpired).length > before);
  },
};

/** Every fault by its name. */
export const harms: Readonly<Record<Fault, Harm>> = { ...busHarm, ...nodeHarm, ...clientHarm };
