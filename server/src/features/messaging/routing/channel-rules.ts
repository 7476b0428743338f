import type { Category } from '@rolecall/contract';
import type { ReasonCode } from './reasons/reasons.ts';

/**
 * How a contact point of a person stands: it `works`; it is `unverified`, since nobody has shown that it is the person's;
 * the person has `blocked` us there; or it is `gone`.
 */
export type ContactState = 'works' | 'unverified' | 'blocked' | 'gone';

/** What routing asks of a channel. It is data, so that the one function that decides knows no channel. */
export interface ChannelRules {
  /** Categories that it carries only to contact points that somebody has confirmed. */
  readonly verifiedOnly: ReadonlySet<Category>;
  /** How long a message waits for a person who is online and may read it in the inbox, in milliseconds; 0: not at all. */
  readonly onlineDelayMs: number;
  /** What is stored when a person cannot be reached by it, by what is wrong with the contact points. */
  readonly unreachable: Readonly<Record<Exclude<ContactState, 'works'> | 'none', ReasonCode>>;
}
