import { api, mailAnalyticsQuerySchema, mailGroupsQuerySchema } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../../../testing/database.ts';
import { createMailEvents, type MailReport } from '../events/index.ts';
import { createMailAnalytics } from './index.ts';

const day = 24 * 3_600_000;

describeEachDatabase('what is counted of mails', (open, databaseKind) => {
  const clock = new FakeClock();
  const analytics = createMailAnalytics({ clock });
  const mailEvents = createMailEvents({ clock, listeners: [analytics.count] });
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });

  const record = (...reports: readonly MailReport[]) =>
    database.transaction((tx) => mailEvents.record(tx, reports));

  function sent(given: Partial<NonNullable<MailReport['sent']>> & { readonly address?: string } = {}) {
    const { address = 'ada@example.org', ...mail } = given;
    return {
      type: 'sent',
      deliveryId: uuidv7(),
      address,
      provider: 'postmark',
      providerEventId: null,
      at: clock.now(),
      sent: { userId: uuidv7(), kind: 'job_alert', locale: 'en', templateVersion: null, ...mail },
    } satisfies MailReport;
  }

  const later = (
    { deliveryId }: Pick<MailReport, 'deliveryId'>,
    type: MailReport['type'],
    more: Partial<MailReport> = {},
  ): MailReport => ({
    type,
    deliveryId,
    address: null,
    provider: 'webhook',
    providerEventId: uuidv7(),
    at: clock.now(),
    ...more,
  });

  const lastDay = () => ({
    from: new Date(clock.now().getTime() - day).toISOString(),
    to: new Date(clock.now().getTime() + 3_600_000).toISOString(),
  });
  const read = (query: object = {}) =>
    analytics.read(database.query, mailAnalyticsQuerySchema.parse({ ...lastDay(), ...query }));
  const list = (query: object) =>
    analytics.listGroups(database.query, mailGroupsQuerySchema.parse({ ...lastDay(), ...query }));

  test('tells what became of mails by all that they can be told apart by', async () => {
    const alert = sent();
    const german = sent({ locale: 'de', templateVersion: 3, address: 'bo@Example.com' });
    const digest = sent({ kind: 'digest_daily' });
    await record(alert, german, digest);
    clock.advance(4_000);
    await record(
      later(alert, 'delivered'),
      later(german, 'delivered'),
      later(alert, 'opened', { isMachine: true }),
      later(german, 'opened'),
      later(german, 'clicked'),
      later(alert, 'complained'),
      later(alert, 'unsubscribed'),
      later(digest, 'bounced', { bounce: 'hard' }),
      later(digest, 'deferred'),
      { ...sent(), type: 'bounced', bounce: 'content' },
      later({ deliveryId: null }, 'bounced', { bounce: 'blocked', address: 'x@gone.example' }),
    );

    expect((await read()).totals).toEqual({
      sent: 3,
      refused: 1,
      delivered: 2,
      deferred: 1,
      bounced_hard: 1,
      bounced_soft: 0,
      bounced_blocked: 1,
      bounced_content: 1,
      complained: 1,
      human_opens: 1,
      machine_opens: 1,
      human_clicks: 1,
      machine_clicks: 0,
      unsubscribed: 1,
      delivery_seconds: { median: 3.5, p95: expect.closeTo(4.85) },
    });
    expect((await read({ kind: 'job_alert', locale: 'de', template_version: 3 })).totals).toMatchObject({
      sent: 1,
      human_clicks: 1,
    });
    expect((await read({ provider: 'postmark' })).totals).toMatchObject({ sent: 3, bounced_blocked: 0 });
    expect((await read({ domain: 'EXAMPLE.com' })).totals).toMatchObject({ sent: 1, human_opens: 1 });

    const templates = await list({ group_by: 'template', sort: 'human_clicks' });
    expect(
      templates.items.map(({ kind, locale, template_version: version, human_clicks: clicks }) => ({
        kind,
        locale,
        version,
        clicks,
      })),
    ).toEqual([
      { kind: 'job_alert', locale: 'de', version: 3, clicks: 1 },
      { kind: null, locale: null, version: 0, clicks: 0 },
      { kind: 'digest_daily', locale: 'en', version: 0, clicks: 0 },
      { kind: 'job_alert', locale: 'en', version: 0, clicks: 0 },
    ]);
    const domains = await list({ group_by: 'domain' });
    expect(domains.items.map(({ domain, sent: count }) => [domain, count])).toEqual([
      ['example.org', 2],
      ['example.com', 1],
      ['gone.example', 0],
    ]);
    const csv = new TextDecoder().decode(
      await analytics.exportGroups(
        database.query,
        mailGroupsQuerySchema.parse({ ...lastDay(), group_by: 'provider' }),
      ),
    );
    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^,,,postmark,,3,1,2,/),
      expect.stringMatching(/^,,,webhook,,0,0,0,0,0,0,1,/),
    ]);
    clock.advance(2 * day);
  });

  test('pages through a ranking without a gap or a double', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.example`);
    await record(
      ...names.flatMap((name, index) =>
        Array.from({ length: index % 2 }, () => sent({ address: `x@${name}` })).concat(
          sent({ address: `x@${name}` }),
        ),
      ),
    );
    const seen: (string | null)[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list({ group_by: 'domain', limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ domain }) => domain));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(['b.example', 'd.example', 'a.example', 'c.example', 'e.example']);
    await expect(list({ group_by: 'domain', cursor: 'bm9uZQ' })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
    clock.advance(2 * day);
  });

  test('cuts days where they begin for who looks, over the change of clocks too', async () => {
    clock.set(new Date('2026-10-24T21:30:00Z'));
    await record(sent());
    clock.set(new Date('2026-10-24T22:30:00Z'));
    await record(sent(), sent());
    clock.set(new Date('2026-10-25T23:30:00Z'));
    await record(sent());
    const { series } = await analytics.read(
      database.query,
      mailAnalyticsQuerySchema.parse({
        from: '2026-10-23T22:00:00Z',
        to: '2026-10-27T00:00:00Z',
        time_zone: 'Europe/Berlin',
      }),
    );
    expect(series.map(({ start, sent: count }) => [start, count])).toEqual([
      ['2026-10-23T22:00:00.000Z', 1],
      ['2026-10-24T22:00:00.000Z', 2],
      ['2026-10-25T23:00:00.000Z', 1],
      ['2026-10-26T23:00:00.000Z', 0],
    ]);
    const hours = (await read({ interval: 'hour' })).series;
    expect(hours.filter(({ sent: count }) => count > 0)).toHaveLength(1);
    expect(hours.length).toBeGreaterThanOrEqual(25);
    clock.advance(2 * day);
  });

  test('counts what is told twice once, and nothing of what is taken back', async () => {
    const mail = sent();
    const bounced = later(mail, 'bounced', { bounce: 'soft', providerEventId: `twice-${databaseKind}` });
    await record(mail);
    await record(bounced, bounced);
    await record(bounced);
    await expect(
      database.transaction(async (tx) => {
        await mailEvents.record(tx, [later(mail, 'complained')]);
        throw new Error('killed before the commit');
      }),
    ).rejects.toThrow('killed');
    expect((await read()).totals).toMatchObject({ sent: 1, bounced_soft: 1, complained: 0 });
    clock.advance(2 * day);
  });

  test('counts what many writers tell at once', async () => {
    const kinds = ['job_alert', 'digest_daily', 'welcome', 'offer'] as const;
    await Promise.all(
      Array.from({ length: 20 }, (_, writer) => {
        const own = kinds.map((_kind, index) =>
          sent({
            kind: kinds[(writer + index) % 4] ?? 'offer',
            address: `x@${(writer * 7 + index) % 5}.example`,
          }),
        );
        return record(...own);
      }),
    );
    expect((await read()).totals).toMatchObject({ sent: 80 });
    const { items } = await list({ group_by: 'kind' });
    expect(items.map(({ sent: count }) => count)).toEqual([20, 20, 20, 20]);
    clock.advance(2 * day);
  });

  test('counts nothing for an hour that is still to come', async () => {
    await record({ ...sent(), at: new Date(clock.now().getTime() + 90 * day) });
    expect((await read()).totals).toMatchObject({ sent: 1 });
    clock.advance(2 * day);
  });

  test('forgets single mails after 90 days, and counts after 400', async () => {
    await record(sent(), sent());
    const total = async () => {
      const { count } = await database.query
        .selectFrom('mail_events')
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return count;
    };
    const counted = (name: 'mail_counts' | 'mail_domain_counts') =>
      database.query.selectFrom(name).select('hour').execute();
    const before = await total();
    clock.advance(89 * day);
    expect(await mailEvents.prune(database.query)).toBe(false);
    expect(await total()).toBeLessThanOrEqual(before);
    expect(await total()).toBeGreaterThanOrEqual(2);
    clock.advance(2 * day);
    await mailEvents.prune(database.query);
    expect(await total()).toBe(0);
    expect(await counted('mail_counts')).not.toEqual([]);
    clock.advance(310 * day);
    expect(await analytics.prune(database.query)).toBe(false);
    expect(await counted('mail_counts')).toEqual([]);
    expect(await counted('mail_domain_counts')).toEqual([]);
  });
});

test('is for operators alone', () => {
  for (const { access } of Object.values(api.mailAnalytics)) expect(access).toEqual(['operator']);
});

test.each([
  [{ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'must be after from'],
  [{ from: '2025-01-01T00:00:00Z', to: '2026-06-01T00:00:00Z' }, 'at most 400 days'],
  [{ from: '2026-01-01T00:00:00Z', to: '2026-03-01T00:00:00Z', interval: 'hour' }, 'at most 32 days'],
  [{ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z', kind: 'offer', domain: 'a.b' }, 'combined'],
])('refuses a range or a combination that cannot be answered: %o', (query, message) => {
  expect(mailAnalyticsQuerySchema.safeParse(query).error?.message).toContain(message);
});
