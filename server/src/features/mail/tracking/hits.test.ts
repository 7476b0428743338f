import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../../platform/observability/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createMailAnalytics } from '../analytics/index.ts';
import { createMailEvents } from '../events/index.ts';
import { createHitCounter, createHitRecorder, type HitRecorder } from './hits.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const clock = new FakeClock();
const mailEvents = createMailEvents({ clock, listeners: [createMailAnalytics({ clock }).count] });
let database: TestDatabase;
let consenting: Set<string>;
let failing = false;
let recorder: HitRecorder;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  consenting = new Set();
  failing = false;
  recorder = createHitRecorder({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    hits: createHitCounter(createMetrics()),
    mailEvents,
    async findConsenting() {
      if (failing) throw new Error('no database');
      return consenting;
    },
  });
});
afterEach(() => recorder.close());
afterAll(() => database.close());

/** A mail that was sent a minute ago to somebody who consents. */
async function sendMail() {
  const mail = { deliveryId: uuidv7(), userId: uuidv7(), sentAt: clock.now() };
  consenting.add(mail.userId);
  const sent = { userId: mail.userId, kind: 'job_alert', locale: 'en', templateVersion: 2 } as const;
  await database.transaction((tx) =>
    mailEvents.record(tx, [
      {
        type: 'sent',
        deliveryId: mail.deliveryId,
        address: 'ada@example.org',
        provider: 'postmark',
        providerEventId: null,
        at: mail.sentAt,
        sent,
      },
    ]),
  );
  clock.advance(60_000);
  return mail;
}
type Mail = Awaited<ReturnType<typeof sendMail>>;

const hit = (mail: Mail, target: string | null = null, more: { userAgent?: string; method?: string } = {}) =>
  recorder.add({ mail, target, method: 'GET', userAgent: firefox, address: '203.0.113.7', ...more });

async function settle(): Promise<void> {
  clock.advance(1_001);
  await recorder.flush();
}

const recorded = ({ deliveryId }: Mail) =>
  database.query
    .selectFrom('mail_events')
    .select(['type', 'kind', 'template_version', 'domain', 'url', 'is_machine', 'detail'])
    .where('delivery_id', '=', deliveryId)
    .where('type', '<>', 'sent')
    .orderBy('at')
    .orderBy('url')
    .execute();

test('records that a person opened a mail and followed a link, once each, with what the mail was', async () => {
  const mail = await sendMail();
  hit(mail);
  hit(mail, 'https://rolecall.example/jobs/1');
  hit(mail, 'https://rolecall.example/jobs/1');
  await settle();
  hit(mail);
  await settle();
  const known = {
    kind: 'job_alert',
    template_version: 2,
    domain: 'example.org',
    is_machine: false,
    detail: null,
  };
  expect((await recorded(mail)).toSorted((one, other) => one.type.localeCompare(other.type))).toEqual([
    { ...known, type: 'clicked', url: 'https://rolecall.example/jobs/1' },
    { ...known, type: 'opened', url: null },
  ]);
});

test('takes who follows several links within a second for a program, the first of them too', async () => {
  const mail = await sendMail();
  hit(mail, 'https://a.example/');
  clock.advance(700);
  hit(mail, 'https://b.example/');
  await settle();
  clock.advance(60_000);
  hit(mail, 'https://a.example/');
  await settle();
  expect((await recorded(mail)).map(({ url, is_machine, detail }) => [url, is_machine, detail])).toEqual([
    ['https://a.example/', true, 'burst'],
    ['https://b.example/', true, 'burst'],
    ['https://a.example/', false, null],
  ]);
});

test('records nothing once consent has been taken back, of mails that are out already too', async () => {
  const mail = await sendMail();
  hit(mail);
  consenting.clear();
  await settle();
  hit(mail, 'https://a.example/');
  await settle();
  expect(await recorded(mail)).toEqual([]);
});

test('is not hurt by a flood of one mail', async () => {
  const mail = await sendMail();
  for (let time = 0; time < 500; time += 1) hit(mail, `https://a.example/${time}`);
  await settle();
  await settle();
  expect(await recorded(mail)).toHaveLength(20);
});

test('goes on after a failure, and records what waits when it is closed', async () => {
  const lost = await sendMail();
  hit(lost);
  failing = true;
  clock.advance(1_001);
  await expect(recorder.flush()).rejects.toThrow('no database');
  failing = false;
  const mail = await sendMail();
  hit(mail);
  await recorder.close();
  expect(await recorded(mail)).toHaveLength(1);
  expect(await recorded(lost)).toEqual([]);
});
