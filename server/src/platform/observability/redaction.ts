const replacement = '[redacted]';

/** A field whose name says that its value is a secret, such as `refresh_token` or `X-Api-Key`. */
const secretName =
  '[\\w-]{0,60}(?:password|secret|token|api[-_]?key|authorization|cookie|ticket)(?:[-_]?hash)?';
/** Its value in JSON: a string or a flat array, as `Set-Cookie` often is. */
const field = new RegExp(
  `("${secretName}":)(?:"(?:[^"\\\\]|\\\\.)*"|\\[(?:"(?:[^"\\\\]|\\\\.)*"|[^"\\]])*\\]?)`,
  'gi',
);
/** The same inside a string that holds JSON, where the quotes are escaped. */
const escapedField = new RegExp(`(\\\\"${secretName}\\\\":\\s*)\\\\"(?:(?!\\\\").)*\\\\"`, 'gi');
const queryParameter =
  /([?&](?:[a-z_-]{0,30}token|ticket|ap[ip][_-]?key|code|secret|signature|password)=)[^&#\s"'\\]+/gi;
/** The token of a link in a mail, which stands in the path. */
const linkToken = /(\/[ulo]\/)[\w-]{20,}/g;
/** The password before the host of an address. */
const credentials = /(:\/\/[^\s:/?#@"]{0,200}:)[^\s/@"]{1,500}@/g;
const bearer = /\b(bearer\s+)[\w.~+/-]+=*/gi;

/**
 * Removes secrets from a finished log line. It works on the line and not on the objects that went into it,
 * so that nothing – bindings of child loggers, serializers, causes of errors – can pass beside it.
 */
export function redactLine(line: string): string {
  return line
    .replaceAll(field, `$1"${replacement}"`)
    .replaceAll(escapedField, `$1\\"${replacement}\\"`)
    .replaceAll(queryParameter, `$1${replacement}`)
    .replaceAll(linkToken, `$1${replacement}`)
    .replaceAll(credentials, `$1${replacement}@`)
    .replaceAll(bearer, `$1${replacement}`);
}
