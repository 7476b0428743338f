import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTestMessaging } from '../../../testing/messaging/messaging.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import {
  deliveryStates,
  type MailSendOutcome,
  scriptedSender,
} from '../../../testing/messaging/scripted-sender.ts';

const link = { name: 'Ada', email: 'ada@example.org', token: 't', expires_at: '2026-09-01T13:00:00Z' };

describeEachDatabase('an address that is not written to', (open) => {
  let database: Database;
  let answer: MailSendOutcome;
  let messaging: ReturnType<typeof createTestMessaging>;
  let given: ReturnType<typeof scriptedSender>['given'];
  let userId: string;

  beforeAll(async () => {
    database = await open();
  });
  beforeEach(async () => {
    await sql`truncate users, notifications, deliveries, suppressions, address_standings cascade`.execute(
      database.query,
    );
    const scripted = scriptedSender(() => answer);
    given = scripted.given;
    answer = { result: 'sent' };
    messaging = createTestMessaging({ database, clock: new FakeClock(), carrier: scripted.sender });
    userId = await createPerson(database);
  });

  const alert = async () => {
    await database.transaction((tx) =>
      messaging.notifications.notify(tx, { kind: 'job_alert', userId, payload: jobAlert() }),
    );
    await messaging.worker.runDue();
  };
  const mailLink = async (kind: 'password_reset' | 'email_verification') => {
    await database.transaction((tx) => messaging.notifications.notify(tx, { kind, userId, payload: link }));
    await messaging.worker.runDue();
  };
  const reasons = async () => (await deliveryStates(database)).map(({ reason }) => reason);
  const kindsSent = () => given.map(({ kind }) => kind);

  test('is one whose server refuses it for good: nothing goes there but what proves it anew', async () => {
    answer = {
      result: 'contact_gone',
      detail: '550 5.1.1 no such user',
      receipt: { provider: 'smtp', status: '5.1.1', templateVersion: null },
    };
    await alert();
    answer = { result: 'sent' };
    await alert();
    await mailLink('password_reset');
    await mailLink('email_verification');
    expect(await reasons()).toEqual(['address_rejected', 'address_bounced', 'address_bounced', 'sent']);
    expect(kindsSent()).toEqual(['job_alert', 'email_verification']);

    const address = `${userId}@example.org`;
    await database.transaction((tx) => messaging.suppressions.addressProven(tx, address));
    await alert();
    expect((await reasons()).at(-1)).toBe('sent');
  });

  test('is not one whose server refuses us', async () => {
    const receipt = { provider: 'smtp', status: '5.7.1', templateVersion: null };
    answer = { result: 'sender_blocked', detail: '550 5.7.1 blocked', receipt };
    await alert();
    expect(await messaging.suppressions.findBlocks(database.query, [`${userId}@example.org`])).toEqual(
      new Map(),
    );
  });

  test('says so in the story, and does not use up a share of the day', async () => {
    await database.transaction((tx) =>
      messaging.preferences.update(
        tx,
        { userId, role: 'job_seeker' },
        { caps: { per_day: 1, channels: {} } },
      ),
    );
    const list = await messaging.suppressions.readList(
      `address,reason,scope\n${userId}@example.org,complaint,all_but_transactional`,
    );
    await database.transaction((tx) => messaging.suppressions.import(tx, userId, { list, dryRun: false }));
    await alert();
    await mailLink('password_reset');
    expect(await reasons()).toEqual(['address_complained', 'sent']);
    const { rows } = await sql`select from deliveries where budget_day is not null`.execute(database.query);
    expect(rows).toEqual([]);
  });
});
