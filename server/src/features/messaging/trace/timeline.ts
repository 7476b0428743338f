import {
  kinds,
  type Locale,
  matchReasonSchema,
  priorityOf,
  subjectsOf,
  type Trace,
  type TraceChannel,
  type TraceStep,
} from '@rolecall/contract';
import { z } from 'zod';
import { type DeliveryRow, type LogEntry, partsOf } from '../deliveries/index.ts';
import type { DigestState } from '../digests/index.ts';
import type { WrittenDown } from '../notifications/index.ts';
import type { Recipient } from '../recipients/index.ts';
import type { Reasons } from '../routing/index.ts';
import type { Texts } from '../texts/index.ts';
import { traceMessages } from './trace.messages.ts';

/** What a trace is put into words with. */
export interface Words {
  readonly texts: Texts;
  readonly reasons: Reasons;
}

/** Who reads a trace. */
export interface TraceReader {
  readonly locale: Locale;
  /** An operator also reads what mail servers and other services have answered. */
  readonly isOperator: boolean;
}

/** A notification with all that has been written down about it. */
export interface StoredTrace {
  readonly notification: WrittenDown;
  readonly deliveries: readonly DeliveryRow[];
  /** Those that have collected some of them, by their ids. */
  readonly digests: ReadonlyMap<string, DigestState>;
  /** Of these deliveries, in their order. */
  readonly log: readonly LogEntry[];
  /** Undefined for one who is gone. */
  readonly person: Pick<Recipient, 'time_zone' | 'minimum_match_score'> | undefined;
}

/** How decisions and moments of one person are told to a reader. */
interface Telling extends TraceReader {
  readonly reasons: Reasons;
  readonly timeZone: string;
}

const matchPayloadSchema = z.object({ score: z.int().min(0).max(100), reasons: z.array(matchReasonSchema) });

/**
 * Traces a notification: event, match, the decisions of when it was written, and the timeline of all that followed. The
 * payload, which may hold the token of a link, is only read for what the inbox would say of it.
 */
