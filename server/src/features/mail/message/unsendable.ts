/** No provider can send this mail: its address or its content is not valid in a mail. */
export class UnsendableMailError extends Error {
  override readonly name = 'UnsendableMailError';
  readonly result: 'address_rejected' | 'message_rejected';
  /** The enhanced status code (RFC 3463) that a server would give. */
  readonly status: string;

  constructor(result: 'address_rejected' | 'message_rejected', status: string, detail: string) {
    super(detail);
    this.result = result;
    this.status = status;
  }
}
