import { type Kind, kinds, type PreferencesUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../clock.ts';
import { jobAlert } from '../payloads.ts';
import { sampleOf } from '../texts.ts';
import type { RunningChannel, TestedChannel } from './tested-channel.ts';

const emptied = ['deliveries', 'notifications', 'users'] as const;

/** Of what answers an act of the account: whatever a person has decided, it goes out, and before everything else. */
export const mandatoryKind = 'security_alert';

export type Stage<Running extends RunningChannel> = ReturnType<typeof createStage<Running>>;

/** Starts the channel for each test of a suite, with a worker and a person, and does what tests do with it. */
export function createStage<Running extends RunningChannel>(
  { way, tables, start }: Pick<TestedChannel<Running>, 'way' | 'tables' | 'start'>,
  open: () => Promise<Database>,
) {
  let database: Database;
  let clock: FakeClock;
  let channel: Running;
  let worker: ReturnType<RunningChannel['messaging']['newWorker']>;
  let userId: string;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    clock = new FakeClock();
    // Quicker than to truncate, which makes a file anew for each table.
    for (const table of [...emptied, ...tables])
      await sql`delete from ${sql.table(table)}`.execute(database.query);
    channel = await start(database, clock);
    worker = channel.messaging.newWorker();
    userId = await channel.createPerson();
  });
  afterEach(() => channel.close());

  const states = () =>
    database.query
      .selectFrom('deliveries')
      .select(['status', 'reason', 'attempts', 'due_at', 'finished_at', 'lease_until'])
      .where('channel', '=', way)
      .orderBy('id')
      .execute();
  const outcomes = async () => (await states()).map(({ status, reason }) => `${status} ${reason}`);

  return {
    get database() {
      return database;
    },
    get clock() {
      return clock;
    },
    get channel() {
      return channel;
    },
    get worker() {
      return worker;
    },
    get userId() {
      return userId;
    },
    states,
    outcomes,
    alert: (to = userId) =>
      database.transaction((tx) =>
        channel.messaging.notifications.notify(tx, { kind: 'job_alert', userId: to, payload: jobAlert() }),
      ),
    tellSample: (kind: Kind, to = userId) =>
      database.transaction((tx) =>
        channel.messaging.notifications.notifyMany(tx, kind, [
          { userId: to, payload: kinds[kind].payload.parse(sampleOf(kind)) },
        ]),
      ),
    choose: (settings: PreferencesUpdate) =>
      database.transaction((tx) =>
        channel.messaging.preferences.update(tx, { userId, role: 'job_seeker' }, settings),
      ),
    dueIn: async () => ((await states())[0]?.due_at.getTime() ?? 0) - clock.now().getTime(),
    async runAt(time: string) {
      clock.set(`2026-09-01T${time}Z`);
      await worker.runDue();
    },
    /** Lets time pass until everything has gone out. */
    async runUntilSent() {
      for (let round = 0; round < 20; round += 1) {
        if ((await states()).every(({ status }) => status === 'sent')) return;
        clock.advance(10 * 60_000);
        await worker.runDue();
      }
      expect(await outcomes()).toEqual([]);
    },
  };
}
