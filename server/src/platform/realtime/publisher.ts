import type { NotificationType, Role, ServerMessage } from '@rolecall/contract';
import type { Bus } from '../bus/index.ts';
import type { Clock } from '../clock/index.ts';
import { groupChannel, personChannel, writeHint } from './hints.ts';
import type { EntryEncoder, StreamEntry } from './streams.ts';

/** Tells the sockets of all nodes what has been committed. Any process may have one; it needs no sockets itself. */
export interface RealtimePublisher<Entry extends StreamEntry> {
  /**
   * The person's stream has grown.
   *
   * @param growth.entries dense and ending at `head`; without them, nodes with a socket of the person read them
   * @param growth.unread left out, those nodes read it
   */
  streamGrew(
    userId: string,
    growth: {
      readonly head: number;
      readonly entries?: readonly Entry[];
      readonly unread?: number;
    },
  ): void;
  /** Something in the person's inbox was marked as read or unread. */
  readStatesChanged(userId: string): void;
  /** Sends a message to the person's open sockets that is not part of the stream. Who is away never gets it. */
  publishToUser(userId: string, message: ServerMessage): void;
  /** Sends a message to everybody who is connected with this role. */
  publishToRole(role: Role, message: ServerMessage): void;
  /** Sends a message to the members of a group, such as `job_posted_job_seeker`. */
  publishToTopic(topic: string, message: ServerMessage): void;
  /** Ends all sockets of a person. */
  disconnectUser(userId: string, code: number, reason: string): void;
}

/** Messages of one hint beyond which it only names the head, in UTF-16 code units. */
const maximumHintLength = 65_536;

/** Everybody of a role. */
export const roleGroup = (role: Role) => `role_${role}`;
/** Those of a role who have subscribed to a type of live message. */
export const typeGroup = (type: NotificationType, role: Role) => `${type}_${role}`;

export function createPublisher<Entry extends StreamEntry>(dependencies: {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly encode: EntryEncoder<Entry>;
}): RealtimePublisher<Entry> {
  const { bus, clock, encode } = dependencies;
  const publishToTopic = (topic: string, message: ServerMessage) =>
    bus.publish(groupChannel(topic), JSON.stringify(message));

  return {
    streamGrew(userId, { head, entries = [], unread }) {
      const now = clock.now();
      const encoded = entries.map((entry) => encode(entry, now.toISOString()));
      const messages = encoded.flat();
      const fits = messages.reduce((length, message) => length + message.length, 0) <= maximumHintLength;
      const hint = {
        about: 'stream' as const,
        head,
        first: fits ? (entries[0]?.seq ?? 0) : 0,
        counts: fits ? encoded.map(({ length }) => length) : [],
        at: now.getTime(),
        ...(unread === undefined ? {} : { unread }),
      };
      bus.publish(personChannel(userId), writeHint(hint, fits ? messages : []));
    },
    readStatesChanged: (userId) => bus.publish(personChannel(userId), writeHint({ about: 'read_states' })),
    publishToUser: (userId, message) =>
      bus.publish(personChannel(userId), writeHint({ about: 'message' }, [JSON.stringify(message)])),
    publishToRole: (role, message) => publishToTopic(roleGroup(role), message),
    publishToTopic,
    disconnectUser: (userId, code, reason) =>
      bus.publish(personChannel(userId), writeHint({ about: 'end', code, reason })),
  };
}
