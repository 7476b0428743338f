import type { BounceClass, MailEventType, SuppressionReason, SuppressionScope } from '@rolecall/contract';
import { blamesSender, isUnknownMailbox, mayPass } from '../events/index.ts';

/** What the decision about an address depends on: its bounces so far. */
export interface Standing {
  readonly bouncePoints: number;
  readonly lastBounceAt: Date | null;
  /** Until then bounces do not suppress the address. */
  readonly pinnedUntil: Date | null;
}

/** An event of a mail to the address. */
export interface AddressEvent {
  readonly type: MailEventType;
  /** Enhanced status code (RFC 3463); null: none was given. */
  readonly status: string | null;
  readonly bounce: BounceClass | null;
}

/** The reason of a decision. */
export type Ground =
  /** The event says nothing about the address: a delivery, or a mail that is tried again. */
  | 'no_news'
  /** The receiver refuses us as the sender, or the mail: the address is not to blame. */
  | 'not_the_address'
  /** There is no such mailbox. */
  | 'unknown_mailbox'
  /** The points are enough. */
  | 'too_many_bounces'
  /** The points are not enough yet. */
  | 'bounced'
  | 'complained'
  /** An operator has protected it for now. */
  | 'pinned';

export interface Decision {
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
/** From so many points on the address is suppressed. */
export const enoughPoints = 4;

const day = 86_400_000;
/** Points and the suppression by them end when there has been no bounce for so long, in milliseconds. */
export const bounceMemoryMs = 30 * day;

export const cleanStanding: Standing = { bouncePoints: 0, lastBounceAt: null, pinnedUntil: null };

/**
 * Decides what an event does to an address. A refusal of the sender (x.7.x, x.1.7, x.1.8, 5.3.4) or of the mail does not count. A missing
 * mailbox stops all mail at once, and a complaint stops all but transactional mail. Other failures give points: one where
 * another attempt may succeed (4.x.x, 5.2.2), two where it cannot, and four points stop all mail.
 */
export function decide(before: Standing, event: AddressEvent, now: Date): Decision {
  const leave = (ground: Ground): Decision => ({ ground, standing: before, suppress: null });
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
  // Some servers give the status of a missing mailbox where it is only busy; the class knows.
  const isUnknown = event.status !== null && event.bounce !== 'soft' && isUnknownMailbox(event.status);
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
  if (bounce === 'soft' || (status !== null && mayPass(status))) return softPoints;
  return status === null && bounce !== 'hard' ? softPoints : hardPoints;
}

function pointsAfter({ bouncePoints, lastBounceAt }: Standing, weight: number, now: Date): number {
  const isForgotten = lastBounceAt === null || now.getTime() - lastBounceAt.getTime() >= bounceMemoryMs;
  return Math.min(enoughPoints, (isForgotten ? 0 : bouncePoints) + weight);
}
