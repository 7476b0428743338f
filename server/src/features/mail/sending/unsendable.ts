/** This mail can not be sent by anybody: its address or its content is none that a mail may have. */
export class UnsendableMailError extends Error {
  override readonly name = 'UnsendableMailError';
  readonly result: 'address_rejected' | 'message_rejected';
  /** Enhanced status code (RFC 3463) that a server would give for it. */
  readonly status: string;

  constructor(result: 'address_rejected' | 'message_rejected', status: string, detail: string) {
    super(detail);
    this.result = result;
    this.status = status;
  }
}
