import { sql } from 'kysely';
import type { Database } from '../../../server/src/platform/db/index.ts';
import { type FaultPerson, type Heads, type Reader, topicsOf } from './reader.ts';
import type { Written } from './writers.ts';

interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly key: string | null;
}

/** What is committed, read from the database when all has been written: the truth that clients are held to. */
export interface Ledger {
  readonly people: ReadonlyMap<string, readonly Entry[]>;
  readonly topics: ReadonlyMap<string, readonly Entry[]>;
  /** The ends of the topics when writing began. */
  readonly since: Heads;
  /** Where the streams end that this person reads. */
  headsFor(person: FaultPerson): Heads;
}

/** @param since heads of topics before which nothing is looked at */
export async function readLedger(
  database: Database,
  people: readonly FaultPerson[],
  since: Heads,
): Promise<Ledger> {
  const ids = people.map(({ id }) => id);
  const notifications = await sql<Entry & { user_id: string }>`
    select user_id, seq, id, payload->'data'->>'key' as key from notifications
    where user_id = any(${ids}::uuid[]) order by user_id, seq`.execute(database.query);
  const messages = await sql<Entry & { topic: string }>`
    select topic, seq, topic || ' ' || seq as id, message::json->'data'->>'key' as key
    from unnest(${[...since.keys()]}::text[], ${[...since.values()]}::bigint[]) as old (name, head)
    join topic_messages on topic = old.name and seq > old.head order by topic, seq`.execute(database.query);
  const ofPeople = Map.groupBy(notifications.rows, ({ user_id }) => user_id);
  const ofTopics = Map.groupBy(messages.rows, ({ topic }) => topic);
  return {
    people: ofPeople,
    topics: ofTopics,
    since,
    headsFor: ({ id, role }) =>
      new Map([
        ['user', ofPeople.get(id)?.at(-1)?.seq ?? 0],
        ...topicsOf(role).map(
          (topic) => [topic, ofTopics.get(topic)?.at(-1)?.seq ?? since.get(topic) ?? 0] as const,
        ),
      ]),
  };
}

/** How far from the truth what clients were given is; everything 0 and no faults where all is well. */
export interface Verdict {
  lost: number;
  appliedTwice: number;
  seenByAnother: number;
  readonly faults: string[];
}

/** Holds the ledger to what the writers were told, and each client to the ledger. */
export function judge(ledger: Ledger, readers: readonly Reader[], written: readonly Written[]): Verdict {
  const verdict: Verdict = { lost: 0, appliedTwice: 0, seenByAnother: 0, faults: [] };
  checkDensity(ledger, verdict);
  checkKeys(ledger, written, verdict);
  for (const reader of readers) checkReader(ledger, reader, verdict);
  return verdict;
}

function checkDensity({ people, topics, since }: Ledger, { faults }: Verdict): void {
  for (const [id, entries] of [...people, ...topics]) {
    const first = (since.get(id) ?? 0) + 1;
    const wrong = entries.findIndex(({ seq }, index) => seq !== first + index);
    if (wrong !== -1)
      faults.push(`the stream ${id} has ${entries[wrong]?.seq} in the place of ${first + wrong}`);
  }
}

/** What a writer was told to be done is in the database, once. */
function checkKeys({ people, topics }: Ledger, written: readonly Written[], { faults }: Verdict): void {
  const count = (streams: Ledger['people']) =>
    Map.groupBy(
      streams.entries().flatMap(([stream, entries]) => entries.map(({ key }) => ({ stream, key }))),
      ({ key }) => key,
    );
  const [ofPeople, ofTopics] = [count(people), count(topics)];
  for (const { notifications, messages } of written) {
    for (const [expected, found] of [
      [notifications, ofPeople],
      [messages, ofTopics],
    ] as const) {
      for (const [key, stream] of expected) {
        const places = found.get(key) ?? [];
        if (places.length === 1 && places[0]?.stream === stream) continue;
        faults.push(`${key} for ${stream} is written ${places.length} times`);
      }
    }
  }
}

function checkReader(ledger: Ledger, reader: Reader, verdict: Verdict): void {
  const { person, notifications, messages, joinedAt } = reader;
  for (const fault of reader.faults) verdict.faults.push(`${reader.name} ${fault}`);

  const own = ledger.people.get(person.id) ?? [];
  const ownIds = new Set(own.map(({ id }) => id));
  const given = new Set(notifications.map(({ id }) => id));
  verdict.lost += own.filter(({ id }) => !given.has(id)).length;
  verdict.appliedTwice += notifications.length - given.size;
  verdict.seenByAnother += [...given].filter((id) => !ownIds.has(id)).length;
  checkOrder(
    reader,
    'user',
    notifications.map(({ seq }) => seq),
    0,
    verdict,
  );

  const topics = topicsOf(person.role);
  for (const topic of topics) {
    const start = joinedAt.get(topic) ?? ledger.since.get(topic) ?? 0;
    const owed = (ledger.topics.get(topic) ?? []).filter(({ seq }) => seq > start);
    const seqs = messages.get(topic) ?? [];
    const distinct = new Set(seqs);
    verdict.lost += owed.filter(({ seq }) => !distinct.has(seq)).length;
    verdict.appliedTwice += seqs.length - distinct.size;
    checkOrder(reader, topic, seqs, start, verdict);
  }
  for (const [name, { length }] of messages) {
    if (!topics.some((topic) => topic === name)) verdict.seenByAnother += length;
  }
}

function checkOrder(
  { name }: Reader,
  stream: string,
  seqs: readonly number[],
  start: number,
  { faults }: Verdict,
): void {
  const wrong = seqs.findIndex((seq, index) => seq !== start + index + 1);
  if (wrong !== -1)
    faults.push(`${name} was given ${seqs[wrong]} of ${stream} in the place of ${start + wrong + 1}`);
}
