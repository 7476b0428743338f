import {
  notificationTypes,
  type Role,
  roles,
  roleTopic,
  type ServerMessage,
  topicSchema,
  typeTopic,
} from '@rolecall/contract';
import type { HubProtocol, StreamNumbers, TopicsOfRole } from '../../platform/realtime/index.ts';

/** A reader may say more of a stream than these. */
const numbersOf = ({ unread, unseen, revision }: StreamNumbers) => ({ unread, unseen, revision });

/** Everybody is in the topic of the own role, and may follow the types of live messages to it. */
const topicsByRole: ReadonlyMap<Role, TopicsOfRole> = new Map(
  roles.map((role) => [
    role,
    {
      all: [roleTopic(role), ...notificationTypes.map((type) => typeTopic(type, role))],
      joined: [roleTopic(role)],
    },
  ]),
);

/** What the hub says, as the contract has it. */
export const hubProtocol: HubProtocol<ServerMessage, Role> = {
  topicsOf: (role) => topicsByRole.get(role) ?? { all: [], joined: [] },
  established: ({ identity, session, epoch, end, topics, heartbeatMs }, timestamp) => ({
    type: 'connection_established',
    user_id: identity.userId,
    user_type: identity.role,
    session,
    epoch,
    head: end.head,
    ...numbersOf(end.numbers),
    heartbeat_ms: heartbeatMs,
    topics,
    timestamp,
  }),
  pong: ({ head, numbers }, timestamp) => ({ type: 'pong', head, ...numbersOf(numbers), timestamp }),
  numbersChanged: ({ unread, unseen, revision }, timestamp) => ({
    type: 'notification_count',
    count: unread,
    unseen,
    revision,
    timestamp,
  }),
  resumed: (complete, timestamp) => ({ type: 'resumed', complete, timestamp }),
  resyncRequired: ({ epoch, topic, head }, timestamp) => ({
    type: 'resync_required',
    epoch,
    ...(topic === undefined ? {} : { topic: topicSchema.parse(topic) }),
    head,
    timestamp,
  }),
};
