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

export type ErrorDescriptions = Readonly<Record<string, ErrorDescription>>;

export const describeError = (
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

/** Errors that belong to no single feature. */
export const coreErrors = {
  invalid_request: describeError(
    400,
    'after_change',
    'The request is not valid',
    'A parameter or a field of the body does not fit its schema. `errors` names each one by its path.',
  ),
  invalid_cursor: describeError(
    400,
    'after_change',
    'The cursor is not valid',
    'A cursor is only good for the list, the filters and the order that it came from. Start again without it.',
  ),
  invalid_json: describeError(
    400,
    'after_change',
    'The body is not valid JSON',
    'The body could not be parsed as JSON.',
  ),
  unauthenticated: describeError(
    401,
    'after_change',
    'Sign in first',
    'There is no access token or API key, or it is unknown, expired or revoked. Refresh the token or sign in.',
  ),
  forbidden: describeError(
    403,
    'never',
    'This is not allowed for you',
    'The account is known, but its role or its company does not give it this right.',
  ),
  origin_refused: describeError(
    403,
    'never',
    'The request comes from a foreign site',
    'A request that is authenticated by a cookie must come from an allowed origin (see ROLECALL_ALLOWED_ORIGINS).',
  ),
  not_found: describeError(
    404,
    'never',
    'There is nothing here',
    'The thing does not exist, or you may not know of it.',
  ),
  method_not_allowed: describeError(
    405,
    'never',
    'This method is not offered here',
    'The path exists with another method.',
  ),
  request_timeout: describeError(
    408,
    'later',
    'The request took too long to arrive',
    'A request has to be there within a minute, and then the connection ends.',
  ),
  edit_conflict: describeError(
    409,
    'after_change',
    'Somebody else has changed it meanwhile',
    'Read it again and repeat the change on what you find.',
  ),
  unknown_host: describeError(
    421,
    'never',
    'This server goes by another name',
    'Outside of production only requests to its public URL, to localhost or to an address are answered.',
  ),
  conflict: describeError(
    409,
    'after_change',
    'This contradicts what is stored',
    'Something of this name is there already, or what the request names was removed meanwhile. Read it again.',
  ),
  payload_too_large: describeError(
    413,
    'after_change',
    'The body is too large',
    'A body may have 1 MiB, a résumé 5 MiB, where the operator has set nothing else.',
  ),
  headers_too_large: describeError(
    431,
    'after_change',
    'The address or the headers are too large',
    'Address and headers together may have 16 KiB.',
  ),
  unsupported_media_type: describeError(
    415,
    'after_change',
    'This type of content is not taken here',
    'Bodies are application/json. A résumé is a PDF, DOCX, ODT or text file, by its content, not only by its name.',
  ),
  idempotency_key_reused: describeError(
    422,
    'never',
    'This Idempotency-Key belongs to another request',
    'A key names one request for 24 hours: the same key with another body is refused. Choose a new key for a new request.',
  ),
  overloaded: describeError(
    503,
    'later',
    'Too much is waiting',
    'More calls wait for the database, or more texts to be read, than this instance takes. Wait for the seconds that `Retry-After` gives.',
  ),
  rate_limited: describeError(
    429,
    'later',
    'Too many requests',
    'Wait for the seconds that `Retry-After` gives.',
  ),
  internal_error: describeError(
    500,
    'later',
    'Something went wrong here',
    'A fault of the server. Its log has the details under the `request_id` of this answer.',
  ),
  outgoing_address_refused: describeError(
    422,
    'after_change',
    'This address may not be fetched',
    'The address is not public http or https: private, loopback, link-local and reserved networks are refused.',
  ),
  outgoing_failed: describeError(
    502,
    'later',
    'The other side could not be reached',
    'A request to a third party failed.',
  ),
  outgoing_timeout: describeError(
    504,
    'later',
    'The other side took too long',
    'A request to a third party ran out of time.',
  ),
  outgoing_too_large: describeError(
    502,
    'never',
    'The answer of the other side is too large',
    'A third party answered with more than this instance takes.',
  ),
  webhook_signature_invalid: describeError(
    401,
    'never',
    'The call is not signed by the provider',
    'The signature, the certificate or the credentials are missing or wrong, or something was changed on the way.',
  ),
  webhook_too_old: describeError(
    403,
    'never',
    'The call was signed too long ago',
    'A provider signs each call with the time. What is old may be a repetition by somebody else, or a clock is wrong.',
  ),
  storage_full: describeError(
    507,
    'later',
    'Nothing can be saved at the moment',
    'The disk of the database has no room beyond its reserve, so nothing is written; reading goes on. The operator has to make room (see ROLECALL_DISK_RESERVE_MB). Wait for the seconds that `Retry-After` gives.',
  ),
  unavailable: describeError(
    503,
    'later',
    'The server cannot answer at the moment',
    'The server is draining, or a part that it needs does not answer or has no time. Wait for the seconds that `Retry-After` gives.',
  ),
} as const satisfies ErrorDescriptions;
