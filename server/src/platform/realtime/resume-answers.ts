import type { Clock } from '../clock/index.ts';
import type { Connection } from './connection.ts';
import type { Epoch } from './epoch.ts';
import { type Frame, frameMessage } from './frames.ts';
import type { HubMetrics } from './metrics.ts';
import type { HubProtocol } from './protocol.ts';

interface Dependencies {
  readonly clock: Clock;
  readonly metrics: HubMetrics;
  readonly epoch: Epoch;
  readonly protocol: HubProtocol;
  readonly send: (connection: Connection, frame: Frame) => void;
}

/** Answers `resume` when all streams of a connection are where they belong, and says what cannot be sent. */
export class ResumeAnswers {
  readonly #dependencies: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /** Says `resumed` if the connection waits for it and nothing is left to be caught up. */
  settle(connection: Connection): void {
    if (!connection.owesResumed || connection.resuming || connection.resumingTopics > 0) return;
    const { protocol, send } = this.#dependencies;
    connection.owesResumed = false;
    send(connection, frameMessage(protocol.resumed(connection.resumeIsComplete, this.#stamp())));
  }

  /** A topic of the connection has been caught up. */
  topicDone(connection: Connection): void {
    connection.resumingTopics -= 1;
    this.settle(connection);
  }

  /** Sets the connection to the end of the stream and tells the client to read what it holds anew. */
  resync(connection: Connection): void {
    const { metrics, epoch, protocol, send } = this.#dependencies;
    metrics.resynced();
    connection.cursor = connection.person.head;
    connection.resuming = false;
    connection.resumeIsComplete = false;
    const message = protocol.resyncRequired({ epoch: epoch.value, head: connection.cursor }, this.#stamp());
    send(connection, frameMessage(message, { eventId: epoch.eventId(connection.cursor) }));
  }

  /** @param resuming whether the client has asked for what it missed of the topic */
  resyncTopic(connection: Connection, topic: string, head: number, resuming: boolean): void {
    const { metrics, epoch, protocol, send } = this.#dependencies;
    metrics.resynced();
    const message = protocol.resyncRequired({ epoch: epoch.value, topic, head }, this.#stamp());
    send(connection, frameMessage(message));
    if (!resuming) return;
    connection.resumeIsComplete = false;
    this.topicDone(connection);
  }

  #stamp(): string {
    return this.#dependencies.clock.now().toISOString();
  }
}
