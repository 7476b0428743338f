import type { DeliveryChannel, PreferencesUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SendOutcome } from '../../features/messaging/channels/index.ts';
import type { ReasonCode } from '../../features/messaging/routing/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { FakeClock } from '../clock.ts';
import { describeEachDatabase } from '../database.ts';
import type { createMessagingBy } from './one-channel.ts';
import { jobAlert } from './payloads.ts';

export type OutcomeClass = SendOutcome['result'];

/** A channel beside the other side that it talks to. */
export interface RunningChannel {
  readonly messaging: ReturnType<typeof createMessagingBy>;
  /** Makes a person whom the channel reaches at one contact point. */
  createPerson(): Promise<string>;
  /** What comes of every attempt from now on. */
  behave(outcome: OutcomeClass): Promise<void>;
  /** How many messages the other side has been asked to take. */
  asked(): number;
  /** What it took, by what it knows a repetition by. */
  taken(): readonly string[];
  close(): Promise<void>;
}

/** Something that stands between the channel and a person. */
export interface Obstacle {
  readonly name: string;
  raise(parts: {
    readonly database: Database;
    readonly clock: Clock;
    readonly userId: string;
  }): Promise<unknown>;
  /** What is stored where it stood there before something was written; null: there is no delivery. */
  readonly before: ReasonCode | null;
  /** What is stored where it came between writing and sending. */
  readonly after: ReasonCode;
}

export interface TestedChannel {
  readonly name: string;
  /** As deliveries have it. */
  readonly way: DeliveryChannel;
  /** What is stored when a contact point turns out to be gone. */
  readonly goneReason: ReasonCode;
  readonly obstacles: readonly Obstacle[];
  start(database: Database, clock: FakeClock): Promise<RunningChannel>;
}

const quietNoon: PreferencesUpdate = { quiet_hours: { days: ['tuesday'], from: '11:00', to: '14:00' } };

const emptied = [
  'deliveries',
  'notifications',
  'users',
  'suppressions',
  'address_standings',
  'web_push_keys',
] as const;

