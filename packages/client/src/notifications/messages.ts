import type { ServerMessage, ServerMessageOf } from '@rolecall/contract';
import { isCount, isRecord, isTopic } from './cursors.ts';

/** The messages that a client has a use for. The others repeat these for programs that know only one kind. */
type HeardType = Exclude<ServerMessage['type'], 'application_received' | 'application_status_changed'>;
export type HeardMessage = ServerMessageOf<HeardType>;

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || text(value);
const place: Check = (value) => isCount(value) && value >= 1;
const flag: Check = (value) => typeof value === 'boolean';
const record: Check = isRecord;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
/** A newer server may have topics that this client does not know; their heads are of no use to it. */
const heads: Check = (value) => isRecord(value) && Object.values(value).every(isCount);
const action = shape({ label: text, path: text });
const event = shape({ topic: maybe(isTopic), seq: maybe(place), name: text, data: record });

const shapes: Readonly<Record<HeardType, Check>> = {
  connection_established: shape({
    user_id: text,
    epoch: text,
    head: isCount,
    unread: isCount,
    heartbeat_ms: place,
    topics: heads,
  }),
  pong: shape({ head: isCount, unread: isCount }),
  subscribed: shape({ topics: heads }),
  unsubscribed: shape({ topics: heads }),
  notification: shape({
    id: text,
    seq: place,
    kind: text,
    category: text,
    priority: text,
    title: text,
    message: text,
    action: (value) => value === null || action(value),
    data: record,
    created_at: text,
    read_at: textOrNull,
  }),
  notification_count: shape({ count: isCount }),
  job_posted: shape({
    topic: isTopic,
    seq: place,
    message: text,
    job_id: text,
    job_title: text,
    company: text,
    location: textOrNull,
    data: shape({ skills_required: listOf(text) }),
  }),
  match_score_calculated: shape({
    message: text,
    job_id: text,
    job_title: text,
    match_score: Number.isFinite,
  }),
  event: (value) =>
    event(value) && isRecord(value) && (value['topic'] === undefined) === (value['seq'] === undefined),
  resumed: shape({ complete: flag }),
  resync_required: shape({ epoch: text, topic: maybe(isTopic), head: isCount }),
  error: shape({ code: text, message: text }),
};
const checks = new Map<unknown, Check>(Object.entries(shapes));

/**
 * Checks what a client relies on and no more, so that a server may say more than this client knows. It takes the place
 * of the contract's schema, because the library behind that is larger than all of the client.
 */
function isHeard(value: unknown): value is HeardMessage {
  return isRecord(value) && checks.get(value['type'])?.(value) === true;
}

/** Reads a message of the server; undefined for what this client does not know, or cannot make sense of. */
export function readMessage(data: string): HeardMessage | undefined {
  try {
    const value: unknown = JSON.parse(data);
    return isHeard(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
