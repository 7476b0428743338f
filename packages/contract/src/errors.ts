/**
 * Every error that Rolecall answers with, in one table. REST answers carry them as RFC 9457 problem details,
 * the socket carries the code in its `error` message. docs/errors.md is generated from here.
 */

export type RetryAdvice =
  /** The same request will fail again; do not repeat it. */
  | 'never'
  /** The same request may succeed later; wait for `Retry-After` where it is given. */
  | 'later'
  /** The request can succeed once the caller has changed it or the state that it names. */
  | 'after_change';

export interface ErrorDescription {
  /** HTTP status of the answer. */
  readonly status: number;
  /** Short sentence that stays the same for every occurrence (`title` of RFC 9457). */
  readonly title: string;
  readonly retry: RetryAdvice;
  /** What it means and what to do, for the reference of errors. */
  readonly description: string;
}

const describe = (
  status: number,
  retry: RetryAdvice,
  title: string,
  description: string,
): ErrorDescription => ({
  status,
  title,
  retry,
  description,
});

export const errorCodes = {
  invalid_request: describe(
    400,
    'after_change',
    'The request is not valid',
    'A parameter or a field of the body does not fit its schema. `errors` names each one by its path.',
  ),
  invalid_cursor: describe(
    400,
    'after_change',
    'The cursor is not valid',
    'A cursor is only good for the list, the filters and the order that it came from. Start again without it.',
  ),
  invalid_json: describe(
    400,
    'after_change',
    'The body is not valid JSON',
    'The body could not be parsed as JSON.',
  ),
  unauthenticated: describe(
    401,
    'after_change',
    'Sign in first',
    'There is no access token or API key, or it is unknown, expired or revoked. Refresh the token or sign in.',
  ),
  invalid_credentials: describe(
    401,
    'after_change',
    'E-mail address or password is wrong',
    'No account has this pair of e-mail address and password. Which of the two is wrong is not told.',
  ),
  forbidden: describe(
    403,
    'never',
    'This is not allowed for you',
    'The account is known, but its role or its company does not give it this right.',
  ),
  origin_refused: describe(
    403,
    'never',
    'The request comes from a foreign site',
    'A request that is authenticated by a cookie must come from an allowed origin (see ROLECALL_ALLOWED_ORIGINS).',
  ),
  not_found: describe(
    404,
    'never',
    'There is nothing here',
    'The thing does not exist, or you may not know of it.',
  ),
  method_not_allowed: describe(
    405,
    'never',
    'This method is not offered here',
    'The path exists with another method.',
  ),
  email_taken: describe(
    409,
    'after_change',
    'There is an account with this e-mail address',
    'Sign in, or ask for a new password, with this address.',
  ),
  too_many_api_keys: describe(
    409,
    'after_change',
    'You have too many API keys',
    'An account has at most 20 keys in force. Revoke one that is not used any more.',
  ),
  too_many_mutes: describe(
    409,
    'after_change',
    'You have muted too much',
    'A person can have 1,000 subjects muted at a time. Unmute some that do not matter any more.',
  ),
  address_unverified: describe(
    409,
    'after_change',
    'Confirm your e-mail address first',
    'A test is only mailed to a confirmed address. Follow the link of the mail that you got when you signed up.',
  ),
  already_applied: describe(
    409,
    'never',
    'You have already applied for this job',
    'A person applies once for a job. `application_id` names the application.',
  ),
  job_closed: describe(409, 'never', 'The job is closed', 'A closed job takes no applications and no edits.'),
  job_applies_elsewhere: describe(
    409,
    'never',
    'This job takes applications on its own site',
    'The job came from a source; `apply_url` is where its company takes applications.',
  ),
  illegal_transition: describe(
    409,
    'after_change',
    'The application can not take this status now',
    '`from` is its status, `allowed` lists the statuses that can follow for you.',
  ),
  interview_not_open: describe(
    409,
    'never',
    'Nothing can be changed about interviews here now',
    'Only an application with the status `interview` takes them, 20 at most. One that is over or cancelled stays as it is.',
  ),
  edit_conflict: describe(
    409,
    'after_change',
    'Somebody else has changed it meanwhile',
    'Read it again and repeat the change on what you find.',
  ),
  source_running: describe(409, 'later', 'The source is running already', 'A source has one run at a time.'),
  source_exists: describe(
    409,
    'after_change',
    'There is a source for this board already',
    'A board or feed is read by one source.',
  ),
  delivery_not_failed: describe(
    409,
    'never',
    'Only a failed delivery can be sent again',
    'The delivery is pending, sent or skipped.',
  ),
  broadcast_status_conflict: describe(
    409,
    'after_change',
    'The broadcast can not do this now',
    '`status` is its status, `allowed` lists what can be done with it. What has started can not be edited any more.',
  ),
  token_invalid: describe(
    410,
    'after_change',
    'The link is not valid any more',
    'A link of a mail works once and for a limited time. Ask for a new one.',
  ),
  payload_too_large: describe(
    413,
    'after_change',
    'The body is too large',
    'A body may have 1 MiB, a résumé 5 MiB, where the operator has set nothing else.',
  ),
  unsupported_media_type: describe(
    415,
    'after_change',
    'This type of content is not taken here',
    'Bodies are application/json. A résumé is a PDF, DOCX, ODT or text file, by its content, not only by its name.',
  ),
  idempotency_key_reused: describe(
    422,
    'never',
    'This Idempotency-Key belongs to another request',
    'A key names one request for 24 hours: the same key with another body is refused. Choose a new key for a new request.',
  ),
  overloaded: describe(
    503,
    'later',
    'Too much is waiting',
    'More calls wait for the database than this instance takes. Wait for the seconds that `Retry-After` gives.',
  ),
  rate_limited: describe(429, 'later', 'Too many requests', 'Wait for the seconds that `Retry-After` gives.'),
  internal_error: describe(
    500,
    'later',
    'Something went wrong here',
    'A fault of the server. Its log has the details under the `request_id` of this answer.',
  ),
  outgoing_address_refused: describe(
    422,
    'after_change',
    'This address may not be fetched',
    'The address is not public http or https: private, loopback, link-local and reserved networks are refused.',
  ),
  outgoing_failed: describe(
    502,
    'later',
    'The other side could not be reached',
    'A request to a third party failed.',
  ),
  outgoing_timeout: describe(
    504,
    'later',
    'The other side took too long',
    'A request to a third party ran out of time.',
  ),
  outgoing_too_large: describe(
    502,
    'never',
    'The answer of the other side is too large',
    'A third party answered with more than this instance takes.',
  ),
  source_unreadable: describe(
    422,
    'after_change',
    'The feed can not be read',
    'The document is not what this kind of source gives. The run log has the reason.',
  ),
  template_changed: describe(
    409,
    'after_change',
    'Somebody else has changed this draft',
    'The draft is not the one that was seen. Read it again, and save what you want of both.',
  ),
  template_invalid: describe(
    422,
    'after_change',
    'The template has faults',
    '`errors` names each one by its field, with line and column. A text with faults is never published.',
  ),
  mail_not_sent: describe(
    502,
    'later',
    'The mail could not be sent',
    'This instance sends no mail, or its mail server has not taken this one. `detail` tells what it said.',
  ),
  webhook_signature_invalid: describe(
    401,
    'never',
    'The call is not signed by the provider',
    'The signature, the certificate or the credentials are missing or wrong, or something was changed on the way.',
  ),
  webhook_too_old: describe(
    403,
    'never',
    'The call was signed too long ago',
    'A provider signs each call with the time. What is old may be a repetition by somebody else, or a clock is wrong.',
  ),
  webhook_topic_refused: describe(
    403,
    'after_change',
    'The topic is not known here',
    'Only topics of Amazon SNS that ROLECALL_SNS_TOPIC_ARNS names may tell something.',
  ),
  address_disposable: describe(
    422,
    'after_change',
    'Throwaway addresses are not taken here',
    'The address belongs to a service for throwaway addresses, and this instance takes none of them.',
  ),
  suppression_list_invalid: describe(
    422,
    'after_change',
    'This is no list of addresses',
    'The text is not CSV, has no column `address`, or has more than 10,000 lines. `detail` tells which.',
  ),
  unavailable: describe(
    503,
    'later',
    'The server is starting or stopping',
    'The server is draining, or a part that it needs does not answer.',
  ),
  unknown_message_type: describe(
    400,
    'after_change',
    'This type of socket message is unknown',
    'The socket takes ping, subscribe, unsubscribe, resume, refresh, ack and mark_read.',
  ),
  unknown_notification_type: describe(
    400,
    'after_change',
    'This notification type is unknown',
    'A subscription names a type that does not exist; the list in force has not changed.',
  ),
} as const satisfies Record<string, ErrorDescription>;

export type ErrorCode = keyof typeof errorCodes;
