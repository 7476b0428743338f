import { isIP } from 'node:net';

/** A mail server that we send by. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * `tls`: encrypted from the first byte. `starttls`: encrypted before we sign in, or the connection fails.
   * `opportunistic`: encrypted where the server offers it.
   */
  readonly security: 'tls' | 'starttls' | 'opportunistic';
  /** Null: it takes mails without a sign-in. */
  readonly credentials: { readonly user: string; readonly password: string } | null;
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://…`. A sign-in is always encrypted, unless the server is on this
 * machine.
 *
 * @throws it is not the address of a mail server
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new Error('not the address of a mail server');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isEncrypted = url.protocol === 'smtps:';
  const credentials =
    url.username === ''
      ? null
      : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const isLocal = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  const plain = credentials === null || isLocal ? 'opportunistic' : 'starttls';
  return {
    host,
    port: url.port === '' ? (isEncrypted ? 465 : 587) : Number(url.port),
    security: isEncrypted ? 'tls' : plain,
    credentials,
  };
}
