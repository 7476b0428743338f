import type { BounceClass } from '@rolecall/contract';

/** What an enhanced status code (RFC 3463) says of who is to blame: the one table that everybody goes by. */

/** Statuses that say that there is no such mailbox, now or ever. */
const unknownMailbox = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4']);

export function isUnknownMailbox(status: string): boolean {
  return unknownMailbox.has(status);
}

/** We are refused as the sender: neither the address nor the mail is to blame. */
export function blamesSender(status: string): boolean {
  return status.startsWith('5.7.') || status === '5.3.4';
}

/** It may be taken another time, as a full mailbox (5.2.2) is emptied some day. */
export function mayPass(status: string): boolean {
  return status.startsWith('4.') || status === '5.2.2';
}

/** Whose fault a bounce of this status is; null: it has none that tells. */
export function classOf(status: string | null): BounceClass | null {
  if (status === null) return null;
  if (mayPass(status)) return 'soft';
  if (blamesSender(status)) return 'blocked';
  if (status.startsWith('5.6.')) return 'content';
  return status.startsWith('5.') ? 'hard' : null;
}
