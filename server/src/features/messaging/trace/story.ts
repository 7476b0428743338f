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
import type { Recipient } from '../notifications/index.ts';
import { explain } from '../routing/index.ts';
import type { Texts } from '../texts/index.ts';
import { settledIn } from './settled-in.ts';
import { type StepCode, tell } from './texts.ts';
import type { TracedDelivery, TracedEntry, TracedNotification } from './trace.store.ts';

/** Who reads a story. */
export interface Reader {
  readonly locale: Locale;
  /** An operator also reads what mail servers have answered. */
  readonly isOperator: boolean;
}

/** A notification with all that has been written down about it. */
export interface StoredStory {
  readonly notification: TracedNotification;
  readonly deliveries: readonly TracedDelivery[];
  /** Of these deliveries, in their order. */
  readonly log: readonly TracedEntry[];
  /** Undefined for one who is gone. */
  readonly person: Pick<Recipient, 'time_zone' | 'minimum_match_score'> | undefined;
}

const matchPayloadSchema = z.object({ score: z.int().min(0).max(100), reasons: z.array(matchReasonSchema) });

/**
 * Tells the story of a notification: event, match, the decisions of when it was written, and all that followed. The
 * payload, which may hold the token of a link, is only read for what the inbox would say of it.
 */
export function tellStory(
  texts: Texts,
  { notification, deliveries, log, person }: StoredStory,
  reader: Reader,
): Trace {
  const { kind, payload, withheld } = notification;
  const match = matchPayloadSchema.safeParse(payload);
  const minimum = person?.minimum_match_score ?? 0;
  const timeZone = person?.time_zone ?? 'UTC';
  const steps = [
    ...beginning(notification, match.success ? { score: match.data.score, minimum } : null, reader),
    step('decision', {
      ...inboxDecision(notification, timeZone, reader),
      channel: 'inbox',
      at: notification.created_at,
    }),
    ...deliveries.flatMap((delivery) => stepsOf(delivery, log, timeZone, reader)),
    ...receipts(notification, reader),
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
    channels: [
      inboxChannel(notification, timeZone, reader),
      ...deliveries.map((delivery) => channelOf(delivery, timeZone, reader)),
    ],
    // The sort is stable: what happened at one moment stays in the order of cause and effect.
    steps: steps.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}

function beginning(
  notification: TracedNotification,
  match: { readonly score: number; readonly minimum: number } | null,
  { locale }: Reader,
): TraceStep[] {
  const { dedupe_key, created_at } = notification;
  const raised = dedupe_key === null ? 'raised' : 'raised_once';
  return [
    step('event', { code: 'raised', at: created_at, text: tell(raised, locale) }),
    ...(match === null
      ? []
      : [
          step('match', {
            code: 'matched',
            at: created_at,
            text: tell('matched', locale, match),
            path: settledIn('below_minimum'),
          }),
        ]),
  ];
}

/** What was decided about the inbox when it was written. */
function inboxDecision(
  { kind, withheld, created_at }: TracedNotification,
  timeZone: string,
  { locale }: Reader,
): { code: string; text: string; path: string | null } {
  if (withheld !== null) {
    const text = explain(withheld, { locale, timeZone, dueAt: created_at, at: created_at });
    return { code: withheld, text, path: settledIn(withheld) };
  }
  const code = kinds[kind].defaultChannels.includes('inbox') ? 'in_inbox' : 'not_in_inbox';
  return { code, text: tell(code, locale), path: null };
}

function inboxChannel(notification: TracedNotification, timeZone: string, reader: Reader): TraceChannel {
  const { code, text, path } = inboxDecision(notification, timeZone, reader);
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

function channelOf(delivery: TracedDelivery, timeZone: string, { locale }: Reader): TraceChannel {
  const { channel, status, reason, due_at, finished_at } = delivery;
  const at = finished_at ?? delivery.created_at;
  return {
    channel,
    status,
    reason,
    text: explain(reason, { locale, timeZone, dueAt: due_at, at }),
    due_at: waits(delivery) ? due_at.toISOString() : null,
    digest: digestOf(delivery),
    path: settledIn(reason),
  };
}

function waits({ status, finished_at }: TracedDelivery): boolean {
  return status === 'pending' || (status === 'folded' && finished_at === null);
}

function digestOf(delivery: TracedDelivery): TraceChannel['digest'] {
  const { digest_frequency: frequency, digest_status: status, digest_closes_at: closesAt } = delivery;
  if (frequency === null || status === null || closesAt === null) return null;
  return {
    frequency,
    status,
    closes_at: closesAt.toISOString(),
    notification_id: delivery.digest_notification_id,
  };
}

/** What was decided about a channel at first, and what has become of it since. */
function stepsOf(
  delivery: TracedDelivery,
  log: readonly TracedEntry[],
  timeZone: string,
  { locale, isOperator }: Reader,
): TraceStep[] {
  const { channel, created_at, planned_reason, planned_due_at } = delivery;
  const toStep = (entry: Omit<TracedEntry, 'delivery_id'>, times: number): TraceStep => {
    const { event, reason, at, due_at, detail } = entry;
    return step(event, {
      code: reason,
      channel,
      at,
      times,
      until: due_at,
      text: explain(reason, { locale, timeZone, dueAt: due_at ?? at, at }),
      detail: isOperator ? detail : null,
      path: settledIn(reason),
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
function repeated(entries: readonly TracedEntry[]): { entry: TracedEntry; times: number }[] {
  const groups: { entry: TracedEntry; times: number }[] = [];
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
function receipts(notification: TracedNotification, { locale }: Reader): TraceStep[] {
  const { created_at, shown_at, seen_at, read_at, archived_at, pinned_at } = notification;
  const moments: readonly (readonly [StepCode, Date | null])[] = [
    ['seen', seen_at],
    ['came_back', shown_at > created_at ? shown_at : null],
    ['read', read_at],
    ['pinned', pinned_at],
    ['archived', archived_at],
  ];
  return moments.flatMap(([code, at]) =>
    at === null ? [] : [step('receipt', { code, channel: 'inbox', at, text: tell(code, locale) })],
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