export function toTrace(
  { texts, reasons }: Words,
  { notification, deliveries, digests, log, person }: StoredTrace,
  reader: TraceReader,
): Trace {
  const { kind, payload, withheld } = notification;
  const match = matchPayloadSchema.safeParse(payload);
  const minimum = person?.minimum_match_score ?? 0;
  const timeZone = person?.time_zone ?? 'UTC';
  const telling = { ...reader, reasons, timeZone };
  const steps = [
    ...beginning(notification, match.success ? { score: match.data.score, minimum } : null, telling),
    step('decision', {
      ...inboxDecision(notification, telling),
      channel: 'inbox',
      at: notification.created_at,
    }),
    ...deliveries.flatMap((delivery) => timelineOf(delivery, log, telling)),
    ...receipts(notification, telling),
  ];
  return {
    notification_id: notification.id,
    user_id: notification.user_id,
    kind,
    category: notification.category,
    priority: priorityOf(kind, payload),
    ...texts.inbox(kind, payload, { locale: reader.locale, time_zone: timeZone }),
    subject: notification.subject,
    subjects: subjectsOf(payload),
    dedupe_key: notification.dedupe_key,
    created_at: notification.created_at.toISOString(),
    expires_at: notification.expires_at?.toISOString() ?? null,
    withheld,
    match: match.success ? { ...match.data, minimum } : null,
    parts: partsOf(kind, payload).map((part) => ({
      kind: part.kind,
      ...texts.inbox(part.kind, part.payload, { locale: reader.locale, time_zone: timeZone }),
      path:
        texts.actions(part.kind, part.payload, { locale: reader.locale, time_zone: timeZone })[0]?.path ??
        null,
    })),
    channels: [
      inboxChannel(notification, telling),
      ...deliveries.map((delivery) => channelOf(delivery, digests.get(delivery.digest_id ?? ''), telling)),
    ],
    // The sort is stable: what happened at one moment stays in the order of cause and effect.
    steps: steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

function beginning(
  notification: WrittenDown,
  match: { readonly score: number; readonly minimum: number } | null,
  { locale, reasons }: Telling,
): TraceStep[] {
  const { dedupe_key, created_at } = notification;
  const raised = dedupe_key === null ? 'raised' : 'raised_once';
  return [
    step('event', { code: 'raised', at: created_at, text: traceMessages(locale)[raised]() }),
    ...(match === null
      ? []
      : [
          step('match', {
            code: 'matched',
            at: created_at,
            text: traceMessages(locale).matched(match),
            path: reasons.pageOf('below_minimum', 'inbox'),
          }),
        ]),
  ];
}

/** What was decided about the inbox when it was written. */
function inboxDecision(
  { kind, withheld, created_at }: WrittenDown,
  { reasons, locale, timeZone }: Telling,
): { code: string; text: string; path: string | null } {
  if (withheld !== null) {
    const text = reasons.explain(withheld, 'inbox', { locale, timeZone, dueAt: created_at, at: created_at });
    return { code: withheld, text, path: reasons.pageOf(withheld, 'inbox') };
  }
  const code = kinds[kind].defaultChannels.includes('inbox') ? 'in_inbox' : 'not_in_inbox';
  return { code, text: traceMessages(locale)[code](), path: null };
}

function inboxChannel(notification: WrittenDown, telling: Telling): TraceChannel {
  const { code, text, path } = inboxDecision(notification, telling);
  return {
    channel: 'inbox',
    status: code === 'in_inbox' ? 'in_inbox' : notification.withheld === null ? 'skipped' : 'withheld',
    reason: code,
    text,
    due_at: null,
    digest: null,
    path,
  };
}

function channelOf(
  delivery: DeliveryRow,
  digest: DigestState | undefined,
  { reasons, locale, timeZone }: Telling,
): TraceChannel {
  const { channel, status, reason, due_at, finished_at } = delivery;
  const at = finished_at ?? delivery.created_at;
  return {
    channel,
    status,
    reason,
    text: reasons.explain(reason, channel, { locale, timeZone, dueAt: due_at, at }),
    due_at: waits(delivery) ? due_at.toISOString() : null,
    digest: digest === undefined ? null : toTraceDigest(digest),
    path: reasons.pageOf(reason, channel),
  };
}

function waits({ status, finished_at }: DeliveryRow): boolean {
  return status === 'pending' || (status === 'folded' && finished_at === null);
}

function toTraceDigest({
  frequency,
  status,
  closes_at,
  notification_id,
}: DigestState): TraceChannel['digest'] {
  return { frequency, status, closes_at: closes_at.toISOString(), notification_id };
}

/** What was decided about a channel at first, and what has become of it since. */
function timelineOf(
  delivery: DeliveryRow,
  log: readonly LogEntry[],
  { reasons, locale, timeZone, isOperator }: Telling,
): TraceStep[] {
  const { channel, created_at, planned_reason, planned_due_at } = delivery;
  const toStep = (entry: Omit<LogEntry, 'delivery_id'>, times: number): TraceStep => {
    const { event, reason, at, due_at, detail } = entry;
    return step(event, {
      code: reason,
      channel,
      at,
      times,
      until: due_at,
      text: reasons.explain(reason, channel, { locale, timeZone, dueAt: due_at ?? at, at }),
      detail: isOperator ? detail : null,
      path: reasons.pageOf(reason, channel),
    });
  };
  const planned = {
    event: 'decision',
    reason: planned_reason,
    at: created_at,
    due_at: planned_due_at > created_at ? planned_due_at : null,
    detail: null,
  } as const;
  const followed = repeated(log.filter((entry) => entry.delivery_id === delivery.id));
  return [toStep(planned, 1), ...followed.map(({ entry, times }) => toStep(entry, times))];
}

/** Entries that say the same in a row as one, with the last of them. */
function repeated(entries: readonly LogEntry[]): { entry: LogEntry; times: number }[] {
  const groups: { entry: LogEntry; times: number }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.entry.reason === entry.reason && last.entry.event === entry.event) {
      groups[groups.length - 1] = { entry, times: last.times + 1 };
    } else {
      groups.push({ entry, times: 1 });
    }
  }
  return groups;
}

/**
 * What the person has done with it in the inbox. The notification itself keeps these moments, so nothing has to be
 * written down twice, and marking it as unread takes its step back too.
 */
function receipts(notification: WrittenDown, { locale }: Telling): TraceStep[] {
  const { created_at, shown_at, seen_at, read_at, archived_at, pinned_at } = notification;
  const moments = [
    ['seen', seen_at],
    ['came_back', shown_at > created_at ? shown_at : null],
    ['read', read_at],
    ['pinned', pinned_at],
    ['archived', archived_at],
  ] as const;
  return moments.flatMap(([code, at]) =>
    // What tells of an own action is read from before the beginning, which nobody has done.
    at === null || at < created_at
      ? []
      : [step('receipt', { code, channel: 'inbox', at, text: traceMessages(locale)[code]() })],
  );
}

function step(
  stage: TraceStep['stage'],
  given: Pick<TraceStep, 'code' | 'text'> & {
    readonly at: Date;
    readonly until?: Date | null;
    readonly channel?: TraceStep['channel'];
    readonly times?: number;
    readonly detail?: string | null;
    readonly path?: string | null;
  },
): TraceStep {
  const { code, text, at, until = null, channel = null, times = 1, detail = null, path = null } = given;
  return {
    stage,
    code,
    channel,
    at: at.toISOString(),
    times,
    until: until?.toISOString() ?? null,
    text,
    detail,
    path,
  };
}
