/**
 * Whether a browser's `Origin` may act with this instance's cookies: one of the allowed origins, or the very host
 * that the request was sent to (then no other site can have caused it, whatever name this host goes by).
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowedOrigins: readonly string[],
): boolean {
  if (origin === undefined) return false;
  if (allowedOrigins.includes(origin)) return true;
  const parsed = URL.parse(origin);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.host !== '' && parsed.host === host;
}
