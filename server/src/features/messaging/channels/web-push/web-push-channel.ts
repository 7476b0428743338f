import type { BlockOf, Channel, ContactPoint } from '../channel.ts';
import { type PushContact, selectContacts } from './contacts.store.ts';

/** It blocks no device, whatever it is asked about: so it fits wherever a channel is wanted. */
export interface WebPushChannel extends Channel<PushContact> {
  findBlocks(): Promise<BlockOf<ContactPoint>>;
}

/** @param onlineDelayMs how long a push waits for people who are online to read it in the inbox, in milliseconds */
export function createWebPushChannel(onlineDelayMs: number): WebPushChannel {
  return {
    name: 'web_push',
    rules: {
      // A device belongs to whoever is signed in there, so nothing has to be confirmed.
      verifiedOnly: new Set(),
      onlineDelayMs,
      unreachable: {
        none: 'no_device',
        unverified: 'no_device',
        gone: 'device_gone',
        blocked: 'device_blocked',
      },
    },
    async findContacts(tx, people) {
      const contacts = await selectContacts(
        tx,
        people.map(({ user_id }) => user_id),
      );
      const byPerson = Map.groupBy(contacts, ({ userId }) => userId);
      return ({ user_id }) => byPerson.get(user_id) ?? [];
    },
    findBlocks: async () => () => null,
  };
}
