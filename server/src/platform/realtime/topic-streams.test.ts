import { randomUUID } from 'node:crypto';
import { type Role, typeTopic } from '@rolecall/contract';
import { describe, expect, it } from 'vitest';
import type { FakeTransport } from '../../testing/realtime/fake-transport.ts';
import { createTestNode, opened, type TestNode } from '../../testing/realtime/node.ts';

const user = randomUUID();
const other = randomUUID();

describe('topics', () => {
  const topic = 'job_posted_job_seeker';
  const seqsOf = (transport: FakeTransport, name = topic) =>
    transport.ofType('event').flatMap((message) => (message['topic'] === name ? [message.seq] : []));

  async function sweep(node: TestNode) {
    const swept = node.hub.sweep();
    await node.timers.settle();
    await swept;
    await node.timers.settle();
  }

  async function follow(node: TestNode, userId: string, role: Role = 'job_seeker') {
    const { transport, connection } = await node.connect(userId, role);
    node.hub.subscribe(opened(connection), [typeTopic('job_posted', role)]);
    return { transport, connection: opened(connection) };
  }

  it('reach those who are in them, and nobody else', async () => {
    const node = createTestNode();
    const seeker = await follow(node, user);
    const recruiter = await follow(node, other, 'recruiter');
    node.writeTopic(topic);
    node.writeTopic('role_recruiter');
    await node.timers.settle();
    expect(seqsOf(seeker.transport)).toEqual([1]);
    expect(seeker.transport.ofType('event')).toHaveLength(1);
    expect(seqsOf(recruiter.transport, 'role_recruiter')).toEqual([1]);
    expect(recruiter.transport.ofType('event')).toHaveLength(1);
    node.hub.unsubscribe(seeker.connection, ['job_posted_job_seeker']);
    node.writeTopic(topic);
    await node.timers.settle();
    expect(seqsOf(seeker.transport)).toEqual([1]);
  });

  it('are told in the greeting with their heads', async () => {
    const node = createTestNode();
    node.topics.write('role_job_seeker', 7);
    const { transport } = await node.connect(user);
    expect(transport.ofType('connection_established')).toMatchObject([{ topics: { role_job_seeker: 7 } }]);
  });

  it('are filled up from the database when a hint is lost, and by the sweep when it was the last', async () => {
    const node = createTestNode({ topicEntries: 3 });
    const { transport } = await follow(node, user);
    node.topics.write(topic, 8);
    node.writeTopic(topic);
    await node.timers.settle();
    expect(seqsOf(transport)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    node.topics.write(topic, 2);
    await sweep(node);
    expect(seqsOf(transport).slice(9)).toEqual([10, 11]);
  });

  it('send what was missed since a cursor, while others hear what is new at once', async () => {
    const node = createTestNode({ topicEntries: 4 });
    node.topics.write(topic, 20);
    const [back, present] = [await follow(node, user), await follow(node, other)];
    const resumed = node.hub.resume(back.connection, { epoch: 'epoch-1', topics: { [topic]: 3 } });
    node.writeTopic(topic, 2);
    await node.timers.settle();
    await resumed;
    await node.timers.settle();
    node.writeTopic(topic);
    await node.timers.settle();
    expect(seqsOf(back.transport)).toEqual(Array.from({ length: 20 }, (_, index) => index + 4));
    expect(back.transport.ofType('resumed')).toMatchObject([{ complete: true }]);
    expect(seqsOf(present.transport)).toEqual([21, 22, 23]);
  });

  it('miss nothing that comes while they are read, and nobody who goes back further meanwhile', async () => {
    const node = createTestNode();
    node.topics.write(topic, 20);
    const [first, second] = [await follow(node, user), await follow(node, other)];
    const answered = Promise.withResolvers<void>();
    node.topics.answersAfter = answered.promise;
    const resume = ({ connection }: typeof first, cursor: number) =>
      node.hub.resume(connection, { epoch: 'epoch-1', topics: { [topic]: cursor } });
    const resumed = resume(first, 10);
    await node.timers.settle();
    node.writeTopic(topic);
    const resumedBack = resume(second, 5);
    await node.timers.settle();
    node.topics.answersAfter = undefined;
    answered.resolve();
    await node.timers.settle();
    await Promise.all([resumed, resumedBack]);
    const from = (seq: number) => Array.from({ length: 21 - seq }, (_, index) => seq + index + 1);
    expect(seqsOf(first.transport)).toEqual(from(10));
    expect(seqsOf(second.transport)).toEqual(from(5));
    for (const { transport } of [first, second]) {
      expect(transport.ofType('resync_required')).toEqual([]);
      expect(transport.ofType('resumed')).toMatchObject([{ complete: true }]);
    }
  });

  it('believe a client that knows more than its node, when the database agrees', async () => {
    const node = createTestNode();
    const { transport, connection } = await follow(node, user);
    node.topics.write(topic, 4);
    const resumed = node.hub.resume(connection, { epoch: 'epoch-1', topics: { [topic]: 3 } });
    await node.timers.settle();
    await resumed;
    expect(seqsOf(transport)).toEqual([4]);
    expect(transport.ofType('resumed')).toMatchObject([{ complete: true }]);
    expect(transport.ofType('resync_required')).toEqual([]);
  });

  it('lose nothing for one that falls behind while more is read than anybody has told of', async () => {
    const node = createTestNode({ laggingBytes: 400, stuckBytes: 20_000, topicEntries: 12 });
    const { transport } = await follow(node, user);
    node.topics.write(topic, 1);
    node.writeTopic(topic);
    node.topics.write(topic, 10);
    await node.timers.settle();
    await sweep(node);
    expect(seqsOf(transport)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(transport.ofType('resync_required')).toEqual([]);
  });

  it('come in portions to one that gets more at once than may wait for it', async () => {
    const node = createTestNode({ laggingBytes: 1_000, stuckBytes: 10_000, topicEntries: 20 });
    const { transport, connection } = await follow(node, user);
    node.writeTopic(topic, 100);
    await node.timers.settle();
    expect(seqsOf(transport)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    const resumed = node.hub.resume(connection, { epoch: 'epoch-1', topics: { [topic]: 0 } });
    await node.timers.settle();
    await resumed;
    expect(seqsOf(transport)).toHaveLength(200);
  });

  it('share the queries of a storm', async () => {
    const node = createTestNode();
    node.topics.write(topic, 100);
    const clients = await Promise.all(Array.from({ length: 300 }, () => follow(node, randomUUID())));
    const before = node.topics.queries.reads;
    const resumes = clients.map(({ connection }, index) =>
      node.hub.resume(connection, { epoch: 'epoch-1', topics: { [topic]: index % 100 } }),
    );
    await node.timers.settle();
    await Promise.all(resumes);
    await node.timers.settle();
    for (const [index, { transport }] of clients.entries()) {
      expect(seqsOf(transport)).toHaveLength(100 - (index % 100));
    }
    expect(node.topics.queries.reads - before).toBeLessThan(5);
  });

  it.each([
    ['a cursor beyond the head', 'epoch-1', 9, 0],
    ['a part that has been deleted', 'epoch-1', 1, 3],
    ['a part that has been deleted to the end', 'epoch-1', 1, 5],
    ['another epoch', 'epoch-0', 3, 0],
  ])('say what is gone for good after %s, and go on', async (_name, epoch, after, pruned) => {
    const node = createTestNode();
    node.topics.write(topic, 5);
    node.topics.prune(topic, pruned);
    const { transport, connection } = await follow(node, user);
    const resumed = node.hub.resume(connection, { epoch, topics: { [topic]: after } });
    await node.timers.settle();
    await resumed;
    node.writeTopic(topic);
    await node.timers.settle();
    expect(transport.ofType('resync_required')).toContainEqual(expect.objectContaining({ topic, head: 5 }));
    expect(transport.ofType('resumed')).toMatchObject([{ complete: false }]);
    expect(seqsOf(transport)).toEqual([6]);
  });

  it('hold back nobody for one who does not read, who gets all of it later', async () => {
    const node = createTestNode({ laggingBytes: 1_000, stuckBytes: 10_000, topicEntries: 20 });
    const [slow, fast] = [await follow(node, user), await follow(node, other)];
    slow.transport.stall();
    for (let round = 0; round < 100; round += 1) {
      node.writeTopic(topic, 2);
      await node.timers.settle();
    }
    expect(seqsOf(fast.transport)).toHaveLength(200);
    expect(slow.transport.bufferedBytes).toBeLessThan(2_000);
    slow.transport.unstall();
    await node.timers.settle();
    expect(seqsOf(slow.transport)).toEqual(seqsOf(fast.transport));
  });

  it('survive a database that is away', async () => {
    const node = createTestNode();
    const { transport } = await follow(node, user);
    node.topics.failing = true;
    node.topics.write(topic);
    node.writeTopic(topic);
    await node.timers.settle();
    expect(seqsOf(transport)).toEqual([]);
    node.topics.failing = false;
    await sweep(node);
    expect(seqsOf(transport)).toEqual([1, 2]);
  });
});
