/** Where a conversation was when it failed. */
export type SmtpCommand = 'CONN' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'RSET';

/** A conversation with a mail server that went wrong. `classify` reads its fields. */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
  /** What kind of failure it is, such as `ETIMEDOUT`; `EREPLY`: the server has refused. */
  readonly code: string;
  readonly command: SmtpCommand;
  /** The reply of the server; empty: it gave none. */
  readonly response: string;
  /**
   * The server has certainly not taken the mail, and has said nothing about it: the conversation ended of old age. It
   * can be sent by another connection as if nothing had been.
   */
  readonly isStale: boolean;

  constructor(
    code: string,
    command: SmtpCommand,
    message: string,
    { response = '', isStale = false }: { readonly response?: string; readonly isStale?: boolean } = {},
  ) {
    super(message);
    this.code = code;
    this.command = command;
    this.response = response;
    this.isStale = isStale;
  }
}
