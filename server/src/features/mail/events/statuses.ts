import type { BounceClass } from '@rolecall/contract';

// What an enhanced status code (RFC 3463) says about who is to blame, for all features.

/** There is no such mailbox, now or ever. */
const unknownMailbox = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4']);

/** The mail is too large for the system, or our own address is refused (x.1.7 and x.1.8). */
const refusedSender = new Set(['5.3.4', '4.1.7', '5.1.7', '4.1.8', '5.1.8']);

export function isUnknownMailbox(status: string): boolean {
  return unknownMailbox.has(status);
}

/** We are refused as the sender: neither the address nor the mail is to blame. */
export function blamesSender(status: string): boolean {
  return /^[45]\.7\./.test(status) || refusedSender.has(status);
}

/** Another attempt may succeed: even a full mailbox (5.2.2) is emptied some day. */
export function mayPass(status: string): boolean {
  return status.startsWith('4.') || status === '5.2.2';
}

/** The class of a bounce by its status; null: the status does not tell. */
export function classOf(status: string | null): BounceClass | null {
  if (status === null) return null;
  if (blamesSender(status)) return 'blocked';
  if (mayPass(status)) return 'soft';
  if (status.startsWith('5.6.') || status === '5.2.3') return 'content';
  return status.startsWith('5.') ? 'hard' : null;
}
