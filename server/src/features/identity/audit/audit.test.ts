import { api } from '@rolecall/contract';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { emptyAuditLog } from '../../../testing/audit.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeBothDatabases } from '../../../testing/database.ts';
import { callRoute } from '../../../testing/messaging/routes.ts';
import { createPerson } from '../../../testing/notifications.ts';
import { networkOf } from './actor.ts';
import { auditRoutes } from './audit.routes.ts';
import { actorOf, commandLine, createAudit, system } from './index.ts';
import { auditData } from './personal-data.ts';

describe('of an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['unknown', null],
    ['', null],
  ])('%s the log keeps %s', (address, expected) => {
    expect(networkOf(address)).toBe(expected);
  });
});

describeBothDatabases('the audit log', (open) => {
  let database: Database;
  let operator: Viewer;
  let seeker: string;
  const clock = new FakeClock();
  const audit = createAudit({ clock });
  const data = auditData('a secret of at least thirty-two characters');
  const context = { clientAddress: '203.0.113.77' };

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await emptyAuditLog(database);
    operator = {
      userId: await createPerson(database, { role: 'operator' }),
      role: 'operator',
      sessionId: 's',
    };
    seeker = await createPerson(database);
    clock.set('2026-03-02T12:00:00Z');
  });

  const routes = () => auditRoutes({ database, clock, audit });
  const list = (query: Record<string, string> = {}) =>
    callRoute(api.audit.list, { viewer: operator, query }, routes());
  async function exported(query: Record<string, string>): Promise<string> {
    const { content } = await callRoute(api.audit.export, { viewer: operator, query }, routes());
    if (content instanceof Uint8Array) throw new Error('the export does not stream');
    let text = '';
    for await (const piece of content) text += piece;
    return text;
  }

  const eraseSome = (userId: string) =>
    database.transaction((tx) => data.eraseSome(tx, { userId, email: '' }, clock.now()));

  function release(subjectId: string, reason?: string) {
    return database.transaction((tx) =>
      audit.record(tx, {
        actor: actorOf(operator, context),
        action: 'address_released',
        subjectId,
        before: { reason: 'manual', scope: 'all' },
        after: { pin_days: 7 },
        reason,
      }),
    );
  }

  test('tells who did what, from where, and what it was before', async () => {
    await release('one', 'They asked');
    expect((await list()).items).toEqual([
      {
        id: expect.any(String),
        at: '2026-03-02T12:00:00.000Z',
        actor: {
          type: 'person',
          user_id: operator.userId,
          name: expect.stringMatching(/./),
          network: '203.0.113.0/24',
        },
        action: 'address_released',
        subject: { type: 'suppression', id: 'one', name: null },
        before: { reason: 'manual', scope: 'all' },
        after: { pin_days: 7 },
        reason: 'They asked',
      },
    ]);
  });

  test('knows programs, the command line and the system', async () => {
    const actors = [actorOf({ ...operator, sessionId: null }, context), commandLine, system];
    for (const actor of actors) {
      await database.transaction((tx) =>
        audit.record(tx, { actor, action: 'suppressions_imported', subjectId: 'suppressions' }),
      );
      clock.advance(1_000);
    }
    expect((await list()).items.map(({ actor }) => [actor.type, actor.user_id])).toEqual([
      ['system', null],
      ['command_line', null],
      ['api_key', operator.userId],
    ]);
  });

  test('is written with the change or not at all', async () => {
    const failing = database.transaction(async (tx) => {
      await audit.record(tx, { actor: system, action: 'suppressions_imported', subjectId: 'x' });
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect((await list()).items).toEqual([]);
  });

  test('takes no value that its action does not declare', async () => {
    const after: Record<string, string> = { password: 'secret' };
    const recording = database.transaction((tx) =>
      audit.record(tx, { actor: system, action: 'suppressions_imported', subjectId: 'x', after }),
    );
    await expect(recording).rejects.toThrow('does not take the field password');
  });

  test('comes page by page, and by what is asked for', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      await release(id);
      clock.advance(60_000);
    }
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.next_cursor ?? '' });
    const ids = (page: typeof first) => page.items.map(({ subject }) => subject.id);
    expect([ids(first), ids(second)]).toEqual([
      ['e', 'd'],
      ['c', 'b'],
    ]);
    await expect(list({ subject_id: 'a', cursor: first.next_cursor ?? '' })).rejects.toMatchObject({
      code: 'invalid_cursor',
    });
    expect(ids(await list({ subject_type: 'suppression', subject_id: 'c' }))).toEqual(['c']);
    expect(ids(await list({ from: '2026-03-02T12:01:00Z', to: '2026-03-02T12:03:00Z' }))).toEqual(['c', 'b']);
    expect(ids(await list({ actor_id: operator.userId, action: 'address_released' }))).toHaveLength(5);
    for (const query of [{ actor_id: uuidv7() }, { action: 'constructor' }, { subject_type: 'job' }])
      expect(ids(await list(query))).toEqual([]);
  });

  test('is exported as CSV and as NDJSON', async () => {
    await release('=cmd()', 'They, "asked"');
    await release('other');
    clock.advance(1_000);
    const csv = await exported({ subject_id: '=cmd()' });
    const [header, line, end] = csv.split('\r\n');
    expect(header).toBe(
      '\ufeffid,at,actor_type,actor_id,actor_name,actor_network,action,subject_type,subject_id,before,after,reason',
    );
    expect(line).toContain(`203.0.113.0/24,address_released,suppression,'=cmd(),`);
    expect(line).toContain('"They, ""asked"""');
    expect(end).toBe('');
    const lines = (await exported({ format: 'ndjson' })).trim().split('\n');
    expect(lines.map((text) => JSON.parse(text))).toEqual((await list()).items);
  });

  test('exports more than one read, each entry once', async () => {
    await database.query
      .insertInto('audit_log')
      .values(
        Array.from({ length: 1_001 }, (_, number) => ({
          id: uuidv7(),
          at: clock.now(),
          actor_type: 'system' as const,
          actor_id: null,
          actor_network: null,
          action: 'suppressions_imported',
          subject_type: 'instance' as const,
          subject_id: String(number),
          before: null,
          after: null,
          reason: null,
        })),
      )
      .execute();
    const lines = (await exported({ format: 'ndjson', to: '2026-03-03T00:00:00Z' })).trim().split('\n');
    expect(new Set(lines.map((line) => JSON.parse(line).subject.id)).size).toBe(1_001);
  });

  test('can be neither changed, shortened nor emptied', async () => {
    await release('one');
    const refused = [
      sql`update audit_log set subject_id = 'two'`,
      sql`update audit_log set actor_id = ${seeker}::uuid`,
      sql`delete from audit_log`,
      sql`truncate audit_log`,
      sql`truncate users, audit_log cascade`,
    ];
    for (const statement of refused)
      await expect(statement.execute(database.query)).rejects.toThrow('the audit log is append-only');
    const claimed = database.transaction(async (tx) => {
      await sql`select set_config('rolecall.erases_from_audit_log', 'yes', true)`.execute(tx);
      await sql`update audit_log set action = 'address_suppressed'`.execute(tx);
    });
    await expect(claimed).rejects.toThrow('the audit log is append-only');
    expect((await list()).items).toMatchObject([{ action: 'address_released', subject: { id: 'one' } }]);
  });

  test('keeps what an erased person did, under a pseudonym', async () => {
    await release('one', 'They asked');
    await release('two');
    const erase = () => eraseSome(operator.userId);
    expect(await erase()).toBe(false);
    expect(await erase()).toBe(false);
    const { items } = await list();
    expect(items.map(({ action, subject }) => [action, subject.id])).toEqual([
      ['address_released', 'two'],
      ['address_released', 'one'],
    ]);
    const [{ actor } = { actor: null }, other] = items;
    expect(actor).toEqual({ type: 'person', user_id: expect.any(String), name: null, network: null });
    expect(actor?.user_id).not.toBe(operator.userId);
    expect(other?.actor).toEqual(actor);
    await expect(sql`delete from audit_log`.execute(database.query)).rejects.toThrow('append-only');
  });

  test('gives a person what is told of them, without who else is', async () => {
    await database.query
      .insertInto('audit_log')
      .values({
        id: uuidv7(),
        at: clock.now(),
        actor_type: 'person',
        actor_id: operator.userId,
        actor_network: '203.0.113.0/24',
        action: 'person_disabled',
        subject_type: 'person',
        subject_id: seeker,
        before: null,
        after: null,
        reason: 'Mara Quux sent spam',
      })
      .execute();
    const pages: unknown[] = [];
    for await (const page of data.pages(database.query, { userId: seeker, email: '' })) pages.push(...page);
    expect(pages).toMatchObject([{ action: 'person_disabled', by: 'others' }]);
    expect(JSON.stringify(pages)).not.toContain(operator.userId);

    await eraseSome(seeker);
    const [entry] = (await list()).items;
    expect(entry).toMatchObject({
      action: 'person_disabled',
      reason: null,
      actor: { user_id: operator.userId },
    });
    expect(entry?.subject.id).not.toBe(seeker);
  });
});
