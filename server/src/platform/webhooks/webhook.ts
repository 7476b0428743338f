import type { Tx } from '../db/index.ts';

/** A call from outside, as it came. */
export interface WebhookCall {
  /** By its name in lower case. */
  header(name: string): string | undefined;
  /** What the signature covers: not one byte of it may have been read and written anew. */
  readonly body: Buffer;
}

/** What a genuine call tells. */
export interface WebhookContent<Report> {
  readonly reports: readonly Report[];
  /** What may be used once only, where the signature does not cover the body; null: it covers it. */
  readonly onceToken: string | null;
}

/** How one sender of webhooks signs and writes what it tells. */
export interface Webhook<Report> {
  /**
   * Reads a call. What is not known, and what is broken, is left out, so that it costs nothing of what stands beside it.
   *
   * @throws {ApplicationError} `webhook_signature_invalid`, `webhook_too_old`, `webhook_topic_refused`, `invalid_json`
   */
  read(call: WebhookCall, now: Date): Promise<WebhookContent<Report>>;
}

/** Takes what senders tell. */
export interface WebhookReceiver {
  /**
   * Records what a call tells. The same call may come again.
   *
   * @throws {ApplicationError} `not_found` for a sender that is not configured, and what reading it throws
   */
  receive(sender: string, call: WebhookCall): Promise<void>;
}

/** What happens to reports, in the transaction that takes the call. A report that comes again must change nothing. */
export type RecordReports<Report> = (tx: Tx, reports: readonly Report[]) => Promise<unknown>;
