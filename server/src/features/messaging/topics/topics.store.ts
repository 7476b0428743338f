import type { Topic } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A message that has its place in the stream of its topic. */
export interface PlacedMessage {
  readonly topic: Topic;
  readonly seq: number;
  /** As it is sent. */
  readonly message: string;
  readonly dedupe_key: string | null;
}

/**
 * Takes the streams of these topics for the rest of the transaction, making those that are missing, in the order of
 * their names, and tells their heads. Whoever holds a stream is the only one who gives it a seq.
 */
export async function lockStreams(tx: Tx, topics: readonly Topic[]): Promise<ReadonlyMap<Topic, number>> {
  const { rows } = await sql<{ name: Topic; head: number }>`
    insert into topic_streams (name) select name from unnest(${topics}::text[]) as wanted (name) order by name
    on conflict (name) do update set head = topic_streams.head
    returning name, head`.execute(tx);
  return new Map(rows.map(({ name, head }) => [name, head]));
}

export async function findKnownKeys(
  tx: Tx,
  keys: readonly { readonly topic: Topic; readonly key: string }[],
): Promise<readonly { topic: Topic; dedupe_key: string }[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ topic: Topic; dedupe_key: string }>`
    select known.topic, known.dedupe_key
    from unnest(${keys.map(({ topic }) => topic)}::text[], ${keys.map(({ key }) => key)}::text[])
      as wanted (topic, dedupe_key)
    join topic_messages known on known.topic = wanted.topic and known.dedupe_key = wanted.dedupe_key`.execute(
    tx,
  );
  return rows;
}

/** Writes the messages and moves the heads of their streams, which have to be locked. */
export async function writeMessages(tx: Tx, messages: readonly PlacedMessage[], now: Date): Promise<void> {
  await sql`
    with written as (
      insert into topic_messages (topic, seq, message, dedupe_key, created_at)
      select topic, seq, message, dedupe_key, ${now}
      from json_to_recordset(${JSON.stringify(messages)}::json)
        as given (topic text, seq bigint, message text, dedupe_key text)
      returning topic, seq
    )
    update topic_streams set head = grown.head
    from (select topic, max(seq) as head from written group by topic) as grown
    where topic_streams.name = grown.topic`.execute(tx);
}

export async function findHeads(
  tx: Tx,
  topics: readonly string[],
): Promise<{ name: string; head: number }[]> {
  const { rows } = await sql<{ name: string; head: number }>`
    select name, head from topic_streams where name = any(${topics}::text[])`.execute(tx);
  return rows;
}

export async function findMessages(
  tx: Tx,
  topic: string,
  afterSeq: number,
  limit: number,
): Promise<{ seq: number; message: string }[]> {
  return tx
    .selectFrom('topic_messages')
    .select(['seq', 'message'])
    .where('topic', '=', topic)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function deleteMessages(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('topic_messages')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
