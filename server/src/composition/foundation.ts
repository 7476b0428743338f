import type { Notification } from '@rolecall/contract';
import type { MailSender } from '../features/mail/dispatch/index.ts';
import type { Reasons } from '../features/messaging/routing/index.ts';
import type { Bus } from '../platform/bus/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import type { HttpClient } from '../platform/http-client/index.ts';
import type { KindTexts } from '../platform/kind-texts/index.ts';
import type { Health, Logger, Metrics } from '../platform/observability/index.ts';
import type { Queue } from '../platform/queue/index.ts';
import type { RealtimePublisher } from '../platform/realtime/index.ts';
import type { InstanceSecret, SealedRows } from '../platform/secret/index.ts';
import type { SetAside } from '../platform/set-aside/index.ts';
import type { WorkerPool } from '../platform/workers/index.ts';

/** What every feature stands on, opened for one process. */
export interface Platform {
  readonly config: Config;
  readonly version: string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly database: OpenDatabase;
  readonly bus: Bus;
  readonly httpClient: HttpClient;
  /** Parses what comes from outside. */
  readonly workers: WorkerPool;
  readonly secret: InstanceSecret;
  close(): Promise<void>;
}

/** What every module may build on, beside what the modules before it have created. */
export interface Foundation extends Platform {
  readonly queue: Queue;
  readonly publisher: RealtimePublisher<Notification>;
  /** Says which row a batch was done without. */
  readonly setAside: SetAside;
  /** What every kind of notification says. */
  readonly kinds: readonly KindTexts[];
  /** All that is sealed with keys of the instance. */
  readonly sealed: readonly SealedRows[];
  /** Why something was sent, held or not sent, in words. */
  readonly reasons: Reasons;
  /** Undefined: this process sends no mail. */
  readonly mailSender: MailSender | undefined;
  /** Whether a hint about this person could reach a socket; false saves reading what nobody waits for. */
  readonly mayBeConnected: (userId: string) => boolean;
}

/** Parts of the foundation by their names, for what a module needs. */
export type Base<Names extends keyof Foundation> = Pick<Foundation, Names>;
