import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis cluster of one's own: three shards without replicas. */
export interface RedisCluster {
  readonly url: string;
  /** A connection to each shard, for what a test does to it. */
  readonly shards: readonly Redis[];
  stop(): Promise<void>;
}

/** Whether this machine can run one. */
export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

const shardCount = 3;
const slotCount = 16_384;

/** Resolves when all shards know each other and every slot is served. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-redis-'));
  const ports = await freePorts(2 * shardCount);
  const servers = ports
    .slice(0, shardCount)
    .map((port, index) =>
      spawn(
        'redis-server',
        [
          ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
          ...['--cluster-enabled', 'yes', '--cluster-config-file', `nodes-${port}.conf`],
          ...['--cluster-port', String(ports[shardCount + index]), '--cluster-node-timeout', '2000'],
        ],
        { stdio: 'ignore' },
      ),
    );
  const shards = ports
    .slice(0, shardCount)
    .map((port) => new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null }));
  for (const shard of shards) shard.on('error', () => {});
  const first = ports[0] ?? 0;
  for (const [index, shard] of shards.entries()) {
    const from = Math.floor((index * slotCount) / shardCount);
    const to = Math.floor(((index + 1) * slotCount) / shardCount) - 1;
    await shard.call('CLUSTER', 'ADDSLOTSRANGE', from, to);
    await shard.call('CLUSTER', 'SET-CONFIG-EPOCH', index + 1);
    if (index > 0) await shard.call('CLUSTER', 'MEET', '127.0.0.1', first, ports[shardCount] ?? 0);
  }
  for (const shard of shards) {
    while (!/cluster_state:ok/.test(String(await shard.call('CLUSTER', 'INFO')))) {
      // Each question is a round trip: the nodes talk to each other meanwhile.
    }
  }
  return {
    url: `redis-cluster://127.0.0.1:${first}`,
    shards,
    async stop() {
      for (const shard of shards) shard.disconnect();
      await Promise.all(
        servers.map(async (server) => {
          server.kill('SIGKILL');
          if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
        }),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ports that nobody listens on, found together so that none is given twice. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer().listen(0, '127.0.0.1');
      await once(probe, 'listening');
      return probe;
    }),
  );
  return probes.map((probe) => {
    const address = probe.address();
    probe.close();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
}
