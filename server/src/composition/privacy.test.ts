import { profileUpdateSchema } from '@rolecall/contract';
import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DataSubject, PersonalData } from '../features/identity/personal-data/index.ts';
import type { Farewell } from '../features/identity/privacy/index.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import type { Viewer } from '../platform/http/index.ts';
import { createHttpClient } from '../platform/http-client/index.ts';
import { createHealth, createMetrics } from '../platform/observability/index.ts';
import { FakeClock } from '../testing/clock.ts';
import { describeEachDatabase, type TestDatabase } from '../testing/database.ts';
import { testWorkers } from '../testing/workers/index.ts';
import { assembleFeatures, type Features } from './features.ts';
import type { Platform } from './foundation.ts';
import { allSettings } from './settings.ts';

const password = 'correct horse battery';

describeEachDatabase('what is kept of people', (open) => {
  const clock = new FakeClock();
  const logger = pino({ level: 'silent' });
  let database: TestDatabase;
  let platform: Platform;
  let features: Features;
  let parts: readonly PersonalData[];
  const closers: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await open();
    const httpClient = createHttpClient({
      userAgent: 'test',
      timeoutMs: 1_000,
      maxBytes: 1_000,
      privateOrigins: [],
    });
    const bus = createInProcessBus({ logger });
    platform = {
      config: loadConfig(
        allSettings,
        database.url === undefined ? {} : { ROLECALL_ENVIRONMENT: 'test', DATABASE_URL: database.url },
      ),
      version: 'test',
      logger,
      clock,
      metrics: createMetrics(),
      health: createHealth({ clock, onFailure: () => {} }),
      database,
      bus,
      httpClient,
      workers: testWorkers(),
      secret: 'a secret of at least thirty-two characters',
      close: async () => {},
    };
    const assembly = assembleFeatures(platform, { mayBeConnected: () => false });
    features = assembly.parts;
    parts = assembly.gather(({ personalData }) => personalData);
    await features.queue.start();
    closers.push(
      () => features.queue.stop(),
      () => httpClient.close(),
      () => bus.close(),
    );
  });

  afterAll(async () => {
    for (const close of closers) await close();
  });

  beforeEach(() => {
    clock.set('2026-03-02T12:00:00Z');
  });

  interface SomeBody extends Viewer {
    readonly email: string;
    readonly name: string;
  }

  /** Somebody who has just signed in. */
  async function viewerOf({ email }: SomeBody): Promise<Viewer> {
    const { accessToken } = await features.accounts.signIn(email, password);
    const viewer = await features.accounts.authenticate(accessToken.token);
    if (viewer === null) throw new Error('nobody is signed in');
    return viewer;
  }
  const leave = async (person: SomeBody) => features.privacy.requestErasure(await viewerOf(person));

  async function signUp(role: 'job_seeker' | 'recruiter'): Promise<SomeBody> {
    const mark = uuidv7().slice(-12);
    const email = `ada-${mark}@example.org`;
    const name = `Ada${mark} Quux`;
    const { account } = await features.accounts.signUp({
      email,
      password,
      name,
      role,
      time_zone: 'Europe/Berlin',
      locale: 'en',
      ...(role === 'recruiter' ? { company_name: `Acme ${mark}` } : {}),
    });
    await database.query
      .updateTable('users')
      .set({ email_verified: true })
      .where('id', '=', account.id)
      .execute();
    if (account.company !== null) {
      const { id } = account.company;
      await database.transaction((tx) =>
        features.companies.confirm(tx, id, { by: 'operator', domain: null }),
      );
    }
    return { userId: account.id, role, sessionId: null, email, name };
  }

  async function makeOperator(): Promise<SomeBody> {
    const mark = uuidv7().slice(-12);
    const account = { email: `ops-${mark}@example.org`, name: `Ops${mark}`, role: 'operator' } as const;
    const rest = { password, emailVerified: true, timeZone: 'UTC', locale: 'en' } as const;
    const userId = await database.transaction((tx) =>
      features.accounts.createUser(tx, { ...account, ...rest }),
    );
    return { userId, sessionId: null, ...account };
  }

  async function post(recruiter: Viewer): Promise<string> {
    return database.transaction((tx) =>
      features.jobs.post(tx, recruiter, {
        title: 'Backend Engineer',
        description: { html: '<p>We write Go.</p>', text: 'We write Go.' },
        flags: [],
        places: ['Berlin'],
        workplace: null,
        employment_type: null,
        seniority: null,
        department: null,
        skills: ['Go'],
        pay: null,
        deadline_at: null,
      }),
    );
  }

  /** Leaves a trace of a person wherever one can be left. */
  async function live(
    seeker: SomeBody,
    recruiter: SomeBody,
  ): Promise<{ jobId: string; applicationId: string }> {
    const { profiles, matching, marks, resumes, applications, accounts, preferences, events } = features;
    await database.transaction((tx) =>
      profiles.update(
        tx,
        seeker.userId,
        profileUpdateSchema.parse({ wanted_titles: ['Backend Engineer'], minimum_match_score: 1 }),
      ),
    );
    const jobId = await post(recruiter);
    await matching.matchNewJobs();
    await matching.closeWindows(10);
    const marked = await post(recruiter);
    await database.transaction((tx) => marks.mark(tx, seeker, marked, 'saved'));
    const file = await resumes.readFile({
      fileName: 'cv.txt',
      mediaType: 'text/plain',
      content: Buffer.from('Ten years of Go, and a word that tells: pomegranate.'),
    });
    const resume = await database.transaction((tx) => resumes.upload(tx, seeker, file));
    const applicationId = await database.transaction((tx) =>
      applications.apply(tx, seeker, jobId, { note: 'Hello', resume_id: resume.id }),
    );
    await database.transaction((tx) =>
      applications.changeStatus(tx, recruiter, applicationId, { status: 'viewed', note: 'Nice' }),
    );
    await database.transaction((tx) =>
      accounts.apiKeys.create(tx, seeker.userId, { name: 'robot', expiresInDays: undefined }),
    );
    await database.transaction((tx) =>
      preferences.update(tx, seeker, { categories: [{ category: 'jobs', frequency: 'daily' }] }),
    );
    await database.query
      .insertInto('mutes')
      .values({
        user_id: seeker.userId,
        subject: `job:${uuidv7()}`,
        label: 'A job',
        until: null,
        created_at: clock.now(),
      })
      .execute();
    await events.send(
      seeker.userId,
      {
        type: 'notification',
        user_id: seeker.userId,
        kind: 'service_message',
        payload: { title: 'Hi', message: 'there' },
      },
      'a-key',
    );
    await database.query
      .insertInto('operator_looks')
      .values({
        at: clock.now(),
        operator_id: recruiter.userId,
        user_id: seeker.userId,
        notification_id: null,
      })
      .execute();
    await database.query
      .insertInto('mail_events')
      .values({
        id: uuidv7(),
        delivery_id: null,
        user_id: seeker.userId,
        type: 'delivered',
        provider: 'smtp',
        provider_event_id: null,
        kind: 'job_alert',
        locale: 'en',
        template_version: null,
        domain: 'example.org',
        status: null,
        bounce: null,
        is_machine: false,
        url: null,
        detail: null,
        sent_at: clock.now(),
        at: clock.now(),
        recorded_at: clock.now(),
      })
      .execute();
    for (const reason of ['hard_bounce', 'manual'] as const) {
      await database.query
        .insertInto('suppressions')
        .values({
          id: uuidv7(),
          address: seeker.email,
          address_hash: null,
          reason,
          scope: 'all',
          source: 'operator',
          note: `What ${seeker.name} said`,
          status: null,
          created_by: recruiter.userId,
          created_at: clock.now(),
          expires_at: null,
        })
        .execute();
    }
    await database.query
      .insertInto('mailbox_messages')
      .values({
        id: uuidv7(),
        message_id: `<${uuidv7()}@example.org>`,
        sender: 'jobs@rolecall.example',
        recipients: [seeker.email],
        subject: `Hello ${seeker.name}`,
        html: null,
        text: null,
        headers: '[]',
        received_at: clock.now(),
      })
      .execute();
    const nodeId = uuidv7();
    await database.query
      .insertInto('presence_nodes')
      .values({ node_id: nodeId, started_at: clock.now(), seen_at: clock.now() })
      .execute();
    await database.query
      .insertInto('presence_people')
      .values({
        node_id: nodeId,
        user_id: seeker.userId,
        role: 'job_seeker',
        connections: 1,
        since: clock.now(),
      })
      .execute();
    return { jobId, applicationId };
  }

  async function exportOf(userId: string): Promise<Record<string, unknown[]>> {
    let text = '';
    for await (const piece of await features.privacy.export(userId, 'test')) text += piece;
    return JSON.parse(text);
  }

  /** Every column of every table, of the queue too, in which one of the words stands. */
  async function placesOf(words: readonly string[]): Promise<string[]> {
    const { rows: columns } = await sql<{ table: string; column: string }>`
      select format('%I.%I', table_schema, table_name) as table, format('%I', column_name) as column
      from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
        and data_type in ('uuid', 'text', 'json', 'jsonb', 'ARRAY', 'character varying')`.execute(
      database.query,
    );
    expect(columns.length).toBeGreaterThan(100);
    const places: string[] = [];
    for (const { table, column } of columns) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from ${sql.raw(table)}
        where ${sql.raw(column)}::text ilike any(${words.map((word) => `%${word}%`)}::text[])`.execute(
        database.query,
      );
      if ((rows[0]?.count ?? 0) > 0) places.push(`${table}.${column}`);
    }
    return places;
  }

  async function eraseAll(farewell: ((to: Farewell) => Promise<'sent' | 'later' | 'never'>) | null = null) {
    while (await features.privacy.eraseNext(farewell));
  }

  test('is all known: every column that names a person belongs to a part', async () => {
    const { rows } = await sql<{ column: string }>`
      select table_name || '.' || column_name as column from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'user_id'
      union
      select relname || '.' || attname from pg_constraint
      join pg_class on pg_class.oid = conrelid
      join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and confrelid = 'users'::regclass`.execute(database.query);
    const known = new Set(parts.flatMap(({ columns }) => columns));
    // The work list of the erasure itself: its row goes with the last mail.
    known.add('erasures.user_id');
    expect(rows.map(({ column }) => column).filter((column) => !known.has(column))).toEqual([]);
    const names = parts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('can be taken along, without the hashes of secrets', async () => {
    const recruiter = await signUp('recruiter');
    const seeker = await signUp('job_seeker');
    const { applicationId } = await live(seeker, recruiter);
    const exported = await exportOf(seeker.userId);
    expect(Object.keys(exported)).toEqual(['format', 'exported_at', ...parts.map(({ name }) => name)]);
    for (const name of [
      'account',
      'profile',
      'sessions',
      'api_keys',
      'matches',
      'match_windows',
      'saved_and_hidden_jobs',
      'applications',
      'resumes',
      'notifications',
      'inbox',
      'notification_settings',
      'mutes',
      'idempotency_keys',
      'presence',
      'looks_of_operators',
      'mail_events',
      'suppressions',
      'mailbox',
    ]) {
      expect(exported[name], name).not.toEqual([]);
    }
    expect(exported['account']).toMatchObject([{ email: seeker.email, name: seeker.name }]);
    expect(exported['applications']).toMatchObject([
      { id: applicationId, job_title: 'Backend Engineer', history: [{}, { to_status: 'viewed' }] },
    ]);
    expect(exported['notifications']).toContainEqual(
      expect.objectContaining({
        kind: 'job_alert',
        deliveries: [expect.objectContaining({ channel: 'email', log: [] })],
      }),
    );
    const [resume] = exported['resumes'] ?? [];
    expect(resume).toMatchObject({
      content_base64: Buffer.from('Ten years of Go, and a word that tells: pomegranate.').toString('base64'),
    });
    const text = JSON.stringify(exported);
    for (const secret of ['password_hash', 'token_hash', '"hash"', '"token"', recruiter.userId]) {
      expect(text).not.toContain(secret);
    }
    const kinds = await database.query
      .selectFrom('notifications')
      .select(['kind', 'payload'])
      .where('user_id', '=', seeker.userId)
      .where('kind', '=', 'security_alert')
      .execute();
    expect(kinds.map(({ payload }) => payload['event'])).toContain('data_exported');
  });

  test('comes page by page, each once, however much there is', async () => {
    const seeker = await signUp('job_seeker');
    const items = Array.from({ length: 1_050 }, (_, number) => ({
      userId: seeker.userId,
      payload: { title: `Message ${number}`, message: '' },
    }));
    await database.transaction((tx) => features.notifications.notifyMany(tx, 'service_message', items));
    const exported = await exportOf(seeker.userId);
    const ids = (exported['notifications'] ?? []).map((row) => (row as { id: string }).id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(1_050);
    let largest = 0;
    const subject: DataSubject = { userId: seeker.userId, email: seeker.email };
    for (const part of parts) {
      for await (const page of part.pages(database.query, subject)) largest = Math.max(largest, page.length);
    }
    expect(largest).toBeLessThanOrEqual(500);
  });

  describe('goes when its person wants it', () => {
    test('and nothing anywhere names the person any more', async () => {
      const recruiter = await signUp('recruiter');
      const seeker = await signUp('job_seeker');
      await live(seeker, recruiter);
      const words = [seeker.userId, seeker.email, seeker.name];
      expect((await placesOf(words)).length).toBeGreaterThan(20);

      await leave(seeker);
      await eraseAll();
      expect(await placesOf(words)).toEqual([]);
      expect(await placesOf([recruiter.userId])).toContain('public.users.id');
    });

    test('only after a fresh proof of who it is, and at once nobody gets in any more', async () => {
      const seeker = await signUp('job_seeker');
      const { key } = await database.transaction((tx) =>
        features.accounts.apiKeys.create(tx, seeker.userId, { name: 'robot', expiresInDays: undefined }),
      );
      const { refreshToken } = await features.accounts.signIn(seeker.email, password);
      const session = await viewerOf(seeker);
      clock.advance(11 * 60_000);
      await expect(features.privacy.requestErasure(session)).rejects.toMatchObject({
        code: 'reauthentication_required',
      });
      expect(await features.accounts.read(database.query, seeker.userId)).toMatchObject({
        email: seeker.email,
      });

      await leave(seeker);
      await expect(features.accounts.signIn(seeker.email, password)).rejects.toMatchObject({
        code: 'invalid_credentials',
      });
      await expect(features.accounts.refresh(refreshToken)).rejects.toMatchObject({
        code: 'unauthenticated',
      });
      expect(await features.accounts.authenticate(key)).toBeNull();
      await eraseAll();
    });

    test('but never that of the last operator, also when two leave at once', async () => {
      const operators = [await makeOperator(), await makeOperator()];
      const results = await Promise.allSettled(operators.map(leave));
      expect(
        results.map((result) => (result.status === 'rejected' ? result.reason : 'gone')).toSorted(),
      ).toEqual([expect.objectContaining({ code: 'last_operator' }), 'gone']);
      const [left] = operators.filter((_, index) => results[index]?.status === 'rejected');
      if (left === undefined) throw new Error('nobody is left');
      await eraseAll();
      await expect(leave(left)).rejects.toMatchObject({ code: 'last_operator' });
      await makeOperator();
      await leave(left);
      await eraseAll();
      expect(await placesOf([left.userId])).toEqual([]);
    });

    test('with a last mail that needs no account, and is tried again', async () => {
      const seeker = await signUp('job_seeker');
      await leave(seeker);
      const sent: Farewell[] = [];
      let outcome: 'later' | 'sent' = 'later';
      const farewell = async (to: Farewell) => {
        expect(await placesOf([seeker.userId])).toEqual(['public.erasures.user_id']);
        sent.push(to);
        return outcome;
      };
      await eraseAll(farewell);
      outcome = 'sent';
      clock.advance(15 * 60_000);
      await eraseAll(farewell);
      clock.advance(15 * 60_000);
      await eraseAll(farewell);
      expect(sent).toEqual([
        { userId: seeker.userId, email: seeker.email, name: seeker.name, locale: 'en' },
        { userId: seeker.userId, email: seeker.email, name: seeker.name, locale: 'en' },
      ]);
      expect(await placesOf([seeker.userId, seeker.email])).toEqual([]);
    });

    test('though the process dies on the way', async () => {
      const recruiter = await signUp('recruiter');
      const seeker = await signUp('job_seeker');
      await live(seeker, recruiter);
      await leave(seeker);
      // The queue is away, so the account cannot go, after much of the rest has gone.
      const { forget } = features.queue;
      Object.assign(features.queue, { forget: () => Promise.reject(new Error('killed')) });
      await expect(features.privacy.eraseNext(null)).rejects.toThrow('killed');
      Object.assign(features.queue, { forget });
      expect(await features.privacy.eraseNext(null)).toBe(false);
      clock.advance(11 * 60_000);
      await eraseAll();
      expect(await placesOf([seeker.userId, seeker.email, seeker.name])).toEqual([]);
    });

    test('and a recruiter leaves the company, its jobs and its decisions behind', async () => {
      const recruiter = await signUp('recruiter');
      const colleague = await signUp('recruiter');
      const seeker = await signUp('job_seeker');
      const { jobId, applicationId } = await live(seeker, recruiter);
      const company = await features.companies.companyOf(database.query, recruiter.userId);
      await sql`
        update company_members set company_id = ${company?.id} where user_id = ${colleague.userId}`.execute(
        database.query,
      );
      await leave(recruiter);
      await eraseAll();
      expect(await placesOf([recruiter.userId, recruiter.email])).toEqual([]);
      const jobs = await features.jobs.readJobs(database.query, [jobId]);
      expect(jobs).toMatchObject([{ status: 'open', posted_by: null }]);
      expect((await features.applications.read(database.query, seeker, applicationId)).status).toBe('viewed');

      await leave(colleague);
      await eraseAll();
      expect(await features.jobs.readJobs(database.query, [jobId])).toMatchObject([{ status: 'closed' }]);
    });
  });
});
