import { serverMessageSchema, type Topic } from '@rolecall/contract';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTopics, type TopicMessage, type Topics } from './index.ts';

describeEachDatabase('topics', (open) => {
  const clock = new FakeClock();
  const told: { topic: string; first: number; count: number }[] = [];
  let database: Database;
  let topics: Topics;

  beforeAll(async () => {
    database = await open();
    topics = createTopics({
      database,
      clock,
      push: {
        topicGrew: (topic, first, messages) => told.push({ topic, first, count: messages.length }),
      },
    });
  });

  beforeEach(async () => {
    told.length = 0;
    clock.set('2026-09-01T12:00:00Z');
    await database.query.deleteFrom('topic_streams').execute();
  });

  const event = (topic: Topic, name = 'news', dedupeKey?: string): TopicMessage => ({
    topic,
    content: { type: 'event', name, data: { text: 'Grüße\nan alle' } },
    dedupeKey,
  });
  const publish = (...messages: TopicMessage[]) => database.transaction((tx) => topics.publish(tx, messages));
  const read = (topic: Topic, afterSeq = 0, limit = 100) =>
    topics.read(database.query, topic, afterSeq, limit);

  test('number their messages densely, each topic by itself, and tell of them after the commit', async () => {
    expect(await publish(event('role_recruiter'), event('role_job_seeker'), event('role_recruiter'))).toEqual(
      [1, 1, 2],
    );
    expect(await publish(event('role_recruiter'))).toEqual([3]);
    expect(
      await topics.heads(database.query, ['role_recruiter', 'role_job_seeker', 'role_operator']),
    ).toEqual(
      new Map([
        ['role_recruiter', 3],
        ['role_job_seeker', 1],
      ]),
    );
    expect(told).toEqual([
      { topic: 'role_recruiter', first: 1, count: 2 },
      { topic: 'role_job_seeker', first: 1, count: 1 },
      { topic: 'role_recruiter', first: 3, count: 1 },
    ]);
  });

  test('keep messages as they are sent, with their place and time', async () => {
    await publish(event('role_job_seeker'));
    const [message] = await read('role_job_seeker');
    expect(serverMessageSchema.parse(JSON.parse(message?.text ?? ''))).toEqual({
      type: 'event',
      topic: 'role_job_seeker',
      seq: 1,
      name: 'news',
      data: { text: 'Grüße\nan alle' },
      timestamp: '2026-09-01T12:00:00.000Z',
    });
    expect(message?.text).not.toContain('\n');
  });

  test('take a message with a key once, also within a call', async () => {
    const once = event('role_job_seeker', 'once', 'job:1');
    expect(await publish(once, once, event('role_recruiter', 'once', 'job:1'))).toEqual([1, null, 1]);
    expect(await publish(once, event('role_job_seeker'))).toEqual([null, 2]);
    expect(await read('role_job_seeker')).toHaveLength(2);
  });

  test('leave no gap and tell nothing when the transaction is rolled back', async () => {
    await publish(event('role_job_seeker'));
    const failing = database.transaction(async (tx) => {
      await topics.publish(tx, [event('role_job_seeker')]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await publish(event('role_job_seeker'))).toEqual([2]);
    expect(told.map(({ first }) => first)).toEqual([1, 2]);
  });

  test('stay dense when many publish to several at once, in any order', async () => {
    const names: Topic[] = ['role_recruiter', 'role_job_seeker', 'job_posted_job_seeker'];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const order = index % 2 === 0 ? names : names.toReversed();
        return publish(...order.map((topic) => event(topic)));
      }),
    );
    for (const topic of names) {
      const seqs = (await read(topic)).map(({ seq }) => seq);
      expect(seqs).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    }
  });

  test('give what follows a seq in portions, and start later after a day', async () => {
    await publish(event('role_job_seeker'), event('role_job_seeker'));
    clock.set('2026-09-02T12:00:00.001Z');
    await publish(event('role_job_seeker'));
    expect((await read('role_job_seeker', 1, 1)).map(({ seq }) => seq)).toEqual([2]);
    expect(await topics.prune(database.query)).toBe(2);
    expect((await read('role_job_seeker')).map(({ seq }) => seq)).toEqual([3]);
    expect(await publish(event('role_job_seeker'))).toEqual([4]);
  });
});
