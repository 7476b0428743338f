import { sql } from 'kysely';
import { pino } from 'pino';
import {
  describeChannel,
  type Obstacle,
  type OutcomeClass,
  type RunningChannel,
  type TestedChannel,
} from '../../../../testing/messaging/channel-conformance/index.ts';
import { emailTo } from '../../../../testing/messaging/messaging.ts';
import { createMessagingBy } from '../../../../testing/messaging/one-channel.ts';
import { createPerson } from '../../../../testing/messaging/people.ts';
import { type SmtpScript, startScriptedSmtp } from '../../../../testing/messaging/scripted-smtp.ts';
import { createShippedTexts } from '../../../../testing/messaging/texts.ts';
import { testWorkers } from '../../../../testing/workers/index.ts';
import { createMailEvents } from '../../../mail/events/index.ts';
import { createSuppressions } from '../../../mail/suppressions/index.ts';
import { createEmailChannel, emailReasons } from './index.ts';

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

const suppressed = (
  name: string,
  scope: 'all' | 'all_but_transactional',
  ofMandatory: Obstacle['ofMandatory'],
): Obstacle => ({
  name,
  raise: ({ database, clock, userId }) =>
    database.transaction((tx) =>
      suppressionsOf(clock).suppress(tx, userId, {
        address: `${userId}@example.org`,
        scope,
        note: '',
        expires_at: null,
      }),
    ),
  before: 'address_suppressed',
  after: 'address_suppressed',
  ofMandatory,
});

const email: TestedChannel<RunningChannel> = {
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
      ofMandatory: 'no_address',
    },
    {
      name: 'an address that nobody has confirmed',
      raise: ({ database, userId }) =>
        sql`update users set email_verified = false where id = ${userId}`.execute(database.query),
      before: 'address_unverified',
      after: 'address_unverified',
      ofMandatory: null,
    },
    suppressed('an address that an operator has suppressed', 'all', 'address_suppressed'),
    suppressed('an address that an operator has left what an account needs', 'all_but_transactional', null),
  ],
  otherContacts: [],
  reasons: emailReasons,
  tables: ['suppressions', 'address_standings'],
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
    const askedSince = () => server.heard.filter((line) => line.startsWith('MAIL')).length;
    return {
      messaging: createMessagingBy({ database, clock, channel, sender, reasons: emailReasons }),
      createPerson: () => createPerson(database),
      async behave(outcome) {
        asked += askedSince();
        server.follow(mailServers[outcome]);
        warmUpWaitMs = outcome === 'throttled' ? 3_600_000 : 0;
      },
      asked: () => asked + askedSince(),
      taken: () => server.mails.map((mail) => /^Message-ID: *(<.+>)/im.exec(mail)?.[1] ?? ''),
      read: () => server.mails,
      async close() {
        await sender.close();
        await server.close();
      },
    };
  },
};

describeChannel(email);
