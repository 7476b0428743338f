import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import {
  describeChannel,
  type OutcomeClass,
  type TestedChannel,
} from '../../../testing/messaging/channel-conformance.ts';
import { mailDelivery } from '../../../testing/messaging/mail-delivery.ts';
import { emailTo } from '../../../testing/messaging/messaging.ts';
import { createMessagingBy } from '../../../testing/messaging/one-channel.ts';
import { jobAlert } from '../../../testing/messaging/payloads.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { type SmtpScript, startScriptedSmtp } from '../../../testing/messaging/scripted-smtp.ts';
import { createShippedTexts } from '../../../testing/messaging/texts.ts';
import { createPushMessaging, createTestWebPush } from '../../../testing/messaging/web-push.ts';
import type { Misbehaviour } from '../../../testing/push-service/push-service.ts';
import { testWorkers } from '../../../testing/workers/index.ts';
import { createMailEvents } from '../../mail/events/index.ts';
import { createSuppressions } from '../../mail/suppressions/index.ts';
import { createEmailChannel } from './email/email-channel.ts';
import { emailReasons } from './email/index.ts';
import type { Channel, ChannelSender, ContactPoint } from './index.ts';

const texts = createShippedTexts();
const suppressionsOf = (clock: Parameters<typeof createMailEvents>[0]['clock']) =>
  createSuppressions({
    clock,
    logger: pino({ level: 'silent' }),
    secret: 'a secret of at least thirty-two characters',
    workers: testWorkers(),
  });

const mailServers: Readonly<Record<OutcomeClass, SmtpScript>> = {
  sent: {},
  retry: { content: '451 4.3.0 try again later' },
  contact_gone: { RCPT: '550 5.1.1 no such user' },
  message_rejected: { content: '554 5.6.0 invalid content' },
  sender_blocked: { RCPT: '550 5.7.1 listed' },
  throttled: {},
  unavailable: { greeting: '421 4.3.2 not now' },
};

const email: TestedChannel = {
  name: 'e-mail',
  way: 'email',
  goneReason: 'address_rejected',
  obstacles: [
    {
      name: 'no address',
      raise: ({ database, userId }) =>
        sql`update users set email = '' where id = ${userId}`.execute(database.query),
      before: 'no_address',
      after: 'no_address',
    },
    {
      name: 'an address that nobody has confirmed',
      raise: ({ database, userId }) =>
        sql`update users set email_verified = false where id = ${userId}`.execute(database.query),
      before: 'address_unverified',
      after: 'address_unverified',
    },
    {
      name: 'an address that an operator has suppressed',
      raise: ({ database, clock, userId }) =>
        database.transaction((tx) =>
          suppressionsOf(clock).suppress(tx, userId, {
            address: `${userId}@example.org`,
            scope: 'all',
            note: '',
            expires_at: null,
          }),
        ),
      before: 'address_suppressed',
      after: 'address_suppressed',
    },
  ],
  async start(database, clock) {
    const server = await startScriptedSmtp();
    const suppressions = suppressionsOf(clock);
    const mailEvents = createMailEvents({ clock, listeners: [suppressions.follow] });
    let warmUpWaitMs = 0;
    const sender = emailTo(server.url, clock, { texts, mailEvents, warmUpWaitMs: () => warmUpWaitMs });
    const channel = createEmailChannel({
      suppressions,
      alarms: { isPaused: async () => false },
      onlineDelayMs: 0,
    });
    let asked = 0;
    return {
      messaging: createMessagingBy({ database, clock, channel, sender, reasons: emailReasons }),
      createPerson: () => createPerson(database),
      async behave(outcome) {
        asked += server.heard.filter((line) => line.startsWith('MAIL')).length;
        server.follow(mailServers[outcome]);
        warmUpWaitMs = outcome === 'throttled' ? 3_600_000 : 0;
      },
      asked: () => asked + server.heard.filter((line) => line.startsWith('MAIL')).length,
      taken: () => server.mails.map((mail) => /^Message-ID: *(<.+>)/im.exec(mail)?.[1] ?? ''),
      async close() {
        await sender.close();
        await server.close();
      },
    };
  },
};

