import type { BounceClass, MailEventType, SuppressionReason, SuppressionScope } from '@rolecall/contract';
import { blamesSender, isUnknownMailbox, mayPass } from '../events/index.ts';

/** What the decision about an address depends on. */
export interface Standing {
  readonly bouncePoints: number;
  readonly lastBounceAt: Date | null;
  /** Until then bounces do not suppress the address. */
  readonly pinnedUntil: Date | null;
}

/** Something that is told of a mail to the address. */
export interface AddressEvent {
  readonly type: MailEventType;
  /** Enhanced status code (RFC 3463); null: none was given. */
  readonly status: string | null;
  readonly bounce: BounceClass | null;
}

/** Why a decision is what it is. */
export type Ground =
  /** It says nothing of the address: a delivery, or a mail that is tried again. */
  | 'no_news'
  /** We are refused as the sender, or the mail is: the address is not to blame. */
  | 'not_the_address'
  /** There is no such mailbox. */
  | 'unknown_mailbox'
  /** The points are enough. */
  | 'too_many_bounces'
  /** There are points now, but not enough. */
  | 'bounced'
  | 'complained'
  /** An operator has kept it from being suppressed for now. */
  | 'pinned';

export interface Verdict {
  readonly ground: Ground;
  readonly standing: Standing;
  /** Null: nothing changes. */
  readonly suppress: {
    readonly reason: SuppressionReason;
    readonly scope: SuppressionScope;
    readonly expiresAt: Date | null;
  } | null;
}

const softPoints = 1;
const hardPoints = 2;
/** From so many points on nothing is sent any more. */
export const enoughPoints = 4;

const day = 86_400_000;
/** Bounces count until there has been none for so long, in milliseconds; what they led to ends after that time too. */
export const bounceMemoryMs = 30 * day;

export const cleanStanding: Standing = { bouncePoints: 0, lastBounceAt: null, pinnedUntil: null };

/**
 * Decides what an event does to an address. A refusal of the sender (5.7.x, 5.3.4) or of the mail is never held against
 * it, a missing mailbox ends all mail at once, a complaint all that is not needed, and what fails for other reasons
 * counts: one point for what may pass (4.x.x, 5.2.2), two for what is final, and four end it.
 */
export function decide(before: Standing, event: AddressEvent, now: Date): Verdict {
  const leave = (ground: Ground): Verdict => ({ ground, standing: before, suppress: null });
  if (event.type === 'complained') {
    return {
      ground: 'complained',
      standing: before,
      suppress: { reason: 'complaint', scope: 'all_but_transactional', expiresAt: null },
    };
  }
  if (event.type !== 'bounced') return leave('no_news');
  if (blamesOthers(event)) return leave('not_the_address');

  const isPinned = before.pinnedUntil !== null && before.pinnedUntil > now;
  const isUnknown = event.status !== null && isUnknownMailbox(event.status);
  const points = pointsAfter(before, isUnknown ? enoughPoints : weightOf(event), now);
  const standing = { ...before, bouncePoints: points, lastBounceAt: now };
  if (points < enoughPoints) return { ground: 'bounced', standing, suppress: null };
  if (isPinned) return { ground: 'pinned', standing, suppress: null };
  return isUnknown
    ? {
        ground: 'unknown_mailbox',
        standing,
        suppress: { reason: 'hard_bounce', scope: 'all', expiresAt: null },
      }
    : {
        ground: 'too_many_bounces',
        standing,
        suppress: {
          reason: 'soft_bounces',
          scope: 'all',
          expiresAt: new Date(now.getTime() + bounceMemoryMs),
        },
      };
}

function blamesOthers({ status, bounce }: AddressEvent): boolean {
  if (bounce === 'blocked' || bounce === 'content') return true;
  return status !== null && blamesSender(status);
}

function weightOf({ status, bounce }: AddressEvent): number {
  if (status === null) return bounce === 'hard' ? hardPoints : softPoints;
  return mayPass(status) ? softPoints : hardPoints;
}

function pointsAfter({ bouncePoints, lastBounceAt }: Standing, weight: number, now: Date): number {
  const isForgotten = lastBounceAt === null || now.getTime() - lastBounceAt.getTime() >= bounceMemoryMs;
  return Math.min(enoughPoints, (isForgotten ? 0 : bouncePoints) + weight);
}
