import type { MailProviderConfig } from '../../../features/mail/settings/index.ts';

/** How a provider behaves from now on. */
export type Behaviour =
  | 'friendly'
  | 'unknown recipient'
  | 'unverified sender'
  | 'dislikes the content'
  | 'rate limited'
  | 'broken'
  | 'hangs after the body'
  | 'answers nonsense';

/** A mail as a provider has received it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly attachments: readonly {
    readonly filename: string;
    readonly type: string;
    readonly content: string;
  }[];
  /** The id of our delivery for its webhooks. */
  readonly deliveryId: string | null;
  /** Address of the envelope; null: the provider chooses it. */
  readonly returnPath: string | null;
  /** Null: the provider has none. */
  readonly idempotencyKey: string | null;
}

/** A local server that follows the documentation of a provider. */
export interface StandIn {
  /** With the right key. */
  readonly config: MailProviderConfig;
  readonly wrongKey: MailProviderConfig;
  /** No error may contain it. */
  readonly secret: string;
  readonly received: readonly ReceivedMail[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}
