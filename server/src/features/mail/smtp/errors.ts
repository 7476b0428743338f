/** The command at which a conversation failed. */
export type SmtpCommand = 'CONN' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'RSET';

/** A conversation with a mail server has failed. `classify` reads the fields. */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
  /** Such as `ETIMEDOUT`; `EREPLY`: the server has refused. */
  readonly code: string;
  readonly command: SmtpCommand;
  /** The reply of the server; empty: it gave none. */
  readonly response: string;
  /**
   * The connection was kept for too long and had ended. The server has certainly not taken the mail and said nothing about
   * it, so another connection can send it.
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
