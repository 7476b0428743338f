/**
 * Why a delivery is in its state: every code that a delivery can carry, with the sentence that a person reads under
 * 'Why did I get this?' and 'Why did I not?'. Codes are stable; sentences may change.
 */
export const reasons = {
  due: 'It is waiting for its turn.',
  online: 'You were online, so it goes out a little later, unless you see it in the inbox before.',
  escalation: 'It goes out if you have not read it in the inbox by then.',
  quiet_hours: 'It waits for the end of your quiet hours.',
  daytime_only: 'It is nothing for the night, and waits for the morning.',
  snoozed: 'You have paused everything; it waits until then.',
  digest_hourly: 'It is collected for your hourly digest.',
  digest_daily: 'It is collected for your daily digest.',
  digest_weekly: 'It is collected for your weekly digest.',
  over_cap: 'You have had as many messages today as you want; it is collected for your daily digest.',
  in_digest: 'It was part of a digest that was sent.',
  sent: 'It was handed to the mail server.',
  retrying: 'The mail server could not take it yet; it is tried again later.',
  provider_unavailable: 'The mail server can not be reached; it goes out as soon as that is over.',
  sender_blocked:
    'The mail server refused us as the sender; it is tried again later, and the operator is told.',
  interrupted: 'A process stopped while sending; it is sent again.',
  requested_again: 'The operator asked to send it again.',
  fault: 'Something went wrong here; it is tried again later.',
  preference_off: 'This category is switched off for this channel in the preferences.',
  channel_off: 'This instance has this channel switched off.',
  no_address: 'There is no address to send it to.',
  address_unverified: 'Job alerts are only mailed to a confirmed address; it is in the inbox.',
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
  superseded: 'Something newer has taken its place.',
  address_rejected: 'The mail server of the recipient does not know this address.',
  message_rejected: 'The mail server refused this message for good.',
  retries_exhausted: 'It was tried for three days without success.',
} as const;

/** Stable code of a decision about a delivery. */
export type ReasonCode = keyof typeof reasons;

/** Why a notification is not worth sending any more, as the features that it is about can tell. */
export type IrrelevanceReason = Extract<
  ReasonCode,
  | 'job_closed'
  | 'job_hidden'
  | 'already_applied'
  | 'application_withdrawn'
  | 'superseded'
  | 'no_longer_true'
  | 'digest_empty'
>;

/** The sentence for a stored code; a code of an older or newer version stands for itself. */
export function explain(code: string): string {
  return isReasonCode(code) ? reasons[code] : code;
}

function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}
