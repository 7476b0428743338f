import { type InboxChangeName, type InboxState, inboxChangeNames, inboxStates } from '@rolecall/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../../../platform/db/index.ts';
import { FakeClock } from '../../../../testing/clock.ts';
import { describeEachDatabase } from '../../../../testing/database.ts';
import { createTestMessaging } from '../../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createPeople } from '../../../../testing/messaging/people.ts';
import { createUpkeep } from '../index.ts';

type Step =
  | { readonly do: 'notify'; readonly count: number }
  | { readonly do: 'change'; readonly name: InboxChangeName; readonly picks: readonly number[] }
  | { readonly do: 'change all'; readonly name: InboxChangeName; readonly state: InboxState }
  | { readonly do: 'undo' }
  | { readonly do: 'read all' | 'read by seq'; readonly seq: number }
  | { readonly do: 'wake' | 'empty' | 'prune' };

const name = fc.constantFrom(...inboxChangeNames);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('notify' as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      name,
      picks: fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change all' as const),
      name,
      state: fc.constantFrom(...inboxStates),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'undo' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('read all' as const, 'read by seq' as const),
      seq: fc.nat(12),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('wake' as const, 'empty' as const, 'prune' as const) }),
  },
);

/** Time passes, and then two people do something, several things at the same time. */
const rounds = fc.array(
  fc.record({
    minutes: fc.constantFrom(0, 0, 1, 9, 61, 200 * 24 * 60),
    actions: fc.array(fc.record({ person: fc.nat(1), step }), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 3, maxLength: 20 },
);

describeEachDatabase('the numbers of an inbox', (open, kind) => {
  test('are those of its rows after whatever happens at the same time', async () => {
    const database = await open();
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        const clock = new FakeClock('2027-01-01T00:00:00Z');
        const { inbox, notifications, livePush } = createTestMessaging({
          database,
          clock,
          carrier: { smtpUrl: 'smtp://127.0.0.1:9' },
        });
        const upkeep = createUpkeep({ database, clock, livePush });
        const people = await createPeople(database, 2);
        const undoable: (() => Promise<unknown>)[] = [];

        const idsOf = async (userId: string) =>
          (
            await database.query
              .selectFrom('notifications')
              .select('id')
              .where('user_id', '=', userId)
              .orderBy('id')
              .execute()
          ).map(({ id }) => id);

        async function change(userId: string, body: Parameters<typeof inbox.change>[2]) {
          const until = new Date(clock.now().getTime() + 3_600_000).toISOString();
          const given = body.change === 'snooze' ? { ...body, until } : body;
          const { changed } = await database.transaction((tx) => inbox.change(tx, userId, given));
          if (changed.length > 0) {
            undoable.push(() => database.transaction((tx) => inbox.restore(tx, userId, changed)));
          }
        }

        async function run(userId: string, current: Step): Promise<void> {
          switch (current.do) {
            case 'notify': {
              const items = Array.from({ length: current.count }, () => ({ userId, payload: jobAlert() }));
              await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', items));
              break;
            }
            case 'change': {
              const known = await idsOf(userId);
              const ids = current.picks.flatMap((pick) => known[pick] ?? []);
              if (ids.length > 0) await change(userId, { change: current.name, ids });
              break;
            }
            case 'change all':
              await change(userId, {
                change: current.name,
                filter: { state: current.state },
                up_to_seq: 1_000,
              });
              break;
            case 'undo':
              await undoable.pop()?.();
              break;
            case 'read all':
              await database.transaction((tx) => inbox.markAll(tx, userId, current.seq));
              break;
            case 'read by seq':
              await database.transaction((tx) => inbox.markSeq(tx, userId, current.seq));
              break;
            case 'wake':
              await upkeep.wakeSnoozed();
              break;
            case 'empty':
              await upkeep.emptyDeleted();
              break;
            case 'prune':
              await upkeep.prune();
              break;
          }
        }

        for (const { minutes, actions } of plan) {
          clock.advance(minutes * 60_000);
          await Promise.all(actions.map(({ person, step: current }) => run(people[person] ?? '', current)));
          for (const userId of people) await expectExact(database, userId);
        }
      }),
      { numRuns: kind === 'postgres' ? 25 : 15 },
    );
  }, 120_000);
});

async function expectExact(database: Database, userId: string): Promise<void> {
  const inInbox = sql`seq is not null and archived_at is null and snoozed_until is null and deleted_at is null`;
  const { rows } = await sql<{ unread: number; unseen: number; torn: number }>`
    select (count(*) filter (where ${inInbox} and read_at is null))::integer as unread,
      (count(*) filter (where ${inInbox} and seen_at is null))::integer as unseen,
      (count(*) filter (where (read_at is not null and seen_at is null)
        or (archived_at is not null and snoozed_until is not null)))::integer as torn
    from notifications where user_id = ${userId}`.execute(database.query);
  const { unread = 0, unseen = 0 } =
    (await database.query
      .selectFrom('inboxes')
      .select(['unread', 'unseen'])
      .where('user_id', '=', userId)
      .executeTakeFirst()) ?? {};
  expect({ unread, unseen, torn: 0 }).toEqual(rows[0]);
}
