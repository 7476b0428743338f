import { type DeliveryChannel, isSetUpByPerson, type KindDefinition } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { Recipient } from '../recipients/index.ts';
import type { ChannelRules, ContactState, RoutedChannel } from '../routing/index.ts';
import type { Channel, ContactPoint, ContactsOf } from './channel.ts';

/** The channels of an instance, by their names. */
export type Channels = ReadonlyMap<DeliveryChannel, Channel>;

export function channelsOf(channels: readonly Channel[]): Channels {
  return new Map(channels.map((channel) => [channel.name, channel]));
}

/** How a person is reached by a channel, as routing asks for it. */
export type ReachOf = (channel: DeliveryChannel, person: Recipient | undefined) => RoutedChannel;

/** Finds how people are reached, with one query for each of the channels that are wanted. */
export async function findReach(
  tx: Tx,
  channels: Channels,
  wanted: Iterable<DeliveryChannel>,
  people: readonly Recipient[],
): Promise<ReachOf> {
  const found = new Map<DeliveryChannel, ContactsOf<ContactPoint>>();
  for (const name of new Set(wanted)) {
    const channel = channels.get(name);
    if (channel !== undefined) found.set(name, await channel.findContacts(tx, people));
  }
  return (name, person) => {
    const contactsOf = found.get(name);
    if (contactsOf === undefined) return { name, rules: null, contact: 'none' };
    return {
      name,
      rules: channels.get(name)?.rules ?? null,
      contact: person === undefined ? 'none' : bestState(contactsOf(person)),
    };
  };
}

/** Which of the channels that people set up themselves one of these has set up. */
export async function findSetUp(
  tx: Tx,
  channels: Channels,
  people: readonly Recipient[],
): Promise<ReadonlySet<DeliveryChannel>> {
  const wanted = channels.keys().filter(isSetUpByPerson).toArray();
  const reachOf = await findReach(tx, channels, wanted, people);
  return new Set(wanted.filter((name) => people.some((one) => reachOf(name, one).contact !== 'none')));
}

/** The best first. */
const states = ['works', 'unverified', 'blocked', 'gone'] as const satisfies readonly ContactState[];

/** How the contact point stands that stands best; `none`: there is none. */
export function bestState(contacts: readonly ContactPoint[]): ContactState | 'none' {
  const [only] = contacts;
  if (only === undefined) return 'none';
  if (contacts.length === 1) return only.state;
  return states.find((state) => contacts.some((contact) => contact.state === state)) ?? 'none';
}

/** Those of the contact points that a message of this kind may go to. */
export function usableContacts<Contact extends ContactPoint>(
  contacts: readonly Contact[],
  { verifiedOnly }: Pick<ChannelRules, 'verifiedOnly'>,
  { category, mandatory }: Pick<KindDefinition, 'category' | 'mandatory'>,
): Contact[] {
  const takesUnverified = mandatory || !verifiedOnly.has(category);
  return contacts.filter(({ state }) => state === 'works' || (state === 'unverified' && takesUnverified));
}
