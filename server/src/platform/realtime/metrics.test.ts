import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createTestNode, type TestNode } from '../../testing/realtime/node.ts';

const user = randomUUID();

/** The value of a metric without labels. */
async function read(node: TestNode, name: string): Promise<number> {
  const line = (await node.metrics()).split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

it('tell how many connections are behind now, and how many have been', async () => {
  const node = createTestNode({ laggingBytes: 1_000, stuckBytes: 10_000, laggingMs: 30_000 });
  const [reads, never, leaves] = [
    await node.connect(user),
    await node.connect(user),
    await node.connect(user),
  ];
  const now = () => read(node, 'rolecall_realtime_lagging_connections');
  for (const { transport } of [reads, never, leaves]) transport.stall();
  for (let round = 0; round < 20; round += 1) {
    node.write(user, 1);
    await node.timers.settle();
  }
  expect(await now()).toBe(3);

  reads.transport.unstall();
  await node.timers.settle();
  expect(await now()).toBe(2);
  if (leaves.connection === null) throw new Error('it was let in');
  node.hub.release(leaves.connection);
  expect(await now()).toBe(1);
  await node.timers.advance(31_000);
  expect(never.transport.closed).toMatchObject({ code: 1013 });
  expect(await now()).toBe(0);
  expect(await read(node, 'rolecall_realtime_lagging_total')).toBe(3);
});

it('tell connections that went on from each time that one asks', async () => {
  const node = createTestNode();
  const { connection } = await node.connect(user);
  if (connection === null) throw new Error('it was let in');
  for (const epoch of ['one that is gone', 'another']) {
    await node.hub.resume(connection, { epoch, user: 0 });
    await node.timers.settle();
  }
  expect(await read(node, 'rolecall_realtime_resumes_total')).toBe(2);
  expect(await read(node, 'rolecall_realtime_reconnects_total')).toBe(1);
  expect(await read(node, 'rolecall_realtime_resyncs_total')).toBe(2);
});

it('measure a delivery from the commit, not from when it was told', async () => {
  const node = createTestNode();
  await node.connect(user);
  const committedAt = node.clock.now();
  const entries = node.ledger.write(user, 1);
  node.clock.advance(250);
  node.publisher.streamGrew(user, {
    head: 1,
    entries,
    numbers: { unread: 1, unseen: 1, revision: 0 },
    committedAt,
  });
  await node.timers.settle();
  expect(await read(node, 'rolecall_realtime_delivery_seconds_sum')).toBe(0.25);
});
