/**
 * Why a delivery is in its state: every code that a delivery can carry, with the sentence that a person reads under
 * 'Why did I get this?' and 'Why did I not?'. Codes are stable; sentences may change. `{moment}` is when the delivery is
 * due, in the time of its person. The other languages stand beside this file, one each.
 */
export const reasons = {
  due: 'It is waiting for its turn.',
  online: 'Held until {moment}: you were online, and may see it in the inbox before.',
  escalation: 'Held until {moment}: it goes out if you have not read it in the inbox by then.',
  quiet_hours: 'Held until {moment}: your quiet hours.',
  daytime_only: 'Held until {moment}: it is nothing for the night.',
  snoozed: 'Held until {moment}: you have paused everything.',
  digest_hourly: 'Collected for your hourly digest of {moment}.',
  digest_daily: 'Collected for your daily digest of {moment}.',
  digest_weekly: 'Collected for your weekly digest of {moment}.',
  over_cap: 'Collected for the digest of {moment}: you have had as many messages as you want in a day.',
  in_digest: 'It was part of a digest that was sent.',
  same_vacancy: 'The digest tells of the same vacancy already.',
  sent: 'It was handed to the mail server.',
  retrying: 'The mail server could not take it yet; it is tried again at {moment}.',
  provider_unavailable: 'The mail server can not be reached; it goes out as soon as that is over.',
  throttled: 'It waits until {moment}, so that the mail servers are not overrun.',
  sender_blocked:
    'The mail server refused us as the sender; it is tried again at {moment}, and the operator is told.',
  bulk_paused:
    'Held back, looked at again at {moment}: too many mails bounced or were reported as spam, so those that can wait are paused.',
  interrupted: 'A process stopped while sending; it is sent again.',
  requested_again: 'The operator asked to send it again.',
  fault: 'Something went wrong here; it is tried again at {moment}.',
  preference_off: 'This category is switched off for this channel in your preferences.',
  channel_off: 'This instance has this channel switched off.',
  no_address: 'There is no address to send it to.',
  address_unverified: 'Job alerts are only mailed to a confirmed address; it is in the inbox.',
  address_bounced:
    'Your address does not take our mail; confirm it in your account once it does. This is in the inbox.',
  address_complained:
    'A mail of ours was reported as spam, so only what your account needs is mailed. It is in the inbox.',
  address_suppressed: 'The operator has stopped mail to this address.',
  muted: 'You have muted what it is about.',
  below_minimum: 'It fits less well than you want to hear of.',
  already_read: 'It was read in the inbox before it was sent.',
  seen_in_inbox: 'You saw it in the inbox before it was sent.',
  removed_from_inbox: 'It was archived or deleted in the inbox before it was sent.',
  digest_empty: 'Nothing of what it would have told was of use any more.',
  expired: 'It was of no use any more when its turn came.',
  link_gone: 'The link that it carried has been removed for safety; ask for a new one.',
  job_closed: 'The job was closed before it was sent.',
  job_hidden: 'You have hidden the job.',
  already_applied: 'You had applied for the job before it was sent.',
  application_withdrawn: 'The application was withdrawn before it was sent.',
  no_longer_true: 'What it reminds of had changed or was done before it was sent.',
  broadcast_stopped: 'The operator has stopped it before it was sent.',
  superseded: 'Something newer has taken its place.',
  address_rejected: 'The mail server of the recipient does not know this address.',
  message_rejected: 'The mail server refused this message for good.',
  retries_exhausted: 'It was tried for three days without success.',
} as const;

/** Stable code of a decision about a delivery. */
export type ReasonCode = keyof typeof reasons;

/** Every reason in one language. */
export type ReasonSentences = Readonly<Record<ReasonCode, string>>;

/** Why a notification is not worth sending any more, as the features that it is about can tell. */
export type IrrelevanceReason = Extract<
  ReasonCode,
  | 'job_closed'
  | 'job_hidden'
  | 'already_applied'
  | 'application_withdrawn'
  | 'superseded'
  | 'broadcast_stopped'
  | 'no_longer_true'
  | 'digest_empty'
>;

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}
