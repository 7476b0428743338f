import { kindNames, kinds, locales } from '@rolecall/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { OutgoingDelivery } from '../../../features/messaging/channels/index.ts';
import { mandatoryKind, type Stage } from './stage.ts';
import type { RunningChannel, TestedChannel } from './tested-channel.ts';

/** What people read, and in which order it goes out. */
export function describeMessages<Running extends RunningChannel>(
  stage: Stage<Running>,
  {
    way,
    goneReason,
    obstacles,
    reasons,
  }: Pick<TestedChannel<Running>, 'way' | 'goneReason' | 'obstacles' | 'reasons'>,
): void {
  test('a message goes out once, and is sent', async () => {
    await stage.alert();
    expect(await stage.worker.runDue()).toBe(1);
    expect(await stage.worker.runDue()).toBe(0);
    expect(stage.channel.taken()).toHaveLength(1);
    expect(await stage.states()).toMatchObject([
      { status: 'sent', reason: 'sent', attempts: 1, finished_at: stage.clock.now(), lease_until: null },
    ]);
  });

  describe('what a person reads', () => {
    test('is what it is about, in the language of the person', async () => {
      await sql`insert into profiles (user_id, locale) values (${stage.userId}, 'de')`.execute(
        stage.database.query,
      );
      await stage.alert();
      await stage.worker.runDue();
      expect(stage.channel.read()).toHaveLength(1);
      expect(stage.channel.read()[0]).toContain('Harbour Pilot bei North Quay');
    });

    test('is there for every kind that it carries', async () => {
      // What a digest tells is found when it is sent; that has a test of its own.
      const carried = kindNames.filter(
        (kind) => kinds[kind].defaultChannels.includes(way) && kinds[kind].category !== 'digests',
      );
      for (const kind of carried) await stage.tellSample(kind, await stage.channel.createPerson());
      await stage.worker.runDue();
      expect(await stage.outcomes()).toEqual(carried.map(() => 'sent sent'));
      expect(stage.channel.read()).toHaveLength(carried.length);
    });
  });

  test.each(locales)('each of its reasons is said in %s', (locale) => {
    const { messaging } = stage.channel;
    const codes = new Set<string>([...reasons.messages.keys, ...Object.values(messaging.rules.unreachable)]);
    for (const { before, after } of obstacles) codes.add(before ?? after).add(after);
    expect(codes).toContain(goneReason);
    const at = stage.clock.now();
    for (const code of codes) {
      const said = messaging.reasons.explain(code, way, { locale, timeZone: 'UTC', dueAt: at, at });
      expect(said, code).toMatch(/^\p{Lu}.*[^.]\.$/u);
      expect(messaging.reasons.pageOf(code, way) ?? '/', code).toMatch(/^\//);
    }
  });

  describe('in what order, and how much at once', () => {
    test('what somebody waits for goes out first, whatever was there before', async () => {
      await stage.alert();
      await stage.alert();
      await stage.tellSample(mandatoryKind);
      const sent: Pick<OutgoingDelivery, 'kind' | 'isUrgent' | 'stream'>[] = [];
      await stage.channel.messaging
        .newWorker({ onSend: ({ kind, isUrgent, stream }) => sent.push({ kind, isUrgent, stream }) })
        .runDue();
      expect(sent).toEqual([
        { kind: mandatoryKind, isUrgent: true, stream: 'transactional' },
        { kind: 'job_alert', isUrgent: false, stream: 'bulk' },
        { kind: 'job_alert', isUrgent: false, stream: 'bulk' },
      ]);
    });

    test('no more is under way than it has places for, and urgent messages have places of their own', async () => {
      const { all, urgent } = stage.channel.messaging.places;
      expect(urgent).toBeGreaterThan(0);
      for (let count = 0; count < all * 3; count += 1) await stage.alert();
      let underWay = 0;
      let most = 0;
      await stage.channel.messaging
        .newWorker({
          async onSend(_delivery, outcome) {
            underWay += 1;
            most = Math.max(most, underWay);
            await outcome;
            underWay -= 1;
          },
        })
        .runDue();
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThanOrEqual(all);
      expect(stage.channel.taken()).toHaveLength(all * 3);
    });
  });
}
