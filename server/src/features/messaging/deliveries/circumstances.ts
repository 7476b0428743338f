import type { NotificationSettings } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { dayOf, type LocalDay } from '../../../platform/time/index.ts';
import type { BlockOf, Channel, ContactPoint } from '../channels/index.ts';
import type { Preferences, SettingsOfPeople } from '../preferences/index.ts';
import type { Recipient, Recipients } from '../recipients/index.ts';

/** What is known of the people of a batch right before something is sent to them by a channel. */
export interface Circumstances<Contact extends ContactPoint> {
  readonly now: Date;
  readonly channel: Channel<Contact>;
  readonly settings: SettingsOfPeople;
  /** Undefined for one who is gone. */
  recipientOf(userId: string): Recipient | undefined;
  contactsOf(userId: string): readonly Contact[];
  readonly blockOf: BlockOf<Contact>;
  readonly isBulkPaused: boolean;
}

export interface CircumstancesDependencies<Contact extends ContactPoint> {
  readonly channel: Channel<Contact>;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'settingsOf'>;
}

/** Finds all of it with a constant number of queries. */
export async function findCircumstances<Contact extends ContactPoint>(
  tx: Tx,
  userIds: readonly string[],
  now: Date,
  { channel, recipients, preferences }: CircumstancesDependencies<Contact>,
): Promise<Circumstances<Contact>> {
  const people = await recipients.findRecipients(tx, userIds);
  const byId = new Map(people.map((person) => [person.user_id, person]));
  const settings = await preferences.settingsOf(tx, userIds);
  const contactsOf = await channel.findContacts(tx, people);
  const contacts = new Map(people.map((person) => [person.user_id, contactsOf(person)]));
  return {
    now,
    channel,
    settings,
    recipientOf: (userId) => byId.get(userId),
    contactsOf: (userId) => contacts.get(userId) ?? [],
    blockOf: await channel.findBlocks(tx, [...contacts.values()].flat()),
    isBulkPaused: (await channel.isBulkPaused?.(tx)) ?? false,
  };
}

/** Whether the person limits what comes in a day, over all channels or on this one. */
export function hasCap(
  { caps }: Pick<NotificationSettings, 'caps'>,
  { name }: Pick<Channel, 'name'>,
): boolean {
  return caps.per_day !== null || (caps.channels[name] ?? null) !== null;
}

/** The day, in the person's zone, that something counts for that is sent now. */
export function dayOfPerson<Contact extends ContactPoint>(
  userId: string,
  { recipientOf, now }: Pick<Circumstances<Contact>, 'recipientOf' | 'now'>,
): LocalDay {
  return dayOf(now, recipientOf(userId)?.time_zone ?? 'UTC');
}
