import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import type { Person } from './connection.ts';
import type { HubLimits } from './limits.ts';
import { Pace } from './pace.ts';
import type { StreamEntry, StreamHead, StreamReader } from './streams.ts';
import type { Timers } from './timers.ts';

interface Dependencies<Entry extends StreamEntry> {
  readonly clock: Clock;
  readonly reader: StreamReader<Entry>;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly limits: HubLimits;
  readonly apply: (person: Person, head: StreamHead) => void;
}

interface Waiting {
  readonly settled: Promise<boolean>;
  readonly settle: (read: boolean) => void;
}

const none: StreamHead = { head: 0, unread: 0, unseen: 0, revision: 0 };

/**
 * Reads the heads of people, many in one query and one query at a time, so that an answer is never older than one
 * that was applied before it.
 */
export class Heads<Entry extends StreamEntry> {
  readonly #dependencies: Dependencies<Entry>;
  readonly #waiting = new Map<Person, Waiting>();
  readonly #pace: Pace;
  #running = false;

  constructor(dependencies: Dependencies<Entry>) {
    this.#dependencies = dependencies;
    this.#pace = new Pace(dependencies.clock, dependencies.timers, dependencies.limits.headGapMs);
  }

  /**
   * Reads the person's head after this call, and applies it.
   * @returns whether that worked; a failure is logged
   */
  refresh(person: Person): Promise<boolean> {
    const known = this.#waiting.get(person);
    if (known !== undefined) return known.settled;
    const { promise: settled, resolve: settle } = Promise.withResolvers<boolean>();
    this.#waiting.set(person, { settled, settle });
    if (!this.#running) {
      this.#running = true;
      this.#dependencies.timers.soon(() => void this.#run());
    }
    return settled;
  }

  async #run(): Promise<void> {
    const { reader, logger, limits, apply } = this.#dependencies;
    while (this.#waiting.size > 0) {
      await this.#pace.wait(this.#waiting.size >= limits.headBatch);
      const batch = [...this.#waiting.entries().take(limits.headBatch)];
      for (const [person] of batch) this.#waiting.delete(person);
      try {
        const heads = await reader.heads(batch.map(([person]) => person.userId));
        for (const [person, { settle }] of batch) {
          apply(person, heads.get(person.userId) ?? none);
          settle(true);
        }
      } catch (error) {
        logger.error({ err: error }, 'the heads of streams could not be read');
        for (const [, { settle }] of batch) settle(false);
      }
    }
    this.#running = false;
  }
}
