import type { Category, Locale } from '@rolecall/contract';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { FakeClock } from '../../../../testing/clock.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { testTokens } from '../../../../testing/messaging/messaging.ts';
import { createPerson, storedRecipients } from '../../../../testing/messaging/people.ts';
import { createTestPreferences } from '../../../../testing/messaging/preferences.ts';
import { createMailEvents } from '../../../mail/events/index.ts';
import { createUnsubscribeTokens, createUnsubscription, type Unsubscription } from './index.ts';
import type { UnsubscribeTarget } from './unsubscribe.ts';

const sign = (target: Pick<UnsubscribeTarget, 'userId' | 'category'>) =>
  testTokens.sign({ deliveryId: uuidv7(), ...target });

describeEachDatabase('an unsubscribe link', (open) => {
  const clock = new FakeClock();
  let locale: Locale = 'en';
  const preferences = createTestPreferences(clock, async () => {}, {
    read: async () => ({ minimum_match_score: 50, time_zone: 'UTC', locale }),
    update: async () => {},
  });
  let database: Database;
  let unsubscription: Unsubscription;

  beforeAll(async () => {
    database = await open();
    unsubscription = createUnsubscription({
      database,
      clock,
      logger: pino({ level: 'silent' }),
      recipients: storedRecipients,
      preferences,
      mailEvents: createMailEvents({ clock, listeners: [] }),
      tokens: testTokens,
      publicUrl: 'https://rolecall.example',
    });
  });

  const show = (token: string) => unsubscription.handle(token, { method: 'GET' });
  const post = (token: string, fields: Record<string, string> = {}) =>
    unsubscription.handle(token, { method: 'POST', fields: new URLSearchParams(fields) });
  const read = (userId: string) => preferences.read(database.query, { userId, role: 'job_seeker' });
  const mailsOf = async (userId: string, category: Category) => {
    const { categories } = await read(userId);
    const one = categories.find((candidate) => candidate.category === category);
    const isOn = one?.channels.some(({ channel, enabled }) => channel === 'email' && enabled);
    return isOn ? one?.frequency : 'off';
  };
  /** What the undo form of a page would send. */
  const undoOf = (body: string): Record<string, string> => {
    const [, value = ''] = /name="restore" value="([^"]*)"/.exec(body) ?? [];
    return { action: 'undo', restore: value.replaceAll('&#34;', '"').replaceAll('&quot;', '"') };
  };

  test('shows a page with forms to whoever follows it, and changes nothing', async () => {
    const userId = await createPerson(database);
    const before = await read(userId);
    const answer = await show(sign({ userId, category: 'jobs' }));
    expect(answer).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(answer.body).toContain('<form method="post">');
    expect(answer.body).toContain('Stop mails about “Jobs that fit you”?');
    expect(answer.body).toContain('You get job alerts at once, in the inbox and by mail.');
    expect(answer.body).toContain('With them end: alerts, recommendations and reminders of deadlines.');
    expect(answer.body).toContain('<meta name="robots" content="noindex">');
    expect(answer.body).not.toMatch(/<script|Security|Your applicants/);
    const ofInterview = await show(sign({ userId, category: 'applications' }));
    expect(ofInterview.body).toContain('With them end: confirmations, news, invitations to interviews');
    expect(await read(userId)).toEqual(before);
  });

  test('stops one category for one person, however often it is posted and whatever else is in the body', async () => {
    const userId = await createPerson(database);
    const neighbour = await createPerson(database);
    const token = sign({ userId, category: 'jobs' });
    for (const fields of [{ 'List-Unsubscribe': 'One-Click' }, {}, { email: 'x' }]) {
      const answer = await post(token, fields);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain('No more mails about “Jobs that fit you”');
    }
    expect([
      await mailsOf(userId, 'jobs'),
      await mailsOf(userId, 'applications'),
      await mailsOf(neighbour, 'jobs'),
    ]).toEqual(['off', 'immediate', 'immediate']);
  });

  test('takes a stop back', async () => {
    const userId = await createPerson(database);
    const token = sign({ userId, category: 'jobs' });
    await post(token, { action: 'set', category: 'jobs', choice: 'weekly' });
    const { body } = await post(token);
    expect(await mailsOf(userId, 'jobs')).toBe('off');
    expect((await post(token, undoOf(body))).body).toContain('It is as it was before');
    expect(await mailsOf(userId, 'jobs')).toBe('weekly');
  });

  test('changes how often each category comes, digests too, and says what follows', async () => {
    const userId = await createPerson(database);
    const token = sign({ userId, category: 'digests' });
    const { body } = await post(token, { action: 'set', category: 'career', choice: 'daily' });
    expect(body).toContain('You get career tips at once in the inbox, and by mail every day at 09:00.');
    await post(token, { action: 'set', category: 'jobs', choice: 'off' });
    await post(token);
    expect([
      await mailsOf(userId, 'career'),
      await mailsOf(userId, 'jobs'),
      await mailsOf(userId, 'digests'),
    ]).toEqual(['daily', 'off', 'off']);
    await post(token, { action: 'set', category: 'jobs', choice: 'hourly' });
    expect(await mailsOf(userId, 'jobs')).toBe('hourly');
  });

  test('stops everything but what is mandatory, pauses for a week, and takes both back', async () => {
    const userId = await createPerson(database);
    const token = sign({ userId, category: 'jobs' });
    await post(token, { action: 'set', category: 'career', choice: 'off' });
    const before = await read(userId);
    const stopped = await post(token, { action: 'stop_all' });
    const on = (await read(userId)).categories.filter(({ channels }) =>
      channels.some(({ channel, enabled }) => channel === 'email' && enabled),
    );
    expect(on.map(({ category }) => category)).toEqual(['security']);
    await post(token, undoOf(stopped.body));
    expect(await read(userId)).toEqual(before);

    const paused = await post(token, { action: 'pause' });
    expect((await read(userId)).snoozed_until).toBe('2026-09-08T12:00:00.000Z');
    expect(paused.body).toContain('September 8, 2026');
    expect((await show(token)).body).toContain('End the pause');
    await post(token, undoOf(paused.body));
    expect(await read(userId)).toEqual(before);
  });

  test.each([
    { action: 'set', category: 'security', choice: 'off' },
    { action: 'set', category: 'recruiting', choice: 'daily' },
    { action: 'set', category: 'jobs', choice: 'sometimes' },
    { action: 'undo', restore: '{' },
    { action: 'undo', restore: '{"categories":[{"category":"security","channels":{"email":false}}]}' },
    { action: 'undo', restore: '{"categories":[{"category":"jobs","channels":{"inbox":false}}]}' },
    { action: '<script>' },
  ])('changes nothing for a form that the page does not have: %o', async (fields) => {
    const userId = await createPerson(database);
    const before = await read(userId);
    const answer = await post(sign({ userId, category: 'jobs' }), fields);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Nothing was changed');
    expect(answer.body).not.toContain('<script');
    expect(await read(userId)).toEqual(before);
  });

  test.each([
    ['de', 'Keine E-Mails mehr zu „Passende Jobs“?', 'Du bekommst Jobhinweise sofort'],
    [
      'fr',
      'Ne plus recevoir d’e-mails «\u00a0Offres pour vous\u00a0»\u202f?',
      'Vous recevez les alertes emploi',
    ],
    ['es', '¿No recibir más correos de «Empleos para ti»?', 'Recibes alertas de empleo'],
  ] as const)('speaks the language of the person: %s', async (wanted, question, effect) => {
    const userId = await createPerson(database);
    locale = wanted;
    const { body } = await show(sign({ userId, category: 'jobs' }));
    locale = 'en';
    expect(body).toContain(`<html lang="${wanted}">`);
    expect(body).toContain(question);
    expect(body).toContain(effect);
  });

  test('answers 200 when the account is gone', async () => {
    const token = sign({ userId: uuidv7(), category: 'jobs' });
    expect((await post(token)).status).toBe(200);
    expect((await show(token)).body).toContain('does not exist any more');
  });

  test('is refused when it was not made here', async () => {
    const userId = await createPerson(database);
    const token = sign({ userId, category: 'jobs' });
    const foreign = createUnsubscribeTokens('another secret of thirty-two characters').sign({
      userId,
      category: 'jobs',
      deliveryId: uuidv7(),
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
      for (const fields of [{}, { action: 'stop_all' }]) {
        const answer = await post(bad, fields);
        expect(answer.status).toBe(404);
        expect(answer.body).not.toContain('<script>');
      }
    }
    expect(await mailsOf(userId, 'jobs')).toBe('immediate');
  });
});

function flipped(token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes.toString('base64url');
}
