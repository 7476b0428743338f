import type { PreferencesUpdate } from '@rolecall/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import type { RunningChannel, TestedChannel } from './tested-channel.ts';

const quietNoon: PreferencesUpdate = { quiet_hours: { days: ['tuesday'], from: '11:00', to: '14:00' } };

/** What people decide. */
export function describeDecisions<Running extends RunningChannel>(
  stage: Stage<Running>,
  { way }: Pick<TestedChannel<Running>, 'way'>,
): void {
  describe('before it is sent', () => {
    test('reading it in the inbox calls it off', async () => {
      const id = (await stage.alert()) ?? '';
      await stage.database.transaction((tx) =>
        stage.channel.messaging.inbox.mark(tx, stage.userId, id, true),
      );
      expect(await stage.worker.runDue()).toBe(0);
      expect(await stage.outcomes()).toEqual(['skipped already_read']);
    });

    test('it is looked at again: what has been read or switched off meanwhile is not sent', async () => {
      const read = await stage.alert();
      await sql`update notifications set read_at = ${stage.clock.now()} where id = ${read}`.execute(
        stage.database.query,
      );
      await stage.worker.runDue();
      const other = await stage.channel.createPerson();
      await stage.alert(other);
      await stage.channel.messaging.preferences.switchOff(stage.database.query, other, 'jobs', way);
      await stage.worker.runDue();
      expect(stage.channel.asked()).toBe(0);
      expect(await stage.outcomes()).toEqual(['skipped already_read', 'skipped preference_off']);
    });

    test('quiet hours hold it until they end', async () => {
      await stage.choose(quietNoon);
      await stage.alert();
      await stage.runAt('13:59:59');
      expect(await stage.outcomes()).toEqual(['pending quiet_hours']);
      expect(stage.channel.asked()).toBe(0);
      await stage.runAt('14:00:00');
      expect(await stage.outcomes()).toEqual(['sent sent']);
    });

    test('escalation waits for the inbox to be looked at', async () => {
      await stage.choose({ escalate_after_minutes: 30 });
      const read = (await stage.alert()) ?? '';
      await stage.alert();
      await stage.runAt('12:29:59');
      expect(await stage.outcomes()).toEqual(['pending escalation', 'pending escalation']);
      await stage.database.transaction((tx) =>
        stage.channel.messaging.inbox.mark(tx, stage.userId, read, true),
      );
      await stage.runAt('12:30:00');
      expect(await stage.outcomes()).toEqual(['skipped already_read', 'sent sent']);
      expect(stage.channel.taken()).toHaveLength(1);
    });

    test('what is beyond the cap of the day joins the digest', async () => {
      await stage.choose({ caps: { per_day: 1 } });
      for (let count = 0; count < 3; count += 1) await stage.alert();
      await stage.worker.runDue();
      expect(stage.channel.taken()).toHaveLength(1);
      expect((await stage.outcomes()).toSorted()).toEqual([
        'folded over_cap',
        'folded over_cap',
        'sent sent',
      ]);
    });

    test('a digest collects, and goes out as one message', async () => {
      await stage.choose({ categories: [{ category: 'jobs', frequency: 'hourly' }] });
      await stage.alert();
      await stage.alert();
      await stage.worker.runDue();
      expect(await stage.outcomes()).toEqual(['folded digest_hourly', 'folded digest_hourly']);
      stage.clock.set('2026-09-01T13:00:00Z');
      await stage.channel.messaging.digests.closeDue(10);
      await stage.worker.runDue();
      expect(stage.channel.taken()).toHaveLength(1);
      expect((await stage.outcomes()).at(-1)).toBe('sent sent');
    });
  });
}
