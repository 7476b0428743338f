import type { MailProviderConfig } from '../../platform/config/index.ts';

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

/** A mail as it has reached a provider. */
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
  /** By which its webhooks name our delivery. */
  readonly deliveryId: string | null;
  /** Address of the envelope; null: the provider chooses it. */
  readonly returnPath: string | null;
  /** Null: it knows none. */
  readonly idempotencyKey: string | null;
}

/** A local server that follows what a provider documents. */
export interface StandIn {
  /** With the right key. */
  readonly config: MailProviderConfig;
  readonly wrongKey: MailProviderConfig;
  /** What must be in no error. */
  readonly secret: string;
  readonly received: readonly ReceivedMail[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}
