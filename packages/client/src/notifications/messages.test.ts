import { type ServerMessage, serverMessageSchema, topics } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greeting, notification, setUp, timestamp, userId } from '../testing/fake-server.ts';
import { readMessage } from './messages.ts';

const id = userId;
const examples: readonly ServerMessage[] = [
  greeting(3, 'epoch-1', { role_job_seeker: 4 }),
  { type: 'pong', head: 3, unread: 1, unseen: 1, revision: 0, timestamp },
  { type: 'subscribed', notification_types: ['job_posted'], topics: { role_job_seeker: 4 }, timestamp },
  { type: 'unsubscribed', notification_types: [], topics: {}, timestamp },
  notification(4),
  { type: 'notification_count', count: 2, unseen: 2, revision: 0, timestamp },
  {
    type: 'job_posted',
    ...{ topic: 'job_posted_job_seeker', seq: 1, message: '', job_id: id, job_title: '', company: '' },
    ...{ location: null, data: { skills_required: ['sql'] }, timestamp },
  },
  {
    type: 'match_score_calculated',
    message: '',
    job_id: id,
    job_title: '',
    seq: 4,
    match_score: 80,
    timestamp,
  },
  { type: 'event', topic: 'role_job_seeker', seq: 5, name: 'told', data: { a: 1 }, timestamp },
  { type: 'event', name: 'told', data: {}, timestamp },
  { type: 'resumed', complete: true, timestamp },
  { type: 'resync_required', epoch: 'epoch-1', head: 3, timestamp },
  { type: 'resync_required', epoch: 'epoch-1', topic: 'role_job_seeker', head: 3, timestamp },
  { type: 'error', code: 'not_found', message: '', timestamp },
];

/** A message of which one field, at any depth, is something else or missing. */
const damaged = fc
  .record({
    example: fc.constantFrom(...examples),
    path: fc.array(fc.nat(), { minLength: 1 }),
    by: fc.json(),
  })
  .map(({ example, path, by }) => {
    const copy: unknown = structuredClone(example);
    let at: unknown = copy;
    for (const [depth, step] of path.entries()) {
      if (typeof at !== 'object' || at === null) break;
      const names = Object.keys(at);
      const name = names[step % Math.max(1, names.length)];
      if (name === undefined) break;
      const next: unknown = Reflect.get(at, name);
      if (depth === path.length - 1 || typeof next !== 'object' || next === null) {
        if (step % 2 === 0) Reflect.deleteProperty(at, name);
        else Reflect.set(at, name, JSON.parse(by));
        break;
      }
      at = next;
    }
    return JSON.stringify(copy);
  });

describe('a message of the server', () => {
  it.each(examples.map((example) => [example.type, example] as const))(
    'is read as it is: %s',
    (_type, example) => {
      expect(serverMessageSchema.safeParse(example).success).toBe(true);
      expect(readMessage(JSON.stringify(example))).toEqual(example);
    },
  );

  it('may say more than this client knows', () => {
    expect(readMessage(JSON.stringify({ ...notification(1), color: 'red' }))).toMatchObject({ seq: 1 });
    expect(readMessage(JSON.stringify({ ...notification(1), kind: 'of_tomorrow' }))).toMatchObject({
      seq: 1,
    });
    expect(readMessage('{"type":"of_tomorrow"}')).toBeUndefined();
  });

  it.each([0, -1, 1.5, 2 ** 53, '1', null])('has a seq that is a place in a stream, not %s', (seq) => {
    for (const example of [notification(1), { ...examples[8] }])
      expect(readMessage(JSON.stringify({ ...example, seq }))).toBeUndefined();
  });

  it('of a topic has both its name and its place', () => {
    for (const part of [{ topic: topics[0] }, { seq: 1 }, { topic: 'role_dragon', seq: 1 }])
      expect(readMessage(JSON.stringify({ type: 'event', name: 'told', data: {}, ...part }))).toBeUndefined();
  });

  it('never throws and never moves the cursor by what is malformed, whatever it is', async () => {
    const hostile = fc.oneof(fc.string(), fc.json(), damaged);
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { maxLength: 10 }), async (texts) => {
        const { settle, current, socket, applied } = setUp();
        await settle();
        current().receive(greeting(0));
        for (const text of texts) {
          const read = readMessage(text);
          if (read !== undefined && serverMessageSchema.safeParse(JSON.parse(text)).success) {
            expect(read).toEqual(JSON.parse(text));
          }
          if (read === undefined) current().receiveText(text);
        }
        for (const seq of [1, 2]) current().receive(notification(seq));
        expect(applied).toEqual([1, 2]);
        socket.close();
      }),
      { numRuns: 300 },
    );
  });
});
