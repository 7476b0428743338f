import type { Category, Kind, Locale, PersonNotification, Trace, Why } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage, type Viewer } from '../../../platform/http/index.ts';
import type { Recipients } from '../notifications/index.ts';
import type { Texts } from '../texts/index.ts';
import type { Absences } from './absences.ts';
import { type Reader, tellStory } from './story.ts';
import { tell } from './texts.ts';
import {
  findAbout,
  findDeliveries,
  findLog,
  findOfPerson,
  findTraced,
  findUnderKey,
  recordLook,
  type TracedNotification,
} from './trace.store.ts';

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
}

/** Stories in one answer. */
const mostStories = 20;
/** A mail server that is away for days leaves thousands of entries; the newest tell enough. */
const mostEntries = 200;

export function createTraces({ clock, recipients, absences, texts }: TraceDependencies): Traces {
  async function stories(
    tx: Tx,
    notifications: readonly TracedNotification[],
    reader: Reader,
  ): Promise<Trace[]> {
    if (notifications.length === 0) return [];
    const userIds = [...new Set(notifications.map(({ user_id }) => user_id))];
    const people = await recipients.findRecipients(tx, userIds);
    const deliveries = await findDeliveries(
      tx,
      notifications.map(({ id }) => id),
    );
    const log = await findLog(
      tx,
      deliveries.map(({ id }) => id),
      mostEntries,
    );
    return notifications.map((notification) =>
      tellStory(
        texts,
        {
          notification,
          deliveries: deliveries.filter(({ notification_id }) => notification_id === notification.id),
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

  async function one(tx: Tx, notification: TracedNotification, reader: Reader): Promise<Trace> {
    const [story] = await stories(tx, [notification], reader);
    if (story === undefined) throw new ApplicationError('not_found');
    return story;
  }

  async function whyNot(tx: Tx, viewer: Viewer, subject: string): Promise<Why['absence']> {
    const reader = await readerOf(tx, viewer);
    const found = await absences.explain(tx, viewer, subject, reader);
    if (found === null) {
      const text = tell('nothing_told', reader.locale);
      return { code: 'nothing_told', text, score: null, minimum: null, path: null, notification_id: null };
    }
    const { toldUnder, ...absence } = found;
    const notificationId = toldUnder === null ? null : await findUnderKey(tx, viewer.userId, toldUnder);
    return { ...absence, notification_id: notificationId };
  }

  return {
    async read(tx, viewer, notificationId) {
      const notification = await findTraced(tx, notificationId);
      if (notification?.user_id !== viewer.userId) throw new ApplicationError('not_found');
      const { locale } = await readerOf(tx, viewer);
      return one(tx, notification, { locale, isOperator: false });
    },

    async why(tx, viewer, subject) {
      const about = await findAbout(tx, viewer.userId, subject, mostStories);
      if (about.length === 0) return { subject, traces: [], absence: await whyNot(tx, viewer, subject) };
      const { locale } = await readerOf(tx, viewer);
      return { subject, traces: await stories(tx, about, { locale, isOperator: false }), absence: null };
    },

    async readAsOperator(tx, operator, notificationId) {
      const notification = await findTraced(tx, notificationId);
      if (notification === undefined) throw new ApplicationError('not_found');
      const userId = notification.user_id;
      await recordLook(tx, { operatorId: operator.userId, userId, notificationId, at: clock.now() });
      const { locale } = await readerOf(tx, operator);
      return one(tx, notification, { locale, isOperator: true });
    },

    async listOf(tx, operator, userId, { limit, cursor, kind, category, withheld }) {
      const after = cursor === undefined ? null : positionOf(cursor);
      const [person] = await recipients.findRecipients(tx, [userId]);
      if (person === undefined) throw new ApplicationError('not_found');
      await recordLook(tx, { operatorId: operator.userId, userId, notificationId: null, at: clock.now() });
      const { locale } = await readerOf(tx, operator);
      const rows = await findOfPerson(tx, userId, { kind, category, withheld }, after, limit + 1);
      const deliveries = Map.groupBy(
        await findDeliveries(
          tx,
          rows.map(({ id }) => id),
        ),
        ({ notification_id }) => notification_id,
      );
      return toPage(
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
        (row) => [row.created_at.toISOString(), row.id],
      );
    },
  };
}

function positionOf(cursor: string): { createdAt: Date; id: string } {
  const [created = '', id = ''] = decodeCursor(cursor, 2);
  const createdAt = new Date(created);
  if (Number.isNaN(createdAt.getTime()) || !/^[\da-f-]{36}$/.test(id)) {
    throw new ApplicationError('invalid_cursor');
  }
  return { createdAt, id };
}
