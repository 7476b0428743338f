import { createHmac } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { Category } from '@rolecall/contract';
import { type FastifyInstance, fastify } from 'fastify';
import { pino } from 'pino';
import { parse as parseUuid, v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountMailPage } from '../edges/http/mail-pages.ts';
import { createMailAnalytics } from '../features/mail/analytics/index.ts';
import { createMailEvents } from '../features/mail/events/index.ts';
import {
  createUnsubscribeTokens,
  createUnsubscription,
  type Unsubscription,
} from '../features/messaging/channels/email/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { createPerson, storedRecipients } from '../testing/messaging/people.ts';
import { createTestPreferences } from '../testing/messaging/preferences.ts';

const secret = 'a secret of at least thirty-two characters';
const clock = new FakeClock();
const tokens = createUnsubscribeTokens(secret);
const preferences = createTestPreferences(clock);
const mailEvents = createMailEvents({ clock, listeners: [createMailAnalytics({ clock }).count] });
let database: TestDatabase;
let app: FastifyInstance;
let unsubscription: Unsubscription;

beforeAll(async () => {
  database = await createTestDatabase();
  unsubscription = createUnsubscription({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    recipients: storedRecipients,
    preferences,
    mailEvents,
    tokens,
    publicUrl: 'https://rolecall.example',
  });
  app = fastify();
  await app.register(rateLimit, { global: false });
  await mountMailPage(app, 'u', unsubscription);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const forms = {
  urlencoded: {
    type: 'application/x-www-form-urlencoded',
    body: 'List-Unsubscribe=One-Click',
  },
  multipart: {
    type: 'multipart/form-data; boundary=b',
    body: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
  },
};

const post = (token: string, { type, body }: (typeof forms)['urlencoded']) =>
  app.inject({ method: 'POST', url: `/u/${token}`, headers: { 'content-type': type }, payload: body });

/** A mail of this person that has been sent. */
async function sendMail(userId: string): Promise<string> {
  const deliveryId = uuidv7();
  const sent = { userId, kind: 'job_alert', locale: 'en', templateVersion: 4 } as const;
  await database.transaction((tx) =>
    mailEvents.record(tx, [
      {
        type: 'sent',
        deliveryId,
        address: `${userId}@example.org`,
        provider: 'postmark',
        providerEventId: null,
        at: clock.now(),
        sent,
      },
    ]),
  );
  return deliveryId;
}

async function isMailed(userId: string, category: Category): Promise<boolean | undefined> {
  const { categories } = await preferences.read(database.query, { userId, role: 'job_seeker' });
  const known = categories.find((one) => one.category === category);
  return known?.channels.some(({ channel, enabled }) => channel === 'email' && enabled);
}

const losses = (userId: string) =>
  database.query
    .selectFrom('mail_events')
    .select(['delivery_id', 'kind', 'template_version', 'provider', 'domain'])
    .where('type', '=', 'unsubscribed')
    .where((where) =>
      where.or([where('user_id', '=', userId), where('domain', '=', `${userId}.example.org`)]),
    )
    .execute();

test.each(Object.entries(forms))(
  'one POST of any form stops the category, however often it comes: %s',
  async (_name, form) => {
    const userId = await createPerson(database);
    const deliveryId = await sendMail(userId);
    const token = tokens.sign({ userId, category: 'jobs', deliveryId });
    for (let time = 0; time < 3; time += 1) {
      const answer = await post(token, form);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).not.toHaveProperty('location');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      expect(answer.headers['cache-control']).toBe('no-store');
    }
    expect(await isMailed(userId, 'jobs')).toBe(false);
    expect(await isMailed(userId, 'applications')).toBe(true);
    expect(await isMailed(userId, 'security')).toBe(true);
    // Analytics learn which template has lost somebody.
    expect(await losses(userId)).toEqual([
      {
        delivery_id: deliveryId,
        kind: 'job_alert',
        template_version: 4,
        provider: 'unsubscribe',
        domain: 'example.org',
      },
    ]);
  },
);

test('a mail that cannot be stopped stays so, even with a link that names its category', async () => {
  const userId = await createPerson(database);
  const token = tokens.sign({ userId, category: 'security', deliveryId: await sendMail(userId) });
  expect((await post(token, forms.urlencoded)).statusCode).toBe(200);
  expect(await isMailed(userId, 'security')).toBe(true);
  expect(await losses(userId)).toEqual([]);
});

test('nothing happens when the link is only looked at, by GET or HEAD', async () => {
  const userId = await createPerson(database);
  const token = tokens.sign({ userId, category: 'jobs', deliveryId: await sendMail(userId) });
  for (const method of ['GET', 'HEAD'] as const) {
    expect((await app.inject({ method, url: `/u/${token}` })).statusCode).toBe(200);
  }
  expect(await isMailed(userId, 'jobs')).toBe(true);
  expect(await losses(userId)).toEqual([]);
});

test('the link of a mail from before its links named a delivery still works', async () => {
  const userId = await createPerson(database);
  const key = createHmac('sha256', secret).update('rolecall unsubscribe link').digest();
  const content = Buffer.concat([Buffer.from([1]), parseUuid(userId), Buffer.from('jobs')]);
  const signature = createHmac('sha256', key).update(content).digest().subarray(0, 16);
  const old = Buffer.concat([signature, content]).toString('base64url');
  expect(tokens.verify(old)).toEqual({ userId, category: 'jobs', deliveryId: null });
  expect((await post(old, forms.urlencoded)).statusCode).toBe(200);
  expect(await isMailed(userId, 'jobs')).toBe(false);
});

test('forms of the page count as a loss too, taking it back does not', async () => {
  const userId = await createPerson(database);
  const token = tokens.sign({ userId, category: 'jobs', deliveryId: await sendMail(userId) });
  const form = (fields: Record<string, string>) =>
    post(token, { ...forms.urlencoded, body: new URLSearchParams(fields).toString() });
  await form({ action: 'pause' });
  expect(await losses(userId)).toHaveLength(0);
  await form({ action: 'stop_all' });
  expect(await losses(userId)).toHaveLength(1);
  await form({ action: 'set', category: 'jobs', choice: 'weekly' });
  expect(await losses(userId)).toHaveLength(1);
});

test('a mail to the address of the header does the same', async () => {
  const userId = await createPerson(database);
  const token = tokens.sign({ userId, category: 'jobs', deliveryId: await sendMail(userId) });
  const stop = (given: string) => database.transaction((tx) => unsubscription.stop(tx, given));
  expect(await stop('forged')).toBe(false);
  expect([await stop(token), await stop(token)]).toEqual([true, true]);
  expect(await isMailed(userId, 'jobs')).toBe(false);
  expect(await losses(userId)).toHaveLength(1);
  const gone = tokens.sign({ userId: uuidv7(), category: 'jobs', deliveryId: uuidv7() });
  expect(await stop(gone)).toBe(true);
});

test('a body beyond all measure is refused, and a forged token changes nothing', async () => {
  const userId = await createPerson(database);
  const token = tokens.sign({ userId, category: 'jobs', deliveryId: uuidv7() });
  const large = { ...forms.multipart, body: 'x'.repeat(20_000) };
  expect((await post(token, large)).statusCode).toBe(413);
  expect((await post(`${token}A`, forms.urlencoded)).statusCode).toBe(404);
  expect(await isMailed(userId, 'jobs')).toBe(true);
});
