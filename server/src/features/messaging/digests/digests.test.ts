import {
  type DigestPayload,
  digestPayloadSchema,
  type KindPayload,
  type PreferencesUpdate,
} from '@rolecall/contract';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging, type TestMessagingOptions } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPeople, createPerson } from '../../../testing/messaging/people.ts';
import { scriptedSender } from '../../../testing/messaging/scripted-sender.ts';
import type { IrrelevanceReason } from '../routing/index.ts';
import type { JobStanding } from './facts.ts';

describeEachDatabase('digests', (open) => {
  let database: Database;
  let clock: FakeClock;
  /** Reasons by the titles of jobs. */
  const closed = new Map<string, IrrelevanceReason>();

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock = new FakeClock('2026-09-01T06:00:00Z');
    await sql`truncate users, notifications, deliveries, digests cascade`.execute(database.query);
  });
  afterEach(() => closed.clear());

  function start(options: Partial<TestMessagingOptions> = {}) {
    const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
    const messaging = createTestMessaging({
      database,
      clock,
      carrier: sender,
      relevance: [
        {
          kind: 'job_alert',
          check: async (_tx, questions) =>
            new Map(
              questions.flatMap(({ notificationId, payload }) => {
                const reason = closed.get(titleOf(payload));
                return reason === undefined ? [] : [[notificationId, reason] as const];
              }),
            ),
        },
      ],
      ...options,
    });
    const mails = () =>
      given.map(({ kind, payload, recipient }) => ({ kind, payload, userId: recipient.user_id }));
    return { mails, ...messaging };
  }
  type Messaging = ReturnType<typeof start>;

  const titleOf = (payload: unknown) => String(Object(payload).job_title);
  const alert = async (
    messaging: Pick<Messaging, 'notifications'>,
    userId: string,
    job_title: string,
    overrides: Partial<KindPayload<'job_alert'>> = {},
  ) => {
    const payload = jobAlert({ job_title, company_name: `${job_title} Ltd`, ...overrides });
    const id = await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload }),
    );
    return id ?? '';
  };
  const decide = (messaging: Messaging, userId: string, update: PreferencesUpdate) =>
    database.transaction((tx) => messaging.preferences.update(tx, { userId, role: 'job_seeker' }, update));
  const daily = (messaging: Messaging, userId: string) =>
    decide(messaging, userId, { categories: [{ category: 'jobs', frequency: 'daily' }] });
  const close = ({ digests }: Pick<Messaging, 'digests'>) => digests.closeDue(1_000);
  const windows = () =>
    database.query
      .selectFrom('digests')
      .select(['status', 'closes_at', 'finished_at', 'notification_id', 'frequency'])
      .orderBy('closes_at')
      .orderBy('id')
      .execute();
  /** Status and reason of the deliveries of job alerts, in the order in which they were written. */
  const outcomes = async () => {
    const rows = await database.query
      .selectFrom('deliveries')
      .innerJoin('notifications', 'notifications.id', 'deliveries.notification_id')
      .select(['deliveries.status', 'deliveries.reason', 'deliveries.finished_at'])
      .where('notifications.category', '<>', 'digests')
      .orderBy('notifications.id')
      .execute();
    return rows.map(
      ({ status, reason, finished_at }) => `${status}: ${reason}${finished_at === null ? ' …' : ''}`,
    );
  };
  const digestOf = (payload: unknown): DigestPayload => digestPayloadSchema.parse(payload);
  const titles = (payload: unknown) => digestOf(payload).entries.map((entry) => titleOf(entry.payload));

  test('a person gets one mail with what was collected, and everything knows what became of it', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    await alert(messaging, userId, 'Pilot', { score: 70 });
    await alert(messaging, userId, 'Captain', { score: 90 });
    expect(await close(messaging)).toMatchObject({ sent: 0, empty: 0 });

    clock.set('2026-09-01T09:00:00Z');
    expect(await close(messaging)).toEqual({ sent: 1, empty: 0, postponed: 0, more: false });
    expect(await close(messaging)).toMatchObject({ sent: 0 });
    await messaging.worker.runDue();
    expect(messaging.mails()).toMatchObject([{ kind: 'digest_daily', userId }]);
    expect(titles(messaging.mails()[0]?.payload)).toEqual(['Captain', 'Pilot']);
    expect(digestOf(messaging.mails()[0]?.payload)).toMatchObject({
      from: '2026-08-31T09:00:00.000Z',
      until: '2026-09-01T09:00:00.000Z',
      more: 0,
    });
    expect(await outcomes()).toEqual(['folded: in_digest', 'folded: in_digest']);
    expect(await windows()).toMatchObject([{ status: 'sent', finished_at: clock.now() }]);
    const story = await database.query.selectFrom('delivery_log').select(['event', 'reason']).execute();
    expect(story.map(({ event, reason }) => `${event}: ${reason}`).toSorted()).toEqual([
      'attempt: sent',
      'decision: in_digest',
      'decision: in_digest',
    ]);
  });

  test('what comes late joins the next window', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    await alert(messaging, userId, 'Pilot');
    clock.set('2026-09-01T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    await alert(messaging, userId, 'Captain');
    clock.set('2026-09-02T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    expect(messaging.mails().map(({ payload }) => titles(payload))).toEqual([['Pilot'], ['Captain']]);
    expect(digestOf(messaging.mails()[1]?.payload).from).toBe('2026-09-01T09:00:00.000Z');
  });

  test('what was read, archived, muted, closed, outgrown or is over leaves it, and says why', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    const read = await alert(messaging, userId, 'Read');
    const archived = await alert(messaging, userId, 'Archived');
    const company_id = '0198f7a0-0000-7000-8000-000000000001';
    await alert(messaging, userId, 'Muted', { company_id });
    await alert(messaging, userId, 'Closed');
    await alert(messaging, userId, 'Poor', { score: 20 });
    const expired = await alert(messaging, userId, 'Expired');
    await alert(messaging, userId, 'Pilot');

    await database.transaction((tx) => messaging.inbox.mark(tx, userId, read, true));
    await database.query
      .updateTable('notifications')
      .set({ archived_at: clock.now() })
      .where('id', '=', archived)
      .execute();
    await database.query
      .updateTable('notifications')
      .set({ expires_at: new Date('2026-09-01T08:00:00Z') })
      .where('id', '=', expired)
      .execute();
    await database.query
      .insertInto('mutes')
      .values({
        user_id: userId,
        subject: `company:${company_id}`,
        label: '',
        until: null,
        created_at: clock.now(),
      })
      .execute();
    closed.set('Closed', 'job_closed');
    await sql`insert into profiles (user_id, minimum_match_score, updated_at) values (${userId}, 50, ${clock.now()})`.execute(
      database.query,
    );

    clock.set('2026-09-01T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    expect(messaging.mails().map(({ payload }) => titles(payload))).toEqual([['Pilot']]);
    expect(await outcomes()).toEqual([
      'skipped: already_read',
      'skipped: removed_from_inbox',
      'skipped: muted',
      'skipped: job_closed',
      'skipped: below_minimum',
      'skipped: expired',
      'folded: in_digest',
    ]);
  });

  test('one that has nothing left is not sent', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    await alert(messaging, userId, 'Pilot');
    closed.set('Pilot', 'job_closed');
    clock.set('2026-09-01T09:00:00Z');
    expect(await close(messaging)).toMatchObject({ sent: 0, empty: 1 });
    expect(await windows()).toMatchObject([{ status: 'empty', notification_id: null }]);
    expect(await outcomes()).toEqual(['skipped: job_closed']);
    await messaging.worker.runDue();
    expect(messaging.mails()).toEqual([]);
  });

  test.each<[string, PreferencesUpdate]>([
    ['the category by this channel', { categories: [{ category: 'jobs', channels: { email: false } }] }],
    ['the category by any', { categories: [{ category: 'jobs', frequency: 'off' }] }],
    ['digests', { categories: [{ category: 'digests', channels: { email: false } }] }],
  ])('who has switched off %s meanwhile gets none', async (_what, update) => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    await alert(messaging, userId, 'Pilot');
    await decide(messaging, userId, update);
    clock.set('2026-09-01T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    expect(messaging.mails()).toEqual([]);
    expect(await outcomes()).toEqual(['skipped: preference_off']);
  });

  test('quiet hours hold it, and it goes on collecting until they end', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await decide(messaging, userId, {
      categories: [{ category: 'jobs', frequency: 'hourly' }],
      quiet_hours: { days: ['tuesday'], from: '05:00', to: '10:30' },
    });
    await alert(messaging, userId, 'Pilot');
    clock.set('2026-09-01T07:00:00Z');
    expect(await close(messaging)).toMatchObject({ sent: 0, postponed: 1 });
    await alert(messaging, userId, 'Captain');
    for (const hour of ['08', '09', '10']) {
      clock.set(`2026-09-01T${hour}:00:00Z`);
      expect(await close(messaging)).toMatchObject({ sent: 0, postponed: 0 });
      await messaging.worker.runDue();
    }
    expect(messaging.mails()).toEqual([]);

    clock.set('2026-09-01T10:30:00Z');
    expect(await close(messaging)).toMatchObject({ sent: 1 });
    await messaging.worker.runDue();
    expect(messaging.mails()).toHaveLength(1);
    expect(titles(messaging.mails()[0]?.payload).toSorted()).toEqual(['Captain', 'Pilot']);
    const held = await database.query
      .selectFrom('delivery_log')
      .select(['due_at'])
      .where('reason', '=', 'quiet_hours')
      .execute();
    expect(held).toEqual([{ due_at: new Date('2026-09-01T10:30:00Z') }]);
  });

  test('what is over the cap of a day is in the daily digest, which is no part of the cap', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await decide(messaging, userId, { caps: { per_day: 1, channels: {} } });
    clock.set('2026-09-01T09:30:00Z');
    for (const [title, score] of [
      ['Best', 90],
      ['Good', 80],
      ['Fair', 60],
    ] as const)
      await alert(messaging, userId, title, { score });
    await messaging.worker.runDue();
    expect(messaging.mails().map(({ kind }) => kind)).toEqual(['job_alert']);
    expect(await outcomes()).toEqual(['sent: sent', 'folded: over_cap …', 'folded: over_cap …']);

    clock.set('2026-09-02T08:00:00Z');
    await alert(messaging, userId, 'Next');
    await messaging.worker.runDue();
    clock.set('2026-09-02T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    expect(messaging.mails().map(({ kind }) => kind)).toEqual(['job_alert', 'job_alert', 'digest_daily']);
    expect(titles(messaging.mails()[2]?.payload)).toEqual(['Good', 'Fair']);
  });

  test('looks again when it is sent: what is useless by then leaves, and what was counted moves up', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    const ids: string[] = [];
    for (let number = 0; number < 12; number += 1)
      ids.push(await alert(messaging, userId, `Job ${number}`, { score: 99 - number }));
    clock.set('2026-09-01T09:00:00Z');
    await close(messaging);
    // An outage of two hours.
    clock.set('2026-09-01T11:00:00Z');
    closed.set('Job 3', 'job_closed');
    await database.transaction((tx) => messaging.inbox.mark(tx, userId, ids[0] ?? '', true));
    await messaging.worker.runDue();

    const [mail] = messaging.mails();
    expect(titles(mail?.payload)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => `Job ${number}`));
    expect(digestOf(mail?.payload).more).toBe(0);
    const all = await outcomes();
    expect([all[0], all[3]]).toEqual(['skipped: already_read', 'skipped: job_closed']);
    expect(all.filter((outcome) => outcome === 'folded: in_digest')).toHaveLength(10);
    const stored = await database.query
      .selectFrom('notifications')
      .select('payload')
      .where('kind', '=', 'digest_daily')
      .executeTakeFirst();
    expect(stored?.payload).toEqual(mail?.payload);
  });

  test('is not sent when nothing of it is left by then', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    await alert(messaging, userId, 'Pilot');
    clock.set('2026-09-01T09:00:00Z');
    await close(messaging);
    closed.set('Pilot', 'job_closed');
    await messaging.worker.runDue();
    expect(messaging.mails()).toEqual([]);
    expect(await outcomes()).toEqual(['skipped: job_closed']);
    const digest = await database.query
      .selectFrom('deliveries')
      .innerJoin('notifications', 'notifications.id', 'deliveries.notification_id')
      .select(['deliveries.status', 'deliveries.reason'])
      .where('notifications.kind', '=', 'digest_daily')
      .execute();
    expect(digest).toEqual([{ status: 'skipped', reason: 'digest_empty' }]);
  });

  test('a process that dies at any statement of it leaves all or nothing, and it is sent once', async () => {
    const messaging = start();
    const userId = await createPerson(database);
    await daily(messaging, userId);
    await alert(messaging, userId, 'Pilot');
    await alert(messaging, userId, 'Closed');
    closed.set('Closed', 'job_closed');
    clock.set('2026-09-01T09:00:00Z');

    let deaths = 0;
    for (let survived = false; !survived; deaths += survived ? 0 : 1) {
      const doomed = start({ database: dyingAfter(database, deaths) });
      survived = (await close(doomed)).sent === 1;
      if (survived) break;
      expect(await outcomes()).toEqual(['folded: digest_daily …', 'folded: digest_daily …']);
      expect(await windows()).toMatchObject([{ status: 'open' }]);
    }
    expect(deaths).toBeGreaterThan(10);
    expect(await close(messaging)).toMatchObject({ sent: 0 });
    await messaging.worker.runDue();
    expect(messaging.mails().map(({ payload }) => titles(payload))).toEqual([['Pilot']]);
  });

  test('several processes at once close each window once', async () => {
    const [first, second] = [start(), start()];
    const people = await createPeople(database, 30);
    for (const userId of people) {
      await daily(first, userId);
      await alert(first, userId, 'Pilot');
    }
    clock.set('2026-09-01T09:00:00Z');
    const done = await Promise.all([close(first), close(second), close(first)]);
    expect(done.reduce((sum, { sent }) => sum + sent, 0)).toBe(30);
    await first.worker.runDue();
    expect(
      first
        .mails()
        .map(({ userId }) => userId)
        .toSorted(),
    ).toEqual(people.toSorted());
  });

  test('one that cannot be closed does not hold up the others', async () => {
    const messaging = start({
      facts: {
        activity: async (_tx, periods) => {
          if (periods.some(({ userId }) => userId === broken)) throw new Error('a defect');
          return periods.map(() => ({
            new_jobs: 0,
            new_matches: 0,
            applications: 0,
            application_changes: 0,
          }));
        },
      },
    });
    const people = await createPeople(database, 5);
    const [broken = ''] = people;
    for (const userId of people) {
      await daily(messaging, userId);
      await alert(messaging, userId, 'Pilot');
    }
    clock.set('2026-09-01T09:00:00Z');
    expect(await close(messaging)).toMatchObject({ sent: 4, more: false });
    expect((await windows()).map(({ status }) => status).toSorted()).toEqual([
      'open',
      'sent',
      'sent',
      'sent',
      'sent',
    ]);
  });

  test('tells what has become of the jobs of the last one', async () => {
    const standings = new Map<string, JobStanding>();
    const messaging = start({
      facts: {
        standings: async (_tx, questions) => questions.map(({ jobId }) => standings.get(jobId) ?? null),
      },
    });
    const userId = await createPerson(database);
    await daily(messaging, userId);
    const jobs = ['Gone', 'Soon', 'Better', 'Same'].map((title) => ({ title, ...jobAlert({ score: 70 }) }));
    for (const { title, job_id } of jobs) await alert(messaging, userId, title, { job_id, score: 70 });
    clock.set('2026-09-01T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    const at = (index: number) => jobs[index]?.job_id ?? '';
    standings.set(at(0), { state: 'closed', deadlineAt: null, score: 70 });
    standings.set(at(1), { state: 'open', deadlineAt: new Date('2026-09-04T00:00:00Z'), score: 70 });
    standings.set(at(2), { state: 'open', deadlineAt: null, score: 85 });
    standings.set(at(3), { state: 'open', deadlineAt: new Date('2026-10-01T00:00:00Z'), score: 72 });
    await alert(messaging, userId, 'New');
    clock.set('2026-09-02T09:00:00Z');
    await close(messaging);
    await messaging.worker.runDue();
    expect(digestOf(messaging.mails()[1]?.payload).changes).toMatchObject([
      { change: 'job_closed', job_title: 'Gone' },
      { change: 'deadline_near', job_title: 'Soon', deadline_at: '2026-09-04T00:00:00.000Z' },
      { change: 'score_changed', job_title: 'Better', score: 85, previous_score: 70 },
    ]);
  });
});

/** A database whose transactions end with an error at this statement, counted from 0, as if the process died there. */
function dyingAfter(database: Database, statements: number): Database {
  let left = statements;
  return {
    ...database,
    transaction: (work) =>
      database.transaction((tx) =>
        work(
          tx.withPlugin({
            transformQuery({ node }) {
              if (left === 0) throw new Error('killed');
              left -= 1;
              return node;
            },
            transformResult: async ({ result }) => result,
          }),
        ),
      ),
  };
}
