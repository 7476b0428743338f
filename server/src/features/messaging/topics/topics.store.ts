import type { Topic } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A message that gets the next place in the stream of its topic. */
export interface NewMessage {
  readonly topic: Topic;
  /** What is sent, up to the number of its place. */
  readonly opening: string;
  readonly dedupe_key: string | null;
}

/**
 * Takes the streams of these topics for the rest of the transaction, making those that are missing, in the order of
 * their names. Whoever holds a stream is the only one who gives it a seq.
 */
export async function lockStreams(tx: Tx, topics: readonly Topic[]): Promise<void> {
  await sql`
    insert into topic_streams (name) select name from unnest(${topics}::text[]) as wanted (name) order by name
    on conflict (name) do update set head = topic_streams.head`.execute(tx);
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

/**
 * Gives each message the next seq of its topic and writes it. That takes the streams like `lockStreams`, and is one
 * statement, since everybody else waits for a stream that is held.
 *
 * @param closing what is sent after the number of the place
 * @returns the seqs in the order of the messages
 */
export async function appendMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  closing: string,
  now: Date,
): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    with given as (
      select * from rows from (json_to_recordset(${JSON.stringify(messages)}::json)
        as (topic text, opening text, dedupe_key text)) with ordinality
        as message (topic, opening, dedupe_key, ordinal)
    ), grown as (
      insert into topic_streams (name, head)
      select topic, count(*) from given group by topic order by topic
      on conflict (name) do update set head = topic_streams.head + excluded.head
      returning name, head
    ), placed as (
      select given.*, grown.head - count(*) over (partition by topic)
        + row_number() over (partition by topic order by ordinal) as seq
      from given join grown on grown.name = given.topic
    ), written as (
      insert into topic_messages (topic, seq, message, dedupe_key, created_at)
      select topic, seq, opening || seq || ${closing}::text, dedupe_key, ${now} from placed order by ordinal
    )
    select seq from placed order by ordinal`.execute(tx);
  return rows.map(({ seq }) => seq);
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
