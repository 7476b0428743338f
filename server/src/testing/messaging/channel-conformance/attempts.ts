import { describe, expect, test } from 'vitest';
import type { Attempt, SendOutcome } from '../../../features/messaging/channels/index.ts';
import type { Stage } from './stage.ts';
import type { RunningChannel, TestedChannel } from './tested-channel.ts';

/** What comes of an attempt, by its class. */
export function describeAttempts<Running extends RunningChannel>(
  stage: Stage<Running>,
  { goneReason }: Pick<TestedChannel<Running>, 'goneReason'>,
): void {
  describe('what comes of an attempt', () => {
    test('it is told to the channel as it was, and whether it is tried again', async () => {
      const sent: Promise<SendOutcome>[] = [];
      const recorded: Attempt[] = [];
      const watched = stage.channel.messaging.newWorker({
        onSend: (_delivery, outcome) => sent.push(outcome),
        onRecord: (attempts) => recorded.push(...attempts),
      });
      await stage.channel.behave('retry');
      const notificationId = await stage.alert();
      await watched.runDue();
      const firstAt = stage.clock.now();
      await stage.channel.behave('sent');
      stage.clock.advance(30_000);
      await watched.runDue();
      expect(recorded).toMatchObject([
        { delivery: { notificationId }, outcome: { result: 'retry' }, willRetry: true, at: firstAt },
        {
          delivery: { notificationId },
          outcome: { result: 'sent' },
          willRetry: false,
          at: stage.clock.now(),
        },
      ]);
      expect(recorded.map(({ outcome }) => outcome)).toEqual(await Promise.all(sent));
    });

    test('retry: it is tried again later and later, and goes out', async () => {
      await stage.channel.behave('retry');
      await stage.alert();
      await stage.worker.runDue();
      expect(await stage.states()).toMatchObject([{ status: 'pending', reason: 'retrying', attempts: 1 }]);
      expect(await stage.dueIn()).toBe(30_000);
      stage.clock.advance(29_000);
      expect(await stage.worker.runDue()).toBe(0);
      stage.clock.advance(1_000);
      await stage.worker.runDue();
      expect(await stage.states()).toMatchObject([{ status: 'pending', reason: 'retrying', attempts: 2 }]);
      expect(await stage.dueIn()).toBe(60_000);
      await stage.channel.behave('sent');
      stage.clock.advance(60_000);
      await stage.worker.runDue();
      expect(await stage.states()).toMatchObject([{ status: 'sent', attempts: 3 }]);
      expect(stage.channel.taken()).toHaveLength(1);
    });

    test('contact_gone: it has failed for good, and no further message goes there', async () => {
      await stage.channel.behave('contact_gone');
      await stage.alert();
      await stage.worker.runDue();
      expect(await stage.states()).toMatchObject([{ status: 'failed', reason: goneReason, attempts: 1 }]);
      await stage.channel.behave('sent');
      const before = stage.channel.asked();
      await stage.alert();
      await stage.worker.runDue();
      expect(stage.channel.asked()).toBe(before);
      expect((await stage.states()).map(({ status }) => status)).not.toContain('sent');
    });

    test('message_rejected: it has failed for good, and the next message goes out', async () => {
      await stage.channel.behave('message_rejected');
      await stage.alert();
      await stage.worker.runDue();
      expect(await stage.states()).toMatchObject([
        { status: 'failed', reason: 'message_rejected', attempts: 1 },
      ]);
      await stage.channel.behave('sent');
      await stage.alert();
      await stage.worker.runDue();
      expect(await stage.outcomes()).toEqual(['failed message_rejected', 'sent sent']);
    });

    test('sender_blocked: the other side is left alone for a while, and nothing is lost', async () => {
      await stage.channel.behave('sender_blocked');
      const people = [stage.userId];
      while (people.length < 6) people.push(await stage.channel.createPerson());
      for (const person of people) await stage.alert(person);
      await stage.worker.runDue();
      expect(new Set((await stage.states()).map(({ status }) => status))).toEqual(new Set(['pending']));
      expect(await stage.outcomes()).toContain('pending sender_blocked');
      const before = stage.channel.asked();
      await stage.alert(people[1]);
      await stage.worker.runDue();
      expect(stage.channel.asked()).toBe(before);

      await stage.channel.behave('sent');
      await stage.runUntilSent();
      expect(stage.channel.taken()).toHaveLength(7);
      expect(new Set(stage.channel.taken()).size).toBe(7);
    });

    test.each([
      ['throttled', 'throttled'],
      ['unavailable', 'provider_unavailable'],
    ] as const)('%s: it waits, without a used attempt, and goes out', async (outcome, reason) => {
      await stage.channel.behave(outcome);
      await stage.alert();
      await stage.worker.runDue();
      expect(await stage.states()).toMatchObject([{ status: 'pending', reason, attempts: 0 }]);
      expect(await stage.dueIn()).toBeGreaterThan(0);
      expect(stage.worker.breaker.state()).toBe('closed');
      await stage.channel.behave('sent');
      await stage.runUntilSent();
      expect(stage.channel.taken()).toHaveLength(1);
      expect(await stage.states()).toMatchObject([{ attempts: 1 }]);
    });
  });

  test('a worker that dies between sending and recording leaves it to another, under the same identity', async () => {
    await stage.alert();
    const doomed = stage.channel.messaging.newWorker({
      recordAttempts: () => Promise.reject(new Error('the power went out')),
    });
    await expect(doomed.runDue()).rejects.toThrow('power');
    expect(stage.channel.taken()).toHaveLength(1);
    expect(await stage.states()).not.toMatchObject([{ status: 'sent' }]);
    // The lease runs out.
    stage.clock.advance(120_000);
    await stage.worker.runDue();
    await stage.worker.runDue();
    expect(stage.channel.taken()).toHaveLength(2);
    expect(new Set(stage.channel.taken()).size).toBe(1);
    expect(await stage.states()).toMatchObject([{ status: 'sent', reason: 'sent' }]);
  });
}
