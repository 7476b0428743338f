import type { Category, Channel, KindDefinition } from '@rolecall/contract';
import type { ReasonCode } from './reasons.ts';

/** A channel that has to carry something somewhere; the inbox is written with the notification itself. */
export type DeliveryChannel = Exclude<Channel, 'inbox'>;

type RoutedKind = Pick<
  KindDefinition,
  'category' | 'priority' | 'mandatory' | 'digestible' | 'defaultChannels'
>;

/** All that the decision depends on. */
export interface RouteFacts {
  readonly definition: RoutedKind;
  readonly channel: DeliveryChannel;
  /** Whether this instance has the channel at all. */
  readonly channelAvailable: boolean;
  /** What the person has chosen for the category and the channel; undefined: nothing. */
  readonly choice: boolean | undefined;
  readonly recipient: {
    /** Empty: none. */
    readonly email: string;
    readonly emailVerified: boolean;
  };
  /**
   * For how long a person who is online now may read it in the inbox before it goes out, in milliseconds; 0: the person
   * is not online, or it has waited for that already.
   */
  readonly onlineDelayMs: number;
  readonly now: Date;
}

/** What becomes of a delivery, why, and from when on. */
export interface RouteDecision {
  /** `hold`: send, but not before `dueAt`. */
  readonly decision: 'send' | 'hold' | 'skip';
  readonly reason: ReasonCode;
  readonly dueAt: Date;
}

/**
 * Categories that are not mailed to an address that nobody has confirmed. They keep coming without anybody having
 * done anything, so a stranger whose address was typed in by mistake would be mailed for ever. What answers an act of
 * the account itself (a welcome, a confirmation) still goes out, and so does the mail that confirms the address.
 */
const needsVerifiedAddress: Readonly<Record<Category, boolean>> = {
  jobs: true,
  applications: false,
  recruiting: false,
  account: false,
  services: true,
  security: false,
};

/** Whether it may wait for a person who is online: it is in the inbox, and not urgent enough to come both ways. */
export function mayWaitForInbox(definition: RoutedKind): boolean {
  const { mandatory, digestible, priority, defaultChannels } = definition;
  if (mandatory || !defaultChannels.includes('inbox')) return false;
  return digestible || priority === 'low' || priority === 'medium';
}

/**
 * Decides about one notification on one channel. It is asked when the notification is written and again right before
 * it is sent. It answers for every input, and a mandatory kind is neither held nor skipped by a preference.
 */
export function route(facts: RouteFacts): RouteDecision {
  const { definition, channel, choice, recipient, now } = facts;
  const skip = (reason: ReasonCode): RouteDecision => ({ decision: 'skip', reason, dueAt: now });

  if (!facts.channelAvailable) return skip('channel_off');
  if (recipient.email === '') return skip('no_address');
  if (!definition.mandatory) {
    if (!(choice ?? definition.defaultChannels.includes(channel))) return skip('preference_off');
    if (needsVerifiedAddress[definition.category] && !recipient.emailVerified) {
      return skip('address_unverified');
    }
  }
  if (facts.onlineDelayMs > 0 && mayWaitForInbox(definition)) {
    return { decision: 'hold', reason: 'online', dueAt: new Date(now.getTime() + facts.onlineDelayMs) };
  }
  return { decision: 'send', reason: 'due', dueAt: now };
}
