import type { Fixed } from '../../../platform/db/index.ts';

/** The live messages of a topic, numbered like the stream of a person. */
interface TopicStreamTable {
  name: Fixed<string>;
  head: number;
}

interface TopicMessageTable {
  topic: Fixed<string>;
  seq: Fixed<number>;
  message: Fixed<string>;
  dedupe_key: Fixed<string | null>;
  created_at: Fixed<Date>;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    topic_streams: TopicStreamTable;
    topic_messages: TopicMessageTable;
  }
}
