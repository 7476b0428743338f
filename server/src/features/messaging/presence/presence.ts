import type { OnlinePerson, Presence as PresenceNumbers, Role } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { Recipients } from '../recipients/index.ts';
import { seenSince } from './lifetime.ts';
import { countByRole, findNodes, findOnline, findOnlineAmong } from './presence.store.ts';

const cursors = createCursors({ since: momentField, userId: idField });

/** Who is online, over all processes. It is right to within seconds: a second usually, 20 after a process has died. */
export interface Presence {
  /** Those of these people who are online now. One query, by an index. */
  onlineAmong(tx: Tx, userIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** For the operator. */
  summary(tx: Tx): Promise<PresenceNumbers>;
  /**
   * For the operator, those who came last first.
   * @throws {ApplicationError} `invalid_cursor`
   */
  listOnline(tx: Tx, query: OnlineQuery): Promise<{ items: OnlinePerson[]; next_cursor: string | null }>;
}

export interface OnlineQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly role?: Role | undefined;
}

/** Far more processes than anybody runs; a bound on the answer all the same. */
const maximumNodes = 500;

export function createPresence(dependencies: {
  readonly clock: Clock;
  readonly recipients: Recipients;
}): Presence {
  const { clock, recipients } = dependencies;

  return {
    async onlineAmong(tx, userIds) {
      if (userIds.length === 0) return new Set();
      return new Set(await findOnlineAmong(tx, userIds, seenSince(clock.now())));
    },

    async summary(tx) {
      const since = seenSince(clock.now());
      const [counts, nodes] = [await countByRole(tx, since), await findNodes(tx, since, maximumNodes)];
      const peopleOf = (role: Role) => counts.find((row) => row.role === role)?.people ?? 0;
      return {
        people: {
          job_seeker: peopleOf('job_seeker'),
          recruiter: peopleOf('recruiter'),
          operator: peopleOf('operator'),
        },
        connections: counts.reduce((sum, { connections }) => sum + connections, 0),
        nodes: nodes.map(({ started_at, seen_at, ...node }) => ({
          ...node,
          started_at: started_at.toISOString(),
          seen_at: seen_at.toISOString(),
        })),
      };
    },

    async listOnline(tx, { limit, cursor, role }) {
      const after = cursors.read(cursor);
      const rows = await findOnline(tx, seenSince(clock.now()), role, after, limit + 1);
      const userIds = rows.map(({ user_id }) => user_id);
      const people = rows.length === 0 ? [] : await recipients.findRecipients(tx, userIds);
      const known = new Map(people.map((person) => [person.user_id, person]));
      return cursors.page(
        rows,
        limit,
        ({ since, ...row }) => ({
          ...row,
          // Who has just been deleted may still have a socket for a moment.
          name: known.get(row.user_id)?.name ?? '',
          email: known.get(row.user_id)?.email ?? '',
          since: since.toISOString(),
        }),
        ({ since, user_id }) => ({ since, userId: user_id }),
      );
    },
  };
}
