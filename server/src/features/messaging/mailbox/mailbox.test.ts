import { api } from '@rolecall/contract';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createMailbox, type MailSink, startMailSink } from './index.ts';
import { mailboxRoutes } from './mailbox.routes.ts';

describeEachDatabase('the mailbox', (open) => {
  const clock = new FakeClock();
  const mailbox = createMailbox({ clock, workers: testWorkers() });
  let database: Database;
  let sink: MailSink;
  const transporters: ReturnType<typeof createTransport>[] = [];

  beforeAll(async () => {
    database = await open();
    sink = await startMailSink({ database, mailbox, logger: pino({ level: 'silent' }) });
  });
  afterAll(() => sink.close());
  beforeEach(() => mailbox.clear(database.query));
  afterEach(() => {
    for (const transporter of transporters.splice(0)) transporter.close();
  });

  const send = (mail: { subject?: string; to?: string; text?: string; messageId?: string }) => {
    const transporter = createTransport(sink.url);
    transporters.push(transporter);
    return transporter.sendMail({ from: 'Jobs <jobs@rolecall.example>', to: 'ada@example.org', ...mail });
  };
  const call: typeof callRoute = (endpoint, request) =>
    callRoute(endpoint, request, mailboxRoutes({ database, mailbox, isLoopback: true }));

  test('shows what came over SMTP', async () => {
    await send({ subject: 'Grüße', text: 'Hello,\n  you.', messageId: '<one@rolecall.example>' });
    const { items } = await call(api.mailbox.list, { query: {} });
    expect(items).toMatchObject([
      {
        message_id: '<one@rolecall.example>',
        from: 'Jobs <jobs@rolecall.example>',
        to: ['ada@example.org'],
        subject: 'Grüße',
        excerpt: 'Hello, you.',
      },
    ]);
    const mail = await call(api.mailbox.read, { params: { mail_id: items[0]?.id } });
    expect(mail).toMatchObject({ html: null, text: expect.stringContaining('you.') });
    expect(mail.headers).toContainEqual({ name: 'Subject', value: '=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=' });
  });

  test('keeps the text of a mail that is too hard to read', async () => {
    const workers: WorkerPool = {
      ...testWorkers(),
      run: async () => ({ status: 'too_slow', detail: 'it did not end within 5000 ms' }),
    };
    const mail = await createMailbox({ clock, workers }).readMail(Buffer.from('Subject: Hard\r\n\r\nHello'), [
      'ada@example.org',
    ]);
    await database.transaction((tx) => mailbox.receive(tx, mail));
    const { items } = await call(api.mailbox.list, { query: {} });
    expect(items).toMatchObject([
      { to: ['ada@example.org'], excerpt: 'it did not end within 5000 ms Subject: Hard Hello' },
    ]);
  });

  test('counts a mail that comes again as the same', async () => {
    for (const _ of [1, 2]) await send({ subject: 'Twice', messageId: '<twice@rolecall.example>' });
    expect((await call(api.mailbox.list, { query: {} })).items).toHaveLength(1);
  });

  test('comes page by page and by recipient', async () => {
    for (const to of ['ada@example.org', 'bo@example.org', 'Ada@Example.org']) {
      await send({ to, subject: to });
      clock.advance(1_000);
    }
    const first = await call(api.mailbox.list, { query: { limit: 2 } });
    const second = await call(api.mailbox.list, { query: { limit: 2, cursor: first.next_cursor } });
    expect([...first.items, ...second.items].map(({ subject }) => subject)).toEqual([
      'Ada@Example.org',
      'bo@example.org',
      'ada@example.org',
    ]);
    expect(second.next_cursor).toBeNull();
    expect((await call(api.mailbox.list, { query: { to: 'ADA@example.org' } })).items).toHaveLength(2);
  });

  test('refuses a mail that is too large, and goes on', async () => {
    await expect(send({ text: 'x'.repeat(3 * 1024 * 1024) })).rejects.toMatchObject({ responseCode: 552 });
    await send({ subject: 'small' });
    expect((await call(api.mailbox.list, { query: {} })).items).toHaveLength(1);
  });

  test('keeps the newest thousand', async () => {
    const rows = Array.from({ length: 1_005 }, (_, index) => ({
      id: crypto.randomUUID(),
      message_id: `<${index}@x>`,
      sender: '',
      recipients: ['ada@example.org'],
      subject: String(index),
      html: null,
      text: null,
      headers: '[]',
      received_at: new Date(clock.now().getTime() - 100_000 + index),
    }));
    await database.query.insertInto('mailbox_messages').values(rows).execute();
    await send({ subject: 'newest' });
    const kept = await database.query
      .selectFrom('mailbox_messages')
      .select((row) => [row.fn.countAll().as('count'), row.fn.min('received_at').as('oldest')])
      .executeTakeFirstOrThrow();
    expect(kept).toEqual({ count: 1_000, oldest: rows[6]?.received_at });
  });

  test('can be emptied', async () => {
    await send({ subject: 'gone' });
    await call(api.mailbox.clear, {});
    expect((await call(api.mailbox.list, { query: {} })).items).toEqual([]);
  });

  test("is the operator's alone where others reach the server", async () => {
    await send({ subject: 'reset your password' });
    const routes = mailboxRoutes({ database, mailbox, isLoopback: false });
    const as = (role: 'job_seeker' | 'operator') => ({ userId: crypto.randomUUID(), role, sessionId: null });
    const list = (who: Parameters<typeof callRoute>[1]) =>
      callRoute(api.mailbox.list, { query: {}, ...who }, routes);
    await expect(list({})).rejects.toMatchObject({ code: 'not_found' });
    await expect(list({ viewer: as('job_seeker') })).rejects.toMatchObject({ code: 'not_found' });
    expect((await list({ viewer: as('operator') })).items).toMatchObject([
      { subject: 'reset your password' },
    ]);
  });

  test('is not there where it is off', async () => {
    const off = mailboxRoutes({ database, mailbox: null, isLoopback: true });
    const refused = { code: 'not_found' };
    await expect(callRoute(api.mailbox.list, { query: {} }, off)).rejects.toMatchObject(refused);
    await expect(callRoute(api.mailbox.clear, {}, off)).rejects.toMatchObject(refused);
    const params = { mail_id: crypto.randomUUID() };
    await expect(callRoute(api.mailbox.read, { params }, off)).rejects.toMatchObject(refused);
    await expect(call(api.mailbox.read, { params })).rejects.toMatchObject(refused);
  });
});
