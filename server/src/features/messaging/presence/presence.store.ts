import type { Role } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A person who is connected to one process. */
export interface PresentPerson {
  readonly user_id: string;
  readonly role: Role;
  readonly connections: number;
  readonly since: Date;
}

export interface PresentNode {
  readonly node_id: string;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly people: number;
  readonly connections: number;
}

/** Forgets what is known of a process and enters it anew, with nobody. */
export async function replaceNode(tx: Tx, nodeId: string, startedAt: Date, now: Date): Promise<void> {
  await deleteNode(tx, nodeId);
  await tx
    .insertInto('presence_nodes')
    .values({ node_id: nodeId, started_at: startedAt, seen_at: now })
    .execute();
}

/** @returns false: the process is not in the list any more */
export async function touchNode(tx: Tx, nodeId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('presence_nodes')
    .set({ seen_at: now })
    .where('node_id', '=', nodeId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a process out of the list, and its people with it. */
export async function deleteNode(tx: Tx, nodeId: string): Promise<void> {
  await tx.deleteFrom('presence_nodes').where('node_id', '=', nodeId).execute();
}

/** @returns how many there were */
export async function deleteNodesNotSeen(tx: Tx, since: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('presence_nodes')
    .where('seen_at', '<', since)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export async function writePeople(tx: Tx, nodeId: string, people: readonly PresentPerson[]): Promise<void> {
  await sql`
    insert into presence_people (node_id, user_id, role, connections, since)
    select ${nodeId}::uuid, user_id, role, connections, since
    from json_to_recordset(${JSON.stringify(people)}::json) as given (
      user_id uuid, role text, connections integer, since timestamptz
    )
    on conflict (node_id, user_id) do update
    set role = excluded.role, connections = excluded.connections, since = excluded.since`.execute(tx);
}

export async function deletePeople(tx: Tx, nodeId: string, userIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('presence_people')
    .where('node_id', '=', nodeId)
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
}

/** Who of these people is connected to a process that was seen since then. */
export async function findOnlineAmong(
  tx: Tx,
  userIds: readonly string[],
  seenSince: Date,
): Promise<string[]> {
  const rows = await present(tx, seenSince)
    .select('presence_people.user_id')
    .distinct()
    .where(sql<boolean>`presence_people.user_id = any(${userIds}::uuid[])`)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** People and their connections by role. */
export async function countByRole(tx: Tx, seenSince: Date) {
  return present(tx, seenSince)
    .select((count) => [
      'role',
      count.fn.count<number>('user_id').distinct().as('people'),
      count.fn.sum<number>('connections').as('connections'),
    ])
    .groupBy('role')
    .execute();
}

/** The processes that were seen since then, those that have run for the longest time first. */
export async function findNodes(tx: Tx, seenSince: Date, limit: number): Promise<PresentNode[]> {
  return tx
    .selectFrom('presence_nodes')
    .leftJoin('presence_people', 'presence_people.node_id', 'presence_nodes.node_id')
    .select((count) => [
      'presence_nodes.node_id',
      'started_at',
      'seen_at',
      count.fn.count<number>('user_id').as('people'),
      count.fn.coalesce(count.fn.sum<number>('connections'), sql<number>`0`).as('connections'),
    ])
    .where('seen_at', '>=', seenSince)
    .groupBy(['presence_nodes.node_id', 'started_at', 'seen_at'])
    .orderBy('started_at')
    .orderBy('presence_nodes.node_id')
    .limit(limit)
    .execute();
}

/** People over all processes, those who came last first, from behind a position. */
export async function findOnline(
  tx: Tx,
  seenSince: Date,
  role: Role | undefined,
  after: { readonly since: Date; readonly userId: string } | null,
  limit: number,
): Promise<PresentPerson[]> {
  const { rows } = await sql<PresentPerson>`
    select user_id, max(role) as role, sum(connections) as connections, min(since) as since
    from presence_people join presence_nodes on presence_nodes.node_id = presence_people.node_id
    where seen_at >= ${seenSince} and ${role === undefined ? sql`true` : sql`role = ${role}`}
    group by user_id
    having ${
      after === null
        ? sql`true`
        : sql`min(since) < ${after.since} or (min(since) = ${after.since} and user_id > ${after.userId}::uuid)`
    }
    order by min(since) desc, user_id
    limit ${limit}`.execute(tx);
  return rows;
}

function present(tx: Tx, seenSince: Date) {
  return tx
    .selectFrom('presence_people')
    .innerJoin('presence_nodes', 'presence_nodes.node_id', 'presence_people.node_id')
    .where('seen_at', '>=', seenSince);
}