/** Declares what holds for every channel: what people and operators would miss if it did not. */
export function describeChannel({ name, way, goneReason, obstacles, start }: TestedChannel): void {
  describeEachDatabase(`${name}, as a channel`, (open) => {
    let database: Database;
    let clock: FakeClock;
    let channel: RunningChannel;
    let worker: ReturnType<RunningChannel['messaging']['newWorker']>;
    let userId: string;

    beforeAll(async () => {
      database = await open();
    });
    beforeEach(async () => {
      clock = new FakeClock();
      // Quicker than to truncate, which makes a file anew for each table.
      for (const table of emptied) await sql`delete from ${sql.table(table)}`.execute(database.query);
      channel = await start(database, clock);
      worker = channel.messaging.newWorker();
      userId = await channel.createPerson();
    });
    afterEach(() => channel.close());

    const alert = (to = userId) =>
      database.transaction((tx) =>
        channel.messaging.notifications.notify(tx, {
          kind: 'job_alert',
          userId: to,
          payload: jobAlert(),
        }),
      );
    const choose = (settings: PreferencesUpdate) =>
      database.transaction((tx) =>
        channel.messaging.preferences.update(tx, { userId, role: 'job_seeker' }, settings),
      );
    const states = () =>
      database.query
        .selectFrom('deliveries')
        .select(['status', 'reason', 'attempts', 'due_at', 'finished_at', 'lease_until'])
        .where('channel', '=', way)
        .orderBy('id')
        .execute();
    const outcomes = async () => (await states()).map(({ status, reason }) => `${status} ${reason}`);
    const dueIn = async () => ((await states())[0]?.due_at.getTime() ?? 0) - clock.now().getTime();
    const runAt = async (time: string) => {
      clock.set(`2026-09-01T${time}Z`);
      await worker.runDue();
    };

    /** Lets time pass until everything has gone out. */
    async function runUntilSent(): Promise<void> {
      for (let round = 0; round < 20; round += 1) {
        if ((await states()).every(({ status }) => status === 'sent')) return;
        clock.advance(10 * 60_000);
        await worker.runDue();
      }
      expect(await outcomes()).toEqual([]);
    }

    test('a message goes out once, and is sent', async () => {
      await alert();
      expect(await worker.runDue()).toBe(1);
      expect(await worker.runDue()).toBe(0);
      expect(channel.taken()).toHaveLength(1);
      expect(await states()).toMatchObject([
        { status: 'sent', reason: 'sent', attempts: 1, finished_at: clock.now(), lease_until: null },
      ]);
    });

    describe.each(obstacles)('$name', ({ raise, before, after }) => {
      test('when it is written: nothing is sent, and the reason is stored', async () => {
        await raise({ database, clock, userId });
        await alert();
        await worker.runDue();
        expect(channel.asked()).toBe(0);
        expect(await outcomes()).toEqual(before === null ? [] : [`skipped ${before}`]);
      });

      test('only when it is sent: nothing is sent either', async () => {
        await alert();
        await raise({ database, clock, userId });
        await worker.runDue();
        expect(channel.asked()).toBe(0);
        expect(await outcomes()).toEqual([`skipped ${after}`]);
      });

      test('holds up nobody else', async () => {
        const other = await channel.createPerson();
        await alert();
        await alert(other);
        await raise({ database, clock, userId });
        await worker.runDue();
        expect(channel.taken()).toHaveLength(1);
      });
    });

    describe('what comes of an attempt', () => {
      test('retry: it is tried again later and later, and goes out', async () => {
        await channel.behave('retry');
        await alert();
        await worker.runDue();
        expect(await states()).toMatchObject([{ status: 'pending', reason: 'retrying', attempts: 1 }]);
        expect(await dueIn()).toBe(30_000);
        clock.advance(29_000);
        expect(await worker.runDue()).toBe(0);
        clock.advance(1_000);
        await worker.runDue();
        expect(await states()).toMatchObject([{ status: 'pending', reason: 'retrying', attempts: 2 }]);
        expect(await dueIn()).toBe(60_000);
        await channel.behave('sent');
        clock.advance(60_000);
        await worker.runDue();
        expect(await states()).toMatchObject([{ status: 'sent', attempts: 3 }]);
        expect(channel.taken()).toHaveLength(1);
      });

      test('contact_gone: it has failed for good, and no further message goes there', async () => {
        await channel.behave('contact_gone');
        await alert();
        await worker.runDue();
        expect(await states()).toMatchObject([{ status: 'failed', reason: goneReason, attempts: 1 }]);
        await channel.behave('sent');
        const before = channel.asked();
        await alert();
        await worker.runDue();
        expect(channel.asked()).toBe(before);
        expect((await states()).map(({ status }) => status)).not.toContain('sent');
      });

      test('message_rejected: it has failed for good, and the next message goes out', async () => {
        await channel.behave('message_rejected');
        await alert();
        await worker.runDue();
        expect(await states()).toMatchObject([{ status: 'failed', reason: 'message_rejected', attempts: 1 }]);
        await channel.behave('sent');
        await alert();
        await worker.runDue();
        expect(await outcomes()).toEqual(['failed message_rejected', 'sent sent']);
      });

      test('sender_blocked: the other side is left alone for a while, and nothing is lost', async () => {
        await channel.behave('sender_blocked');
        const people = [userId];
        while (people.length < 6) people.push(await channel.createPerson());
        for (const person of people) await alert(person);
        await worker.runDue();
        expect(new Set((await states()).map(({ status }) => status))).toEqual(new Set(['pending']));
        expect(await outcomes()).toContain('pending sender_blocked');
        const before = channel.asked();
        await alert(people[1]);
        await worker.runDue();
        expect(channel.asked()).toBe(before);

        await channel.behave('sent');
        await runUntilSent();
        expect(channel.taken()).toHaveLength(7);
        expect(new Set(channel.taken()).size).toBe(7);
      });

      test.each([
        ['throttled', 'throttled'],
        ['unavailable', 'provider_unavailable'],
      ] as const)('%s: it waits, without a used attempt, and goes out', async (outcome, reason) => {
        await channel.behave(outcome);
        await alert();
        await worker.runDue();
        expect(await states()).toMatchObject([{ status: 'pending', reason, attempts: 0 }]);
        expect(await dueIn()).toBeGreaterThan(0);
        expect(worker.breaker.state()).toBe('closed');
        await channel.behave('sent');
        await runUntilSent();
        expect(channel.taken()).toHaveLength(1);
        expect(await states()).toMatchObject([{ attempts: 1 }]);
      });
    });

    describe('before it is sent', () => {
      test('reading it in the inbox calls it off', async () => {
        const id = (await alert()) ?? '';
        await database.transaction((tx) => channel.messaging.inbox.mark(tx, userId, id, true));
        expect(await worker.runDue()).toBe(0);
        expect(await outcomes()).toEqual(['skipped already_read']);
      });

      test('it is looked at again: what has been read or switched off meanwhile is not sent', async () => {
        const read = await alert();
        await sql`update notifications set read_at = ${clock.now()} where id = ${read}`.execute(
          database.query,
        );
        await worker.runDue();
        const other = await channel.createPerson();
        await alert(other);
        await channel.messaging.preferences.switchOff(database.query, other, 'jobs', way);
        await worker.runDue();
        expect(channel.asked()).toBe(0);
        expect(await outcomes()).toEqual(['skipped already_read', 'skipped preference_off']);
      });

      test('quiet hours hold it until they end', async () => {
        await choose(quietNoon);
        await alert();
        await runAt('13:59:59');
        expect(await outcomes()).toEqual(['pending quiet_hours']);
        expect(channel.asked()).toBe(0);
        await runAt('14:00:00');
        expect(await outcomes()).toEqual(['sent sent']);
      });

      test('escalation waits for the inbox to be looked at', async () => {
        await choose({ escalate_after_minutes: 30 });
        const read = (await alert()) ?? '';
        await alert();
        await runAt('12:29:59');
        expect(await outcomes()).toEqual(['pending escalation', 'pending escalation']);
        await database.transaction((tx) => channel.messaging.inbox.mark(tx, userId, read, true));
        await runAt('12:30:00');
        expect(await outcomes()).toEqual(['skipped already_read', 'sent sent']);
        expect(channel.taken()).toHaveLength(1);
      });

      test('what is beyond the cap of the day joins the digest', async () => {
        await choose({ caps: { per_day: 1 } });
        for (let count = 0; count < 3; count += 1) await alert();
        await worker.runDue();
        expect(channel.taken()).toHaveLength(1);
        expect((await outcomes()).toSorted()).toEqual(['folded over_cap', 'folded over_cap', 'sent sent']);
      });

      test('a digest collects, and goes out as one message', async () => {
        await choose({ categories: [{ category: 'jobs', frequency: 'hourly' }] });
        await alert();
        await alert();
        await worker.runDue();
        expect(await outcomes()).toEqual(['folded digest_hourly', 'folded digest_hourly']);
        clock.set('2026-09-01T13:00:00Z');
        await channel.messaging.digests.closeDue(10);
        await worker.runDue();
        expect(channel.taken()).toHaveLength(1);
        expect((await outcomes()).at(-1)).toBe('sent sent');
      });
    });

    test('a worker that dies between sending and recording leaves it to another, under the same identity', async () => {
      await alert();
      const doomed = channel.messaging.newWorker({
        recordAttempts: () => Promise.reject(new Error('the power went out')),
      });
      await expect(doomed.runDue()).rejects.toThrow('power');
      expect(channel.taken()).toHaveLength(1);
      expect(await states()).not.toMatchObject([{ status: 'sent' }]);
      // The lease runs out.
      clock.advance(120_000);
      await worker.runDue();
      await worker.runDue();
      expect(channel.taken()).toHaveLength(2);
      expect(new Set(channel.taken()).size).toBe(1);
      expect(await states()).toMatchObject([{ status: 'sent', reason: 'sent' }]);
    });
  });
}
