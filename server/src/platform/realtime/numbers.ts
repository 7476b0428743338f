import type { Clock } from '../clock/index.ts';
import type { Connection, Person } from './connection.ts';
import { type Frame, frameMessage } from './frames.ts';
import type { HubProtocol } from './protocol.ts';
import type { StreamNumbers } from './streams.ts';

interface Dependencies {
  readonly clock: Clock;
  readonly protocol: HubProtocol;
  readonly send: (connection: Connection, frame: Frame) => void;
}

/** Tells connections the numbers of their person's stream, each time that they are others than they were told. */
export class Numbers {
  readonly #dependencies: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  set(person: Person, numbers: StreamNumbers): void {
    person.numbers = numbers;
    for (const connection of person.connections) {
      if (connection.state === 'live') this.tell(connection);
    }
  }

  tell(connection: Connection): void {
    const { clock, protocol, send } = this.#dependencies;
    const { told, person } = connection;
    const { unread, unseen, revision } = person.numbers;
    if (told.unread === unread && told.unseen === unseen && told.revision === revision) return;
    connection.told = person.numbers;
    const message = protocol.numbersChanged(person.numbers, clock.now().toISOString());
    send(connection, frameMessage(message));
  }
}
