import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestNode, opened } from '../../testing/realtime/node.ts';

const user = randomUUID();

describe('a client that reads slowly', () => {
  const big = { laggingBytes: 1_000, stuckBytes: 10_000, catchUpEntries: 50 };

  it('is sent nothing more, and everything that it missed once it reads again', async () => {
    const node = createTestNode(big);
    const slow = await node.connect(user);
    const fast = await node.connect(user);
    slow.transport.stall();
    for (let round = 0; round < 200; round += 1) {
      node.write(user, 3);
      await node.timers.settle();
    }
    expect(slow.transport.bufferedBytes).toBeLessThan(2_000);
    expect(slow.transport.paused).toBe(true);
    expect(fast.transport.seqs()).toHaveLength(600);
    slow.transport.unstall();
    await node.timers.settle();
    expect(slow.transport.seqs()).toEqual(fast.transport.seqs());
    expect(slow.transport.ofType('notification_count').at(-1)).toMatchObject({ count: 600 });
    expect(slow.transport.paused).toBe(false);
  });

  it('is told from one that gets much at once: that one is sent it in portions', async () => {
    const node = createTestNode(big);
    const { transport } = await node.connect(user);
    node.write(user, 2_000);
    await node.timers.settle();
    expect(transport.seqs()).toHaveLength(2_000);
    expect(transport.writes).toBeGreaterThan(50);
    expect(transport.closed).toBeUndefined();
  });

  it('is closed when it lags for too long', async () => {
    const node = createTestNode(big);
    const { transport } = await node.connect(user);
    transport.stall();
    node.write(user, 50);
    await node.timers.advance(29_000);
    expect(transport.closed).toBeUndefined();
    await node.timers.advance(3_000);
    expect(transport.closed).toMatchObject({ code: 1013 });
    expect(node.hub.connectionCount).toBe(0);
  });

  it('is closed when too much waits for it', async () => {
    const node = createTestNode(big);
    const { transport, connection } = await node.connect(user);
    transport.stall();
    for (let round = 0; round < 300; round += 1) node.hub.pong(opened(connection));
    await node.timers.settle();
    expect(transport.closed).toMatchObject({ code: 1013 });
  });
});
