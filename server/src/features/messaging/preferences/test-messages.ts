import type { Channel, DeliveryChannel, KindPayload } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type Channels, findReach } from '../channels/index.ts';
import type { Recipients } from '../recipients/index.ts';

/** Lets people try out what reaches them. */
export interface TestMessages {
  /**
   * Sends the person a message by this channel, and puts it into the inbox, where its trace can be read. It is
   * mandatory, so that quiet hours and switches do not make a channel look broken.
   *
   * @returns the id of the notification
   * @throws {ApplicationError} `rate_limited` more than once a minute for a channel; `address_unverified`: a stranger
   *   whose address was typed in by mistake is not to be bothered
   */
  send(tx: Tx, userId: string, channel: Channel): Promise<string>;
}

/** Writes the message; notifications, which ask for preferences themselves, provide it. */
export interface TestMessageWriter {
  notify(
    tx: Tx,
    notification: {
      readonly kind: 'test_message';
      readonly userId: string;
      readonly payload: KindPayload<'test_message'>;
      readonly dedupeKey: string;
      readonly onlyBy: readonly DeliveryChannel[];
    },
  ): Promise<string | null>;
}

const intervalMs = 60_000;

export function createTestMessages(dependencies: {
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly notifications: TestMessageWriter;
  readonly channels: Channels;
}): TestMessages {
  const { clock, recipients, notifications, channels } = dependencies;
  return {
    async send(tx, userId, channel) {
      const [person] = await recipients.findRecipients(tx, [userId]);
      if (person === undefined) throw new ApplicationError('not_found');
      const ways = channel === 'inbox' ? [] : [channel];
      const reachOf = await findReach(tx, channels, ways, [person]);
      if (ways.some((way) => reachOf(way, person).contact === 'unverified')) {
        throw new ApplicationError('address_unverified');
      }
      const now = clock.now().getTime();
      const id = await notifications.notify(tx, {
        kind: 'test_message',
        userId,
        payload: { channel },
        // A second one in the same minute is a duplicate, also when both are asked for at once.
        dedupeKey: `test_message:${channel}:${Math.floor(now / intervalMs)}`,
        onlyBy: ways,
      });
      if (id !== null) return id;
      const left = Math.ceil((intervalMs - (now % intervalMs)) / 1_000);
      throw new ApplicationError('rate_limited', { extensions: { retry_after: left } });
    },
  };
}
