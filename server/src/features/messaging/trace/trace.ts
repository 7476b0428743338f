import type {
  Category,
  Kind,
  Locale,
  PersonDeliveries,
  PersonNotification,
  Trace,
  Why,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { findDeliveriesOf, findLog } from '../deliveries/index.ts';
import { findDigests } from '../digests/index.ts';
import {
  findAbout,
  findHistory,
  findUnderKey,
  findWrittenDown,
  type WrittenDown,
} from '../notifications/index.ts';
import type { Recipients } from '../recipients/index.ts';
import type { Reasons } from '../routing/index.ts';
import type { Texts } from '../texts/index.ts';
import type { Absences } from './absences.ts';
import { type TraceReader, toTrace } from './timeline.ts';
import { traceMessages } from './trace.messages.ts';
import { recordLook } from './trace.store.ts';

const cursors = createCursors({ createdAt: momentField, id: idField });

/** Why somebody got something, or did not. Each question takes a fixed number of queries, whatever it is about. */
export interface Traces {
  /** Of an own notification, in the inbox or kept out of it. @throws {ApplicationError} `not_found` */
  read(tx: Tx, viewer: Viewer, notificationId: string): Promise<Trace>;
  /** What became of a subject for the viewer, and where nothing did, why. */
  why(tx: Tx, viewer: Viewer, subject: string): Promise<Why>;
  /** Of anybody's notification; the look is recorded. @throws {ApplicationError} `not_found` */
  readAsOperator(tx: Tx, operator: Viewer, notificationId: string): Promise<Trace>;
  /** Of anybody; the look is recorded. @throws {ApplicationError} `not_found`, `invalid_cursor` */
  listOf(
    tx: Tx,
    operator: Viewer,
    userId: string,
    query: PersonQuery,
  ): Promise<{ items: PersonNotification[]; next_cursor: string | null }>;
  /** What became of the newest of somebody, without what they say. @throws {ApplicationError} `not_found` */
  countDeliveries(tx: Tx, userId: string): Promise<PersonDeliveries>;
}

export interface PersonQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly category?: Category | undefined;
  readonly withheld?: boolean | undefined;
}

export interface TraceDependencies {
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly absences: Absences;
  readonly texts: Texts;
  readonly reasons: Reasons;
}

/** Traces in one answer. */
const mostTraces = 20;
/** Notifications of a person whose deliveries are counted. */
const mostCounted = 100;
const everything = { kind: undefined, category: undefined, withheld: undefined } as const;
/** A mail server that is away for days leaves thousands of entries; the newest tell enough. */
const mostEntries = 200;

