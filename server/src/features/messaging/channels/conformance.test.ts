import { kinds } from '@rolecall/contract';
import {
  describeChannel,
  type OutcomeClass,
  type RunningChannel,
  type TestedChannel,
} from '../../../testing/messaging/channel-conformance/index.ts';
import { createMessagingBy } from '../../../testing/messaging/one-channel.ts';
import { createPerson } from '../../../testing/messaging/people.ts';
import { createShippedTexts } from '../../../testing/messaging/texts.ts';
import { emailReasons } from './email/index.ts';
import type { Channel, ChannelSender, ContactPoint } from './index.ts';

const texts = createShippedTexts();

/** How a contact point of the scripted channel stands. */
type Standing = ContactPoint['state'] | 'complained' | 'suppressed';

interface Scripted extends RunningChannel {
  addContact(userId: string, standing: Standing): Promise<void>;
}

/** How the contact points of people stand; who is not named has one that works. */
const contacts = new Map<string, readonly Standing[]>();
const standingsOf = (userId: string) => contacts.get(userId) ?? ['works'];
const idOf = (userId: string, place: number) => `${userId} ${place}`;
const standingOf = ({ id }: ContactPoint) => {
  const [userId = '', place] = id.split(' ');
  return standingsOf(userId)[Number(place)];
};

/** A channel that does what it is told: it shows that any channel can be what the port says. */
const scripted: TestedChannel<Scripted> = {
  name: 'a scripted one',
  way: 'email',
  goneReason: 'address_rejected',
  obstacles: (
    [
      ['no contact point', [], 'no_address', 'no_address'],
      ['an unverified one', ['unverified'], 'address_unverified', null],
      ['one that is gone', ['gone'], 'address_rejected', 'address_rejected'],
      ['one that has blocked us', ['blocked'], 'address_suppressed', 'address_suppressed'],
      [
        'several, of which the best has blocked us',
        ['gone', 'blocked'],
        'address_suppressed',
        'address_suppressed',
      ],
      [
        'several, of which the best is unverified',
        ['gone', 'blocked', 'unverified'],
        'address_unverified',
        null,
      ],
      ['a block of all but what is mandatory', ['complained'], 'address_complained', null],
      ['a block of everything', ['suppressed'], 'address_suppressed', 'address_suppressed'],
      [
        'a block of each of several',
        ['suppressed', 'suppressed'],
        'address_suppressed',
        'address_suppressed',
      ],
    ] as const
  ).map(([name, standings, reason, ofMandatory]) => ({
    name,
    raise: async ({ userId }) => contacts.set(userId, standings),
    before: reason,
    after: reason,
    ofMandatory,
  })),
  otherContacts: (
    [
      ['works', 'everything'],
      ['unverified', 'what is mandatory'],
      ['complained', 'what is mandatory'],
      ['gone', 'nothing'],
      ['blocked', 'nothing'],
      ['suppressed', 'nothing'],
    ] as const
  ).map(([standing, takes]) => ({
    name: `another one (${standing}) takes ${takes}`,
    add: (running, userId) => running.addContact(userId, standing),
    takes,
  })),
  reasons: emailReasons,
  tables: [],
  async start(database, clock) {
    contacts.clear();
    const given: string[] = [];
    const taken: { readonly id: string; readonly title: string }[] = [];
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
      findContacts: async () => (person) =>
        standingsOf(person.user_id).map((standing, place) => {
          const isState = standing !== 'complained' && standing !== 'suppressed';
          return { id: idOf(person.user_id, place), state: isState ? standing : 'works' };
        }),
      findBlocks: async () => (contact, kind) => {
        const standing = standingOf(contact);
        if (standing === 'suppressed') return 'address_suppressed';
        return standing === 'complained' && !kinds[kind].mandatory ? 'address_complained' : null;
      },
    };
    const sender: ChannelSender = {
      concurrency: 2,
      urgentConcurrency: 1,
      async send({ deliveryId: id, kind, payload, recipient }) {
        given.push(id);
        if (answer === 'sent') taken.push({ id, title: texts.inbox(kind, payload, recipient).title });
        return answer === 'sent' ? { result: answer } : { result: answer, detail: 'as the test wants it' };
      },
      async recordAttempts(_tx, attempts) {
        for (const { delivery, outcome } of attempts)
          if (outcome.result === 'contact_gone') contacts.set(delivery.recipient.user_id, ['gone']);
      },
    };
    return {
      messaging: createMessagingBy({ database, clock, channel, sender, reasons: emailReasons }),
      createPerson: () => createPerson(database),
      async addContact(userId, standing) {
        contacts.set(userId, [...standingsOf(userId), standing]);
      },
      async behave(outcome) {
        answer = outcome;
      },
      asked: () => given.length,
      taken: () => taken.map(({ id }) => id),
      read: () => taken.map(({ title }) => title),
      async close() {},
    };
  },
};

describeChannel(scripted);
