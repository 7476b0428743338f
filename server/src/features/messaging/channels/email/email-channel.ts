import type { Category } from '@rolecall/contract';
import type { Tx } from '../../../../platform/db/index.ts';
import { type Block, blockOf, type Suppressions } from '../../../mail/suppressions/index.ts';
import type { ReasonCode } from '../../routing/index.ts';
import type { Channel, ContactPoint } from '../channel.ts';

/** An address; its id is the address itself. */
export type EmailContact = ContactPoint;

export interface EmailChannelOptions {
  readonly suppressions: Pick<Suppressions, 'findBlocks'>;
  /** Who holds bulk back while too much bounces or is reported as spam. */
  readonly alarms: { isPaused(tx: Tx): Promise<boolean> };
  /** How long a mail waits for a person who is online, in milliseconds; 0: not at all. */
  readonly onlineDelayMs: number;
}

/**
 * Categories that are not mailed to an address that nobody has confirmed. They keep coming without anybody having
 * done anything, so a stranger whose address was typed in by mistake would be mailed for ever. Nor is a welcome, or anything
 * else that somebody could have us say to strangers; what is about the safety of the account still goes out, and so does the mail
 * that confirms the address.
 */
const verifiedOnly: ReadonlySet<Category> = new Set([
  'account',
  'jobs',
  'career',
  'messages',
  'digests',
  'announcements',
  'services',
]);

/** How it is told that an address is not written to. */
const suppressed: Readonly<Record<Block['reason'], ReasonCode>> = {
  hard_bounce: 'address_bounced',
  soft_bounces: 'address_bounced',
  complaint: 'address_complained',
  manual: 'address_suppressed',
  import: 'address_suppressed',
};

/** E-mail, as far as it is decided what goes by it: a person has the one address of the account. */
export function createEmailChannel({
  suppressions,
  alarms,
  onlineDelayMs,
}: EmailChannelOptions): Channel<EmailContact> {
  return {
    name: 'email',
    rules: {
      verifiedOnly,
      onlineDelayMs,
      unreachable: {
        none: 'no_address',
        unverified: 'address_unverified',
        blocked: 'address_suppressed',
        gone: 'address_rejected',
      },
    },
    findContacts:
      async () =>
      ({ email, email_verified }) =>
        email === '' ? [] : [{ id: email, state: email_verified ? 'works' : 'unverified' }],
    async findBlocks(tx, contacts) {
      const blocks = await suppressions.findBlocks(
        tx,
        contacts.map(({ id }) => id),
      );
      return ({ id }, kind) => {
        const block = blockOf(blocks.get(id) ?? [], kind);
        return block === null ? null : suppressed[block.reason];
      };
    },
    isBulkPaused: (tx) => alarms.isPaused(tx),
  };
}
