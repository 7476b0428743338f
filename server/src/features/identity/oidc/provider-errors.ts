import * as openid from 'openid-client';

/** Codes of the library for answers that are none of a working provider. */
const outages: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

/** Whether the provider could not be asked, rather than that its answer does not hold. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof openid.ClientError)) return false;
  // What has no code is an error of the line.
  return error.code === undefined || outages.has(error.code);
}

const longestDescription = 200;

/** Why the provider refused, in its own words: they come by the address of a page, so they are kept short and plain. */
export function describeRefusal({
  error,
  error_description = '',
}: openid.AuthorizationResponseError): string {
  const words = [error, error_description].filter((word) => word !== '').join(': ');
  return words.replaceAll(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, ' ').slice(0, longestDescription);
}
