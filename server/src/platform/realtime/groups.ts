import type { Bus, BusSubscription } from '../bus/index.ts';
import type { Connection } from './connection.ts';
import { type Frame, frameText } from './frames.ts';
import { groupChannel } from './hints.ts';

interface Group {
  readonly members: Set<Connection>;
  readonly subscription: BusSubscription;
}

/** Groups of connections that get the same messages. A group exists while somebody is in it. */
export class Groups {
  readonly #bus: Bus;
  readonly #send: (connection: Connection, frame: Frame) => void;
  readonly #groups = new Map<string, Group>();

  constructor(bus: Bus, send: (connection: Connection, frame: Frame) => void) {
    this.#bus = bus;
    this.#send = send;
  }

  join(name: string, connection: Connection): void {
    const known = this.#groups.get(name);
    if (known !== undefined) {
      known.members.add(connection);
      return;
    }
    const members = new Set([connection]);
    const subscription = this.#bus.subscribe(groupChannel(name), (text) => {
      const frame = frameText(text);
      for (const member of members) {
        // Groups have no stream to catch up from: what a connection can not take now, it does not get.
        if (member.state === 'live' || member.state === 'catching_up') this.#send(member, frame);
      }
    });
    this.#groups.set(name, { members, subscription });
  }

  leave(name: string, connection: Connection): void {
    const group = this.#groups.get(name);
    if (group === undefined || !group.members.delete(connection) || group.members.size > 0) return;
    group.subscription.unsubscribe();
    this.#groups.delete(name);
  }
}
