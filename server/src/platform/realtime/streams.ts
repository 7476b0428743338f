/** An entry of a person's stream. Its seq is dense (1, 2, 3 …) and in the order of commits. */
export interface StreamEntry {
  readonly seq: number;
}

/** How many entries of a stream its person has not read, and not seen. */
export interface StreamNumbers {
  readonly unread: number;
  readonly unseen: number;
  /** Grows with every change that the person makes to what is there. */
  readonly revision: number;
}

/** The end of a stream, with its numbers. */
export interface StreamHead extends StreamNumbers {
  readonly head: number;
}

/** Reads the streams of people from the database, which has the truth about them. */
export interface StreamReader<Entry extends StreamEntry> {
  /** Names this life of the streams. When it changes, all cursors are void. */
  epoch(): Promise<string>;
  /** The heads of these people, in one query. A person without a stream may be left out. */
  heads(userIds: readonly string[]): Promise<ReadonlyMap<string, StreamHead>>;
  /**
   * What comes after each cursor, the oldest first and at most `limit` for each, in one query. Who has nothing new
   * may be left out.
   */
  readStreams(
    cursors: readonly { readonly userId: string; readonly afterSeq: number }[],
    limit: number,
  ): Promise<ReadonlyMap<string, readonly Entry[]>>;
}

/** Writes an entry as the messages that tell of it, in the order in which they are sent. */
export type EntryEncoder<Entry extends StreamEntry> = (entry: Entry, timestamp: string) => readonly string[];

/** A message of a topic, as it is sent. */
export interface TopicEntry {
  readonly seq: number;
  readonly text: string;
}

/** Reads the streams of topics from the database. */
export interface TopicReader {
  /** The seq of the newest message of each, in one query. A topic that never had one may be left out. */
  heads(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What comes after a seq, the oldest first; it starts later where older messages have been deleted. */
  read(topic: string, afterSeq: number, limit: number): Promise<readonly TopicEntry[]>;
}
