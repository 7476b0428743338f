import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { FakeClock } from '../../../../testing/clock.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { testTokens } from '../../../../testing/messaging/messaging.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import { createTestPreferences } from '../../../../testing/messaging/preferences.ts';
import { createUnsubscribeTokens, createUnsubscription, type Unsubscription } from './index.ts';

describeEachDatabase('an unsubscribe link', (open) => {
  const preferences = createTestPreferences(new FakeClock());
  let database: Database;
  let unsubscription: Unsubscription;

  beforeAll(async () => {
    database = await open();
    unsubscription = createUnsubscription({
      database,
      logger: pino({ level: 'silent' }),
      preferences,
      tokens: testTokens,
      publicUrl: 'https://rolecall.example',
    });
  });

  const wants = async (userId: string, category: 'jobs' | 'applications') => {
    const { categories } = await preferences.read(database.query, { userId, role: 'job_seeker' });
    const channels = categories.find((one) => one.category === category)?.channels;
    return channels?.find(({ channel }) => channel === 'email')?.enabled;
  };

  test('shows a button to whoever follows it, and changes nothing', async () => {
    const userId = await createPerson(database);
    const answer = await unsubscription.handle(testTokens.sign({ userId, category: 'jobs' }), 'GET');
    expect(answer).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(answer.body).toContain('<form method="post">');
    expect(answer.body).toContain('Jobs that fit you');
    expect(await wants(userId, 'jobs')).toBe(true);
  });

  test('stops one category for one person, however often it is posted', async () => {
    const userId = await createPerson(database);
    const neighbour = await createPerson(database);
    const token = testTokens.sign({ userId, category: 'jobs' });
    for (const _ of [1, 2]) expect((await unsubscription.handle(token, 'POST')).status).toBe(200);
    expect([
      await wants(userId, 'jobs'),
      await wants(userId, 'applications'),
      await wants(neighbour, 'jobs'),
    ]).toEqual([false, true, true]);
  });

  test('answers 200 when the account is gone', async () => {
    const token = testTokens.sign({ userId: uuidv7(), category: 'jobs' });
    expect((await unsubscription.handle(token, 'POST')).status).toBe(200);
  });

  test('is refused when it was not made here', async () => {
    const userId = await createPerson(database);
    const token = testTokens.sign({ userId, category: 'jobs' });
    const foreign = createUnsubscribeTokens('another secret of thirty-two characters').sign({
      userId,
      category: 'jobs',
    });
    const forged = [
      foreign,
      '',
      'x',
      token.slice(0, -1),
      `${token}A`,
      flipped(token),
      '<script>',
      'a'.repeat(5_000),
    ];
    for (const bad of forged) {
      const answer = await unsubscription.handle(bad, 'POST');
      expect(answer.status).toBe(404);
      expect(answer.body).not.toContain('<script>');
    }
    expect(await wants(userId, 'jobs')).toBe(true);
  });
});

function flipped(token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes.toString('base64url');
}
