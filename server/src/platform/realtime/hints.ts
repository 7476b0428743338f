import { z } from 'zod';

/**
 * What nodes tell each other. A hint is one line of JSON; each message that comes with it follows on a line of its
 * own, ready to be sent, so that no node parses or encodes it again.
 */
const personHintSchema = z.discriminatedUnion('about', [
  /** The stream has grown to `head`. Messages are `counts[i]` for the entry `first + i`; there may be none. */
  z.object({
    about: z.literal('stream'),
    head: z.int().min(0),
    first: z.int().min(0),
    counts: z.array(z.int().min(0)),
    numbers: z
      .object({ unread: z.int().min(0), unseen: z.int().min(0), revision: z.int().min(0) })
      .optional(),
    /** Milliseconds since 1970. */
    at: z.number(),
  }),
  /** The person has changed something in the inbox: read, archived, snoozed, pinned or deleted it. */
  z.object({ about: z.literal('read_states') }),
  /** A message outside of the stream, sent at so many milliseconds since 1970. */
  z.object({ about: z.literal('message'), at: z.number() }),
]);
export type PersonHint = z.infer<typeof personHintSchema>;

export const personChannel = (userId: string) => `person:${userId}`;
export const topicChannel = (topic: string) => `topic:${topic}`;

export function writeHint(hint: PersonHint, messages: readonly string[] = []): string {
  return [JSON.stringify(hint), ...messages].join('\n');
}

/** Undefined for what another version of this program may have sent. */
export function readHint(text: string): { hint: PersonHint; messages: readonly string[] } | undefined {
  const [line = '', ...messages] = text.split('\n');
  try {
    return { hint: personHintSchema.parse(JSON.parse(line)), messages };
  } catch {
    return undefined;
  }
}

/** A topic has grown by the messages that follow; the first one has the seq `first`. */
const topicHintSchema = z.object({
  first: z.int().min(1),
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type TopicHint = z.infer<typeof topicHintSchema>;

export function writeTopicHint(hint: TopicHint, messages: readonly string[]): string {
  return [JSON.stringify(hint), ...messages].join('\n');
}

/** Undefined for what another version of this program may have sent. */
export function readTopicHint(text: string): { hint: TopicHint; messages: readonly string[] } | undefined {
  const [line = '', ...messages] = text.split('\n');
  try {
    return { hint: topicHintSchema.parse(JSON.parse(line)), messages };
  } catch {
    return undefined;
  }
}
