import type { Kind } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';
import { mandatoryKind, type Stage } from './stage.ts';
import type { RunningChannel, TestedChannel } from './tested-channel.ts';

/** Where a message may go, and why it may not. */
export function describeContacts<Running extends RunningChannel>(
  stage: Stage<Running>,
  { obstacles, otherContacts }: Pick<TestedChannel<Running>, 'obstacles' | 'otherContacts'>,
): void {
  describe.each(obstacles)('$name', ({ raise, before, after, ofMandatory }) => {
    test('when it is written: nothing is sent, and the reason is stored', async () => {
      await raise(stage);
      await stage.alert();
      await stage.worker.runDue();
      expect(stage.channel.asked()).toBe(0);
      expect(await stage.outcomes()).toEqual(before === null ? [] : [`skipped ${before}`]);
    });

    test('only when it is sent: nothing is sent either', async () => {
      await stage.alert();
      await raise(stage);
      await stage.worker.runDue();
      expect(stage.channel.asked()).toBe(0);
      expect(await stage.outcomes()).toEqual([`skipped ${after}`]);
    });

    test(`${ofMandatory === null ? 'does not stop' : 'stops'} what is mandatory`, async () => {
      await stage.tellSample(mandatoryKind);
      await raise(stage);
      await stage.worker.runDue();
      expect(await stage.outcomes()).toEqual([ofMandatory === null ? 'sent sent' : `skipped ${ofMandatory}`]);
    });

    test('holds up nobody else', async () => {
      const other = await stage.channel.createPerson();
      await stage.alert();
      await stage.alert(other);
      await raise(stage);
      await stage.worker.runDue();
      expect(stage.channel.taken()).toHaveLength(1);
    });
  });

  test.each(otherContacts)('beside a contact point that works, $name', async ({ add, takes }) => {
    await add(stage.channel, stage.userId);
    await stage.alert();
    await stage.tellSample(mandatoryKind);
    const goesTo = new Map<Kind, number>();
    await stage.channel.messaging
      .newWorker({ onSend: ({ kind, contacts }) => goesTo.set(kind, contacts.length) })
      .runDue();
    expect(goesTo.get('job_alert')).toBe(takes === 'everything' ? 2 : 1);
    expect(goesTo.get(mandatoryKind)).toBe(takes === 'nothing' ? 1 : 2);
    expect(await stage.outcomes()).toEqual(['sent sent', 'sent sent']);
  });
}
