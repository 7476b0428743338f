import type { OutgoingMail } from './mail.ts';
import type { MailOutcome } from './outcome.ts';

/** A mail server or the API of a service, which takes mails from us. It answers failures; what it throws is a defect. */
export interface MailProvider {
  /** Unique among the configured ones; operators and metrics know it by this name. */
  readonly name: string;
  /** How many mails it takes at the same time. */
  readonly concurrency: number;
  /**
   * Answers within 25 seconds.
   * @param returnPath address of the envelope, to which bounces go (RFC 5321, 4.4)
   */
  send(mail: OutgoingMail, returnPath: string): Promise<MailOutcome>;
  /** Connects and signs in. @throws the reason when that fails */
  verify(): Promise<void>;
  close(): Promise<void>;
}