const pushServices: Readonly<Record<OutcomeClass, Misbehaviour | null>> = {
  sent: null,
  retry: { status: 503 },
  contact_gone: { status: 410 },
  message_rejected: { status: 400 },
  sender_blocked: { status: 403 },
  throttled: { status: 403 },
  unavailable: 'reset',
};

const webPush: TestedChannel = {
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
    },
    {
      name: 'a device that has subscribed with a key of before',
      async raise({ database, userId }) {
        const id = uuidv7();
        await sql`insert into web_push_keys values (${id}, '', '', '2020-01-01')`.execute(database.query);
        await sql`update web_push_devices set key_id = ${id} where user_id = ${userId}`.execute(
          database.query,
        );
      },
      before: 'device_blocked',
      after: 'device_blocked',
    },
  ],
  async start(database, clock) {
    const push = await createTestWebPush(database, clock);

    async function createPersonWithDevice(): Promise<string> {
      const userId = await createPerson(database);
      await push.addDevice(userId);
      // It has worked before: only then a refusal speaks against us.
      await sql`update web_push_devices set used_at = ${clock.now()} where user_id = ${userId}`.execute(
        database.query,
      );
      return userId;
    }

    return {
      messaging: createPushMessaging(database, clock, push),
      createPerson: createPersonWithDevice,
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
      close: () => push.close(),
    };
  },
};

/** How people stand with the scripted channel; what is not named works. */
const stands = new Map<string, ContactPoint['state'] | 'none' | 'held against'>();

const scripted: TestedChannel = {
  name: 'a scripted one',
  way: 'email',
  goneReason: 'address_rejected',
  obstacles: (
    [
      ['none', 'no_address'],
      ['unverified', 'address_unverified'],
      ['gone', 'address_rejected'],
      ['blocked', 'address_suppressed'],
      ['held against', 'address_complained'],
    ] as const
  ).map(([name, reason]) => ({
    name,
    raise: async ({ userId }) => stands.set(userId, name),
    before: reason,
    after: reason,
  })),
  async start(database, clock) {
    stands.clear();
    const given: string[] = [];
    const taken: string[] = [];
    let answer: OutcomeClass = 'sent';
    // The contract knows the names of the channels that there are, so it goes by one of them.
    const channel: Channel = {
      name: 'email',
      rules: {
        verifiedOnly: new Set(['jobs']),
        onlineDelayMs: 0,
        unreachable: {
          none: 'no_address',
          unverified: 'address_unverified',
          gone: 'address_rejected',
          blocked: 'address_suppressed',
        },
      },
      findContacts: async () => (person) => {
        const state = stands.get(person.user_id) ?? 'works';
        if (state === 'none') return [];
        return [{ id: person.user_id, state: state === 'held against' ? 'works' : state }];
      },
      findBlocks: async () => (contact) =>
        stands.get(contact.id) === 'held against' ? 'address_complained' : null,
    };
    const sender: ChannelSender = {
      concurrency: 2,
      urgentConcurrency: 1,
      async send({ deliveryId }) {
        given.push(deliveryId);
        if (answer === 'sent') taken.push(deliveryId);
        return answer === 'sent' ? { result: answer } : { result: answer, detail: 'as the test wants it' };
      },
      async recordAttempts(_tx, attempts) {
        for (const { delivery, outcome } of attempts)
          if (outcome.result === 'contact_gone') stands.set(delivery.recipient.user_id, 'gone');
      },
    };
    return {
      messaging: createMessagingBy({ database, clock, channel, sender, reasons: emailReasons }),
      createPerson: () => createPerson(database),
      async behave(outcome) {
        answer = outcome;
      },
      asked: () => given.length,
      taken: () => taken,
      async close() {},
    };
  },
};

for (const channel of [email, webPush, scripted]) describeChannel(channel);
