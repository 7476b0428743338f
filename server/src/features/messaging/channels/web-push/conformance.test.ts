import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../../../platform/db/index.ts';
import {
  describeChannel,
  type OutcomeClass,
  type RunningChannel,
  type TestedChannel,
} from '../../../../testing/messaging/channel-conformance/index.ts';
import { mailDelivery } from '../../../../testing/messaging/mail-delivery.ts';
import { jobAlert } from '../../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import { createPushMessaging, createTestWebPush } from '../../../../testing/messaging/web-push.ts';
import type { Misbehaviour } from '../../../../testing/push-service/push-service.ts';
import { webPushReasons } from './index.ts';

const pushServices: Readonly<Record<OutcomeClass, Misbehaviour | null>> = {
  sent: null,
  retry: { status: 503 },
  contact_gone: { status: 410 },
  message_rejected: { status: 400 },
  sender_blocked: { status: 403 },
  throttled: { status: 403 },
  unavailable: 'reset',
};

/** From now on the devices of the person have subscribed with a key that is not in use any more. */
async function changeKey(database: Database, userId: string): Promise<void> {
  const id = uuidv7();
  await sql`insert into web_push_keys values (${id}, '', '', '2020-01-01')`.execute(database.query);
  await sql`update web_push_devices set key_id = ${id} where user_id = ${userId}`.execute(database.query);
}

interface RunningWebPush extends RunningChannel {
  addDevice(userId: string): Promise<void>;
  changeKey(userId: string): Promise<void>;
}

const webPush: TestedChannel<RunningWebPush> = {
  name: 'web push',
  way: 'web_push',
  goneReason: 'device_gone',
  obstacles: [
    {
      name: 'no device',
      raise: ({ database, userId }) =>
        sql`delete from web_push_devices where user_id = ${userId}`.execute(database.query),
      before: null,
      after: 'no_device',
      ofMandatory: 'no_device',
    },
    {
      name: 'a device that has subscribed with a key of before',
      raise: ({ database, userId }) => changeKey(database, userId),
      before: 'device_blocked',
      after: 'device_blocked',
      ofMandatory: 'device_blocked',
    },
  ],
  otherContacts: [
    {
      name: 'another device is told too',
      add: (running, userId) => running.addDevice(userId),
      takes: 'everything',
    },
    {
      name: 'a device with a key of before is left out',
      async add(running, userId) {
        await running.changeKey(userId);
        await running.addDevice(userId);
      },
      takes: 'nothing',
    },
  ],
  reasons: webPushReasons,
  tables: ['web_push_keys'],
  async start(database, clock) {
    const push = await createTestWebPush(database, clock);

    async function addDevice(userId: string): Promise<void> {
      await push.addDevice(userId);
      // It has worked before: only then a refusal speaks against us.
      await sql`update web_push_devices set used_at = ${clock.now()} where user_id = ${userId}`.execute(
        database.query,
      );
    }
    async function createPersonWithDevice(): Promise<string> {
      const userId = await createPerson(database);
      await addDevice(userId);
      return userId;
    }

    return {
      messaging: createPushMessaging(database, clock, push),
      createPerson: createPersonWithDevice,
      addDevice,
      changeKey: (userId) => changeKey(database, userId),
      async behave(outcome) {
        push.service.recover();
        const answer = pushServices[outcome];
        if (answer !== null) push.service.misbehave(Array.from({ length: 10 }, () => answer));
        if (outcome !== 'throttled') return;
        // A service that has refused us is left alone for a while.
        const { contacts: _, ...delivery } = mailDelivery({
          kind: 'job_alert',
          payload: jobAlert(),
          recipient: { user_id: await createPersonWithDevice() },
        });
        const contactsOf = await push.channel.findContacts(database.query, [delivery.recipient]);
        await push.sender.send({ ...delivery, contacts: contactsOf(delivery.recipient) });
      },
      asked: () => push.service.requests(),
      taken: () => push.service.taken.map(({ topic }) => topic ?? ''),
      read: () => push.service.taken.map(({ text }) => text),
      close: () => push.close(),
    };
  },
};

describeChannel(webPush);
