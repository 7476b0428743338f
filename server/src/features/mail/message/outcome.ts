interface Failure {
  /** For the operator. */
  readonly detail: string;
  /** The provider that answered; absent: none was asked. */
  readonly provider?: string;
  /** Enhanced status code (RFC 3463) of the answer, such as `4.2.2`. */
  readonly status?: string;
  /** How long the provider asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The provider may have taken the mail all the same, so no other provider may get it. */
  readonly isUnclear?: boolean;
}

/** What came of an attempt to send a mail. */
export type MailOutcome =
  | {
      readonly result: 'sent';
      readonly provider: string;
      /** The provider's id of the mail; null: it gave none. */
      readonly providerMessageId: string | null;
    }
  /** The provider could not take this mail now. */
  | ({ readonly result: 'retry' } & Failure)
  /** There is no such address. */
  | ({ readonly result: 'address_rejected' } & Failure)
  /** No provider will ever take this mail. */
  | ({ readonly result: 'message_rejected' } & Failure)
  /** The provider refuses us as the sender: neither the mail nor the address is to blame. */
  | ({ readonly result: 'sender_blocked' } & Failure)
  /** It has to wait for the provider, its domain or the day. This is no failure, and the mail was not tried. */
  | ({ readonly result: 'throttled' } & Failure)
  /** The provider cannot be reached or is broken; the mail was not tried. */
  | ({ readonly result: 'unavailable' } & Failure);
