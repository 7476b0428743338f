import type { PreferencesUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { scriptedSender } from '../../../testing/messaging/scripted-sender.ts';

describeEachDatabase('a cap of a day in the inbox', (open) => {
  const clock = new FakeClock();
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock.set('2026-08-12T10:00:00Z');
    await sql`truncate users, notifications, deliveries cascade`.execute(database.query);
  });

  async function start(settings: PreferencesUpdate = { caps: { per_day: 2 } }) {
    const { given, sender } = scriptedSender(() => ({ result: 'sent' }));
    const messaging = createTestMessaging({ database, clock, carrier: sender });
    const userId = await createPerson(database);
    await database.transaction((tx) =>
      messaging.preferences.update(tx, { userId, role: 'job_seeker' }, settings),
    );
    const tell = (
      scores: readonly number[],
      keyOf: (score: number) => string | undefined = () => undefined,
    ) =>
      database.transaction((tx) =>
        messaging.notifications.notifyMany(
          tx,
          'job_alert',
          scores.map((score) => ({ userId, dedupeKey: keyOf(score), payload: jobAlert({ score }) })),
        ),
      );
    const mailed = () => given.map(({ payload }) => Number(payload['score'])).toSorted((a, b) => b - a);
    return { ...messaging, userId, tell, mailed };
  }

  /** Scores in the inbox, scores that are kept out with their reason, and what else is in the inbox. */
  async function stored() {
    const rows = await database.query
      .selectFrom('notifications')
      .select(['kind', 'payload', 'seq', 'withheld'])
      .orderBy('created_at')
      .orderBy('seq')
      .execute();
    const scores = (of: typeof rows) =>
      of
        .flatMap(({ payload: { score } }) => (typeof score === 'number' ? [score] : []))
        .toSorted((a, b) => b - a);
    return {
      inbox: scores(rows.filter(({ seq }) => seq !== null)),
      keptOut: scores(rows.filter(({ withheld }) => withheld === 'inbox_over_cap')),
      summed: rows.flatMap(({ kind, payload }) => (kind === 'inbox_overflow' ? [payload['count']] : [])),
    };
  }

  test('leaves the best of ten in inbox and mail alike, and the rest to the digest', async () => {
    const { tell, worker, mailed } = await start();
    await tell([60, 95, 70, 80, 99, 65, 90, 62, 63, 64]);
    await worker.runDue();
    expect(await stored()).toEqual({
      inbox: [99, 95],
      keptOut: [90, 80, 70, 65, 64, 63, 62, 60],
      summed: [],
    });
    expect(mailed()).toEqual([99, 95]);
    const folded = await database.query
      .selectFrom('deliveries')
      .select('reason')
      .where('status', '=', 'folded')
      .execute();
    expect(folded.map(({ reason }) => reason)).toEqual(Array.from({ length: 8 }, () => 'over_cap'));
  });

  test('counts a message once, whichever ways it takes, and over all that comes in a day', async () => {
    const { tell, worker, mailed } = await start();
    await tell([60]);
    await worker.runDue();
    await tell([70]);
    await worker.runDue();
    await tell([99]);
    await worker.runDue();
    expect(await stored()).toMatchObject({ inbox: [70, 60], keptOut: [99] });
    expect(mailed()).toEqual([70, 60]);
    clock.set('2026-08-13T00:00:00Z');
    await tell([80]);
    await worker.runDue();
    expect(await stored()).toMatchObject({ inbox: [80, 70, 60] });
    expect(mailed()).toEqual([80, 70, 60]);
  });

  test('holds for what is told by two transactions at once, and is not used up by what was told before', async () => {
    const { tell } = await start();
    await Promise.all([tell([70, 71]), tell([80, 81]), tell([90, 91])]);
    const { inbox, keptOut } = await stored();
    expect([inbox.length, keptOut.length]).toEqual([2, 4]);
    clock.set('2026-08-13T10:00:00Z');
    const keyed = (score: number) => `job ${score}`;
    await tell([50, 51, 52], keyed);
    await tell([50, 51, 52], keyed);
    expect((await stored()).inbox).toHaveLength(4);
  });

  test('holds back nothing that cannot wait, which takes its place', async () => {
    const { tell, notifications, userId } = await start();
    await database.transaction((tx) =>
      notifications.notify(tx, { kind: 'welcome', userId, payload: { name: 'Ada', role: 'job_seeker' } }),
    );
    await tell([90, 80]);
    expect(await stored()).toMatchObject({ inbox: [90], keptOut: [80] });
    await database.transaction((tx) =>
      notifications.notify(tx, { kind: 'welcome', userId, payload: { name: 'Ada', role: 'job_seeker' } }),
    );
    const { rows } = await sql<{ head: number; unread: number }>`select head, unread from inboxes`.execute(
      database.query,
    );
    expect(rows).toEqual([{ head: 3, unread: 3 }]);
  });

  test('sums up in one entry, at the time for digests and once, how much was kept out', async () => {
    const { tell, digests } = await start();
    await tell([60, 95, 70, 80]);
    clock.set('2026-08-12T20:00:00Z');
    await tell([61]);
    expect(await digests.tellOverflows()).toBe(0);
    clock.set('2026-08-13T09:00:00Z');
    const counts = await Promise.all([digests.tellOverflows(), digests.tellOverflows()]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await stored()).toMatchObject({ inbox: [95, 80], keptOut: [70, 61, 60], summed: [3] });
    // Of the next day there is another one, which counts what is new.
    await tell([50, 51, 52]);
    clock.set('2026-08-14T09:00:00Z');
    await digests.tellOverflows();
    expect((await stored()).summed).toEqual([3, 2]);
  });

  test('is nothing for who has none, or only one of mails', async () => {
    const { tell } = await start({ caps: { channels: { email: 1 } } });
    await tell([60, 95, 70]);
    expect(await stored()).toEqual({ inbox: [95, 70, 60], keptOut: [], summed: [] });
  });
});
