import type { Logger } from 'pino';
import type { Database } from '../db/index.ts';
import type { Metrics } from '../observability/index.ts';
import type { TaskSettings } from './task.ts';

/** What a queue is made of. */
export interface QueueOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** Every task that this process may enqueue or work on. */
  readonly tasks: readonly TaskSettings[];
  /** Where it counts what it does, if anywhere. */
  readonly metrics?: Metrics;
  /** Where the database is, when it is a PostgreSQL server: the queue holds a few connections of its own there. */
  readonly postgresUrl?: string;
  /** How often to look for work that nobody announced, such as retries, in seconds; 2 unless told. */
  readonly pollSeconds?: number;
  /** How long a queue that stops waits for handlers, in seconds; 20 unless told. */
  readonly drainSeconds?: number;
}