export function createTraces({ clock, recipients, absences, texts, reasons }: TraceDependencies): Traces {
  async function tracesOf(
    tx: Tx,
    notifications: readonly WrittenDown[],
    reader: TraceReader,
  ): Promise<Trace[]> {
    if (notifications.length === 0) return [];
    const userIds = [...new Set(notifications.map(({ user_id }) => user_id))];
    const people = await recipients.findRecipients(tx, userIds);
    const deliveries = await findDeliveriesOf(
      tx,
      notifications.map(({ id }) => id),
    );
    const digests = await findDigests(tx, [
      ...new Set(deliveries.flatMap(({ digest_id: id }) => (id === null ? [] : [id]))),
    ]);
    const log = await findLog(
      tx,
      deliveries.map(({ id }) => id),
      mostEntries,
    );
    return notifications.map((notification) =>
      toTrace(
        { texts, reasons },
        {
          notification,
          deliveries: deliveries.filter(({ notification_id }) => notification_id === notification.id),
          digests,
          log,
          person: people.find(({ user_id }) => user_id === notification.user_id),
        },
        reader,
      ),
    );
  }

  async function readerOf(tx: Tx, viewer: Viewer): Promise<{ locale: Locale; timeZone: string }> {
    const [person] = await recipients.findRecipients(tx, [viewer.userId]);
    return { locale: person?.locale ?? 'en', timeZone: person?.time_zone ?? 'UTC' };
  }

  async function one(tx: Tx, notification: WrittenDown, reader: TraceReader): Promise<Trace> {
    const [trace] = await tracesOf(tx, [notification], reader);
    if (trace === undefined) throw new ApplicationError('not_found');
    return trace;
  }

  async function whyNot(tx: Tx, viewer: Viewer, subject: string): Promise<Why['absence']> {
    const reader = await readerOf(tx, viewer);
    const found = await absences.explain(tx, viewer, subject, reader);
    if (found === null) {
      const text = traceMessages(reader.locale).nothing_told();
      return { code: 'nothing_told', text, score: null, minimum: null, path: null, notification_id: null };
    }
    const { toldUnder, ...absence } = found;
    const notificationId = toldUnder === null ? null : await findUnderKey(tx, viewer.userId, toldUnder);
    return { ...absence, notification_id: notificationId };
  }

  return {
    async read(tx, viewer, notificationId) {
      const notification = await findWrittenDown(tx, notificationId);
      if (notification?.user_id !== viewer.userId) throw new ApplicationError('not_found');
      const { locale } = await readerOf(tx, viewer);
      return one(tx, notification, { locale, isOperator: false });
    },

    async why(tx, viewer, subject) {
      const about = await findAbout(tx, viewer.userId, subject, mostTraces);
      if (about.length === 0) return { subject, traces: [], absence: await whyNot(tx, viewer, subject) };
      const { locale } = await readerOf(tx, viewer);
      return { subject, traces: await tracesOf(tx, about, { locale, isOperator: false }), absence: null };
    },

    async readAsOperator(tx, operator, notificationId) {
      const notification = await findWrittenDown(tx, notificationId);
      if (notification === undefined) throw new ApplicationError('not_found');
      const userId = notification.user_id;
      await recordLook(tx, { operatorId: operator.userId, userId, notificationId, at: clock.now() });
      const { locale } = await readerOf(tx, operator);
      return one(tx, notification, { locale, isOperator: true });
    },

    async countDeliveries(tx, userId) {
      const [person] = await recipients.findRecipients(tx, [userId]);
      if (person === undefined) throw new ApplicationError('not_found');
      const rows = await findHistory(tx, userId, everything, null, mostCounted);
      const deliveries = await findDeliveriesOf(
        tx,
        rows.map(({ id }) => id),
      );
      const alike = Map.groupBy(deliveries, ({ channel, status }) => `${channel} ${status}`);
      return {
        notifications: rows.length,
        counts: [...alike.values()].flatMap((group) =>
          group.slice(0, 1).map(({ channel, status }) => ({ channel, status, count: group.length })),
        ),
      };
    },

    async listOf(tx, operator, userId, { limit, cursor, kind, category, withheld }) {
      const after = cursors.read(cursor);
      const [person] = await recipients.findRecipients(tx, [userId]);
      if (person === undefined) throw new ApplicationError('not_found');
      await recordLook(tx, { operatorId: operator.userId, userId, notificationId: null, at: clock.now() });
      const { locale } = await readerOf(tx, operator);
      const rows = await findHistory(tx, userId, { kind, category, withheld }, after, limit + 1);
      const deliveries = Map.groupBy(
        await findDeliveriesOf(
          tx,
          rows.map(({ id }) => id),
        ),
        ({ notification_id }) => notification_id,
      );
      return cursors.page(
        rows,
        limit,
        (row) => ({
          id: row.id,
          kind: row.kind,
          category: row.category,
          title: texts.inbox(row.kind, row.payload, { locale, time_zone: person.time_zone }).title,
          subject: row.subject,
          created_at: row.created_at.toISOString(),
          read_at: row.read_at?.toISOString() ?? null,
          withheld: row.withheld,
          deliveries: (deliveries.get(row.id) ?? []).map(({ channel, status, reason }) => ({
            channel,
            status,
            reason,
          })),
        }),
        (row) => ({ createdAt: row.created_at, id: row.id }),
      );
    },
  };
}
