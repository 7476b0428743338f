import type { Connection } from './connection.ts';
import type { Epoch } from './epoch.ts';
import type { HubMetrics } from './metrics.ts';
import type { PersonStreams } from './person-streams.ts';
import type { ResumeAnswers } from './resume-answers.ts';
import type { StreamEntry } from './streams.ts';
import type { TopicStreams } from './topic-streams.ts';

/** What a client has. */
export interface ResumePoint {
  readonly epoch: string;
  /** The last seq of the person's stream. */
  readonly user?: number | undefined;
  /** The last seq by topic. */
  readonly topics?: Readonly<Record<string, number>> | undefined;
}

interface Dependencies<Entry extends StreamEntry> {
  readonly people: PersonStreams<Entry>;
  readonly topics: TopicStreams;
  readonly answers: ResumeAnswers;
  readonly epoch: Epoch;
  readonly metrics: HubMetrics;
}

/** Sets connections back to what their clients have, so that they are sent what follows. */
export class Resumption<Entry extends StreamEntry> {
  readonly #dependencies: Dependencies<Entry>;

  constructor(dependencies: Dependencies<Entry>) {
    this.#dependencies = dependencies;
  }

  async resume(connection: Connection, from: ResumePoint): Promise<void> {
    const { people, topics, answers, epoch, metrics } = this.#dependencies;
    metrics.resumed(!connection.hasResumed);
    connection.hasResumed = true;
    const { person } = connection;
    // The client may have heard more than this node, whose hints can be late.
    if (from.user !== undefined && from.user > person.head) await people.refresh(person);
    if (from.epoch === epoch.value && topics.isAhead(from.topics ?? {})) await topics.sweep();
    if (connection.hasEnded()) return;
    // From here to the end nothing is waited for: what is caught up for another reason must not pass for the answer.
    connection.owesResumed = true;
    connection.resumeIsComplete = true;
    connection.resuming = from.user !== undefined;
    if (from.epoch === epoch.value) this.#setBack(connection, from);
    else this.#startAnew(connection, from);
    answers.settle(connection);
  }

  #startAnew(connection: Connection, from: ResumePoint): void {
    const { topics, answers } = this.#dependencies;
    answers.resync(connection);
    for (const [name, head] of Object.entries(topics.headsOf(connection))) {
      if (from.topics?.[name] !== undefined) answers.resyncTopic(connection, name, head, false);
    }
  }

  #setBack(connection: Connection, from: ResumePoint): void {
    const { people, topics, answers } = this.#dependencies;
    topics.setBack(connection, from.topics ?? {});
    if (from.user !== undefined) {
      if (from.user > connection.person.head) answers.resync(connection);
      else {
        connection.cursor = from.user;
        if (connection.state !== 'lagging') people.catchUp(connection);
      }
    }
    topics.catchUp(connection);
  }
}
