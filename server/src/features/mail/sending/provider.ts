import type { MailOutcome, OutgoingMail } from './mail.ts';

/** Whoever takes mails from us: a mail server or the API of a service. Failures are answered; what is thrown is a defect. */
export interface MailProvider {
  /** Unique among the configured ones; operators and figures call it by this name. */
  readonly name: string;
  /** Mails that it takes at the same time. */
  readonly concurrency: number;
  /**
   * Answers within 25 seconds.
   * @param returnPath address of the envelope, to which bounces go (RFC 5321, 4.4)
   */
  send(mail: OutgoingMail, returnPath: string): Promise<MailOutcome>;
  /** Reaches it and signs in. Throws the reason when that does not work. */
  verify(): Promise<void>;
  close(): Promise<void>;
}
