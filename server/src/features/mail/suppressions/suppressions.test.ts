import { api, type Endpoint, lineSchema, type SuppressionImportResult } from '@rolecall/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { csvLine } from '../../../platform/csv/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { allows } from '../../../platform/http/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createAudit } from '../../identity/audit/index.ts';
import { createMailEvents, type MailReport } from '../events/index.ts';
import { readList } from './csv.ts';
import { blockOf, createSuppressions, normalizeAddress, suppressionData } from './index.ts';
import { suppressionRoutes } from './suppressions.routes.ts';

const secret = 'a secret of at least thirty-two characters';
const day = 86_400_000;

describeEachDatabase('addresses that are not written to', (open) => {
  let database: Database;
  const clock = new FakeClock();
  const suppressions = createSuppressions({
    clock,
    logger: pino({ level: 'silent' }),
    secret,
    workers: testWorkers(),
  });
  const audit = createAudit({ clock });
  const mailEvents = createMailEvents({ clock, listeners: [suppressions.follow] });
  let operator: { userId: string; role: 'operator' };
  let address: string;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await sql`truncate users, suppressions, address_standings cascade`.execute(database.query);
    operator = { userId: await createPerson(database, { role: 'operator' }), role: 'operator' };
    address = `${await createPerson(database)}@example.org`;
  });

  const tell = (report: Partial<MailReport>) =>
    database.transaction((tx) =>
      mailEvents.record(tx, [
        {
          type: 'bounced',
          deliveryId: null,
          address,
          provider: 'dsn',
          providerEventId: uuidv7(),
          at: clock.now(),
          ...report,
        },
      ]),
    );
  const blocksOf = async (given = address) =>
    (await suppressions.findBlocks(database.query, [given])).get(given) ?? [];
  const reasonsOf = async (given = address) => (await blocksOf(given)).map(({ reason }) => reason).sort();
  const call = <Response extends z.ZodType>(
    endpoint: Endpoint<z.ZodType, z.ZodType, z.ZodType, Response>,
    request: object = {},
  ) =>
    callRoute(
      endpoint,
      { viewer: operator, ...request },
      suppressionRoutes({
        database,
        clock,
        suppressions,
        audit,
        accounts: {
          read: async (_tx, id) => ({
            id,
            email: address,
            email_verified: true,
            name: 'Ada',
            role: 'job_seeker',
            company: null,
            created_at: clock.now().toISOString(),
          }),
        },
      }),
    );
  const list = (query: object = {}) => call(api.suppressions.list, { query });
  const exported = async () => {
    let text = '';
    for await (const piece of suppressions.export(database.query)) text += piece;
    return text;
  };

  test('get there by a bounce that says that there is no such mailbox, however the address is written', async () => {
    await tell({ status: '5.1.1', bounce: 'hard', address: ` <${address.toUpperCase()}> ` });
    expect(await reasonsOf()).toEqual(['hard_bounce']);
    expect(await reasonsOf(address.toUpperCase())).toEqual(['hard_bounce']);
  });

  test('get there by what fails again and again, until a month has passed', async () => {
    for (let time = 0; time < 3; time += 1) await tell({ status: '4.2.2', bounce: 'soft' });
    expect(await reasonsOf()).toEqual([]);
    await tell({ status: '5.2.2', bounce: 'soft' });
    expect(await reasonsOf()).toEqual(['soft_bounces']);
    clock.advance(31 * day);
    expect(await reasonsOf()).toEqual([]);
    await tell({ status: '4.2.2', bounce: 'soft' });
    expect(await reasonsOf()).toEqual([]);
  });

  test('are never those of people whose mail was refused because of us', async () => {
    for (const status of ['5.7.1', '5.7.26', '5.3.4']) await tell({ status, bounce: 'hard' });
    await tell({ status: null, bounce: 'blocked' });
    expect(await reasonsOf()).toEqual([]);
  });

  test('are those of people here, since nobody else is written to', async () => {
    await tell({ status: '5.1.1', address: 'stranger@example.net' });
    const { rows } = await sql`select from suppressions`.execute(database.query);
    expect(rows).toEqual([]);
  });

  test('count once for each bounce that is told twice, and all that is told at once', async () => {
    const report: MailReport = {
      type: 'bounced',
      deliveryId: null,
      address,
      provider: 'dsn',
      providerEventId: 'one',
      at: clock.now(),
      status: '5.5.0',
    };
    await database.transaction((tx) => mailEvents.record(tx, [report, report]));
    await database.transaction((tx) => mailEvents.record(tx, [report]));
    expect(await reasonsOf()).toEqual([]);
    await database.transaction((tx) => mailEvents.record(tx, [{ ...report, providerEventId: 'two' }]));
    expect(await reasonsOf()).toEqual(['soft_bounces']);
  });

  test('bounce at the same moment by two ways, and both are counted', async () => {
    const other = `${await createPerson(database)}@example.org`;
    const both = (first: string, second: string) =>
      database.transaction((tx) =>
        mailEvents.record(
          tx,
          [first, second].map((one) => ({
            type: 'bounced',
            deliveryId: null,
            address: one,
            provider: 'dsn',
            providerEventId: null,
            at: clock.now(),
            status: '5.5.0',
          })),
        ),
      );
    await Promise.all([both(address, other), both(other, address)]);
    expect([await reasonsOf(), await reasonsOf(other)]).toEqual([['soft_bounces'], ['soft_bounces']]);
  });

  test('still get what is needed after a complaint, and the mail that proves them after a bounce', async () => {
    await tell({ type: 'complained' });
    const complained = await blocksOf();
    expect(blockOf(complained, 'password_reset')).toBeNull();
    expect(blockOf(complained, 'job_alert')).toMatchObject({ reason: 'complaint' });
    await tell({ status: '5.1.1' });
    const bounced = await blocksOf();
    expect(blockOf(bounced, 'password_reset')).toMatchObject({ reason: 'hard_bounce' });
    expect(blockOf(bounced, 'email_verification')).toBeNull();
    expect(await call(api.suppressions.readOwn)).toMatchObject({
      address,
      problem: { reason: 'hard_bounce', can_confirm: true },
    });
    await database.transaction((tx) => suppressions.addressProven(tx, address));
    expect(await call(api.suppressions.readOwn)).toMatchObject({ problem: null });
  });

  test('that an operator has put down are not freed by their owner', async () => {
    await tell({ status: '5.1.1' });
    const input = { address, scope: 'all', note: 'asked by phone', expires_at: null };
    expect(await call(api.suppressions.create, { body: input })).toMatchObject({
      address,
      reason: 'manual',
      note: 'asked by phone',
    });
    await database.transaction((tx) => suppressions.addressProven(tx, address));
    expect(await reasonsOf()).toEqual(['manual']);
    expect(blockOf(await blocksOf(), 'email_verification')).toMatchObject({ reason: 'manual' });
    expect(await call(api.suppressions.readOwn)).toMatchObject({ problem: { can_confirm: false } });
  });

  test('that an operator has put down stay so with the next address of their owner', async () => {
    await tell({ status: '5.1.1' });
    const input = { address, scope: 'all', note: 'asked by phone', expires_at: null };
    await call(api.suppressions.create, { body: input });
    const to = `next-${address}`;
    await database.transaction((tx) => suppressions.addressChanged(tx, { from: address, to }));
    const { rows } = await sql<{ reason: string; note: string | null }>`
      select reason, note from suppressions where address = ${to}`.execute(database.query);
    expect(rows).toEqual([{ reason: 'manual', note: 'asked by phone' }]);
  });

  test('are freed by an operator, and stay so while they are pinned', async () => {
    await tell({ status: '5.1.1' });
    const { items } = await list();
    const params = { suppression_id: items[0]?.id };
    await call(api.suppressions.release, { params, body: { pin_days: 7 } });
    const log = await audit.list(database.query, { limit: 10, actor_id: operator.userId });
    expect(log.items).toMatchObject([
      {
        action: 'address_released',
        subject: { type: 'suppression', id: params.suppression_id },
        before: { reason: 'hard_bounce', scope: 'all' },
        after: { pin_days: 7 },
      },
    ]);
    await tell({ status: '5.1.1' });
    expect(await reasonsOf()).toEqual([]);
    await tell({ type: 'complained' });
    expect(await reasonsOf()).toEqual(['complaint']);
    clock.advance(8 * day);
    await tell({ status: '5.1.1' });
    expect(await reasonsOf()).toEqual(['complaint', 'hard_bounce']);
    await expect(call(api.suppressions.release, { params, body: {} })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('are listed for operators, by page, reason, scope and the beginning of address or domain', async () => {
    const csv = `address,note\r\n${[1, 2, 3].map((n) => `list-${n}@a-domain.example,n${n}\r\n`).join('')}`;
    await call(api.suppressions.import, { body: { csv, dry_run: false } });
    await tell({ type: 'complained' });
    const addresses = async (query: object) => (await list(query)).items.map((item) => item.address).sort();
    expect(await addresses({ q: 'list-2' })).toEqual(['list-2@a-domain.example']);
    expect(await addresses({ q: '@A-dom' })).toHaveLength(3);
    expect(await addresses({ q: 'list_2' })).toEqual([]);
    expect(await addresses({ reason: 'complaint' })).toEqual([address]);
    expect(await addresses({ scope: 'all' })).toHaveLength(3);
    const page = await list({ limit: 3 });
    const rest = await list({ limit: 3, cursor: page.next_cursor });
    expect(new Set([...page.items, ...rest.items].map(({ id }) => id)).size).toBe(4);
    await expect(list({ cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  test('come from a list, line by line, and a dry run changes nothing', async () => {
    const csv = [
      'Address,scope,expires_at,note,colour',
      '"List@Example.org",all_but_transactional,2027-01-01T00:00:00Z,"said ""no""",red',
      'no address',
      '',
      'late@example.org,all,2020-01-01T00:00:00Z',
      'short@example.org',
      'odd@example.org,everything',
    ].join('\n');
    const expected: SuppressionImportResult = {
      lines: 5,
      added: 2,
      updated: 0,
      refused: 3,
      errors: [
        { line: 3, message: 'address: must be an e-mail address' },
        { line: 5, message: 'expires_at: is in the past' },
        { line: 7, message: expect.stringMatching(/^scope: .*all_but_transactional/) },
      ],
    };
    expect(await call(api.suppressions.import, { body: { csv, dry_run: true } })).toEqual(expected);
    expect((await list()).items).toEqual([]);
    expect(await call(api.suppressions.import, { body: { csv, dry_run: false } })).toEqual(expected);
    expect(await reasonsOf('list@example.org')).toEqual(['import']);
    expect(await call(api.suppressions.import, { body: { csv, dry_run: false } })).toMatchObject({
      added: 0,
      updated: 2,
    });
    for (const semicolons of [
      'address;reason\nlist@example.org;manual',
      '\ufeffnote\taddress\r\nx\tlist@example.org',
    ])
      expect(await call(api.suppressions.import, { body: { csv: semicolons, dry_run: true } })).toMatchObject(
        {
          lines: 1,
          refused: 0,
        },
      );
    const tooMany = `address\n${'a@example.org\n'.repeat(10_001)}`;
    for (const bad of ['', 'mail\na@example.org', 'address\n"a', tooMany])
      await expect(call(api.suppressions.import, { body: { csv: bad } })).rejects.toMatchObject({
        code: 'suppression_list_invalid',
      });
  });

  test('can be taken to another instance and back', async () => {
    await tell({ status: '5.1.1' });
    await call(api.suppressions.create, { body: { address: '+cmd@example.org', note: '=1+1, "quoted"' } });
    const csv = await exported();
    expect(csv.startsWith('\ufeffaddress,')).toBe(true);
    expect(csv).toContain("'+cmd@example.org");
    await sql`truncate suppressions`.execute(database.query);
    expect(await call(api.suppressions.import, { body: { csv } })).toMatchObject({ added: 2, refused: 0 });
    expect(await reasonsOf('+cmd@example.org')).toEqual(['manual']);
    const { items } = await list({ q: '+cmd' });
    expect(items).toMatchObject([{ note: '=1+1, "quoted"' }]);
    expect(await reasonsOf()).toEqual(['hard_bounce']);
  });

  test('are forgotten with their person, but for what an operator has decided, which a hash keeps', async () => {
    const [own] = suppressionData(suppressions);
    const subject = { userId: operator.userId, email: address };
    await tell({ status: '5.1.1' });
    await call(api.suppressions.create, { body: { address, note: 'a note about Ada' } });
    for await (const page of own?.pages(database.query, subject) ?? []) expect(page).toHaveLength(2);
    for (let time = 0; time < 2; time += 1)
      await database.transaction(async (tx) => own?.eraseSome(tx, subject, clock.now()));
    const { rows } = await sql<{ all: string }>`
      select (select json_agg(suppressions) from suppressions)::text || (select count(*) from address_standings)
        as all`.execute(database.query);
    expect(rows[0]?.all).not.toContain(address);
    expect(rows[0]?.all).not.toContain('Ada');
    expect(rows[0]?.all).toMatch(/\]0$/);
    expect(await reasonsOf()).toEqual(['manual']);
    expect(await exported()).not.toContain('manual');
    const { items } = await list();
    expect(items).toMatchObject([{ address: null }]);
    await call(api.suppressions.release, { params: { suppression_id: items[0]?.id }, body: {} });
    expect(await reasonsOf()).toEqual([]);
  });
});

describe('the list of suppressions', () => {
  test('is for operators', () => {
    const { readOwn, ...forOperators } = api.suppressions;
    for (const role of ['job_seeker', 'recruiter'] as const) {
      const viewer = { userId: uuidv7(), role, sessionId: null };
      for (const endpoint of Object.values(forOperators)) expect(allows(endpoint, viewer)).toBe(false);
      expect(allows(readOwn, viewer)).toBe(true);
    }
    expect(allows(readOwn, null)).toBe(false);
  });

  test('reads what it has written, whatever a note says', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 5 }), (given) => {
        // A note is stored as a line.
        const notes = given.flatMap((note) => lineSchema(300).safeParse(note).data ?? []);
        const lines = notes.map((note, place) => csvLine([`a${place}@example.org`, note]));
        const { entries, refused } = readList(`address,note\r\n${lines.join('')}`, new Date());
        expect(refused).toBe(0);
        expect(entries.map(({ note }) => note ?? '')).toEqual(notes);
      }),
    );
  });

  test('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        try {
          readList(`address\n${text}`, new Date());
        } catch (error) {
          expect(error).toMatchObject({ code: 'suppression_list_invalid' });
        }
      }),
    );
  });
});

test.each([
  ['Ada <Ada@Example.ORG>', 'ada@example.org'],
  ['ada+jobs@example.org', 'ada+jobs@example.org'],
  ['ada@müller.example', 'ada@xn--mller-kva.example'],
  ['"a@b"@example.org', '"a@b"@example.org'],
  ['@example.org', null],
  ['ada', null],
  ['a\r\nb@example.org', null],
  [`${'a'.repeat(250)}@example.org`, null],
])('the address %j is kept as %j', (written, kept) => {
  expect(normalizeAddress(written)).toBe(kept);
});
