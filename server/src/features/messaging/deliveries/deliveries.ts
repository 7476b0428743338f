import type { Delivery, DeliveryStatus, OperatorDelivery } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage } from '../../../platform/http/index.ts';
import type { Recipients } from '../notifications/index.ts';
import { explain, type ReasonCode } from '../routing/index.ts';
import { cancelPending, reconsider, releaseHeld } from './deliveries.store.ts';
import {
  findByStatus,
  findDelivery,
  findOfNotification,
  type ListedDelivery,
  requeue,
} from './operator.store.ts';

/** Deliveries as people and operators see them. */
export interface Deliveries {
  /**
   * Where a notification went and why, in the words of this person; whether it is the person's own is for the caller to
   * check.
   */
  ofNotification(tx: Tx, notificationId: string, userId: string): Promise<Delivery[]>;
  /**
   * Takes back what still waits to be sent of these notifications, unless it is mandatory. For `seen_in_inbox` that is
   * only what waits because the person may see it there.
   */
  cancel(tx: Tx, notificationIds: readonly string[], reason: ReasonCode): Promise<void>;
  /** Lets what waits because of a person's settings be decided about anew. */
  reconsider(tx: Tx, userId: string): Promise<void>;
  /**
   * Lets what was held back with the bulk go on, in batches of their own. What it does not reach, as when the process
   * dies, looks again by itself within ten minutes.
   */
  releaseBulk(): Promise<void>;
  /** The address of the person whom it is for; null: there is no such delivery any more. */
  recipientOf(tx: Tx, deliveryId: string): Promise<string | null>;
  /** For the operator, the newest first. */
  list(tx: Tx, query: DeliveryQuery): Promise<{ items: OperatorDelivery[]; next_cursor: string | null }>;
  /**
   * Sends a failed one again, as if it were new.
   * @throws {ApplicationError} `not_found`, `delivery_not_failed`
   */
  retry(tx: Tx, deliveryId: string): Promise<OperatorDelivery>;
}

/** Reasons to wait that a person's settings can take away. */
const heldBySettings: readonly ReasonCode[] = ['snoozed', 'quiet_hours', 'escalation'];

/** Reasons to wait that are over when the person has seen it in the inbox. */
const heldForInbox: readonly ReasonCode[] = ['online', 'escalation'];

const releasedAtOnce = 1_000;

export interface DeliveryQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly status: DeliveryStatus;
}

export function createDeliveries(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly wakeDeliveries: () => void;
}): Deliveries {
  const { database, clock, recipients, wakeDeliveries } = dependencies;

  async function withAddresses(
    tx: Tx,
    rows: readonly ListedDelivery[],
  ): Promise<(row: ListedDelivery) => OperatorDelivery> {
    const people =
      rows.length === 0
        ? []
        : await recipients.findRecipients(tx, [...new Set(rows.map((row) => row.user_id))]);
    const byId = new Map(people.map((person) => [person.user_id, person]));
    const at = clock.now();
    return ({ user_id, created_at, due_at, ...row }) => ({
      ...row,
      recipient_email: byId.get(user_id)?.email ?? '',
      explanation: explain(row.reason, {
        locale: 'en',
        timeZone: byId.get(user_id)?.time_zone ?? 'UTC',
        dueAt: due_at,
        at,
      }),
      created_at: created_at.toISOString(),
      due_at: due_at.toISOString(),
    });
  }

  return {
    async ofNotification(tx, notificationId, userId) {
      const rows = await findOfNotification(tx, notificationId);
      const [person] = await recipients.findRecipients(tx, [userId]);
      const { locale = 'en', time_zone: timeZone = 'UTC' } = person ?? {};
      const at = clock.now();
      return rows.map(({ due_at, finished_at, ...row }) => ({
        ...row,
        explanation: explain(row.reason, { locale, timeZone, dueAt: due_at, at }),
        due_at: due_at.toISOString(),
        finished_at: finished_at?.toISOString() ?? null,
      }));
    },

    cancel: (tx, notificationIds, reason) =>
      cancelPending(
        tx,
        notificationIds,
        reason,
        reason === 'seen_in_inbox' ? heldForInbox : null,
        clock.now(),
      ),

    async reconsider(tx, userId) {
      if (await reconsider(tx, userId, heldBySettings, clock.now())) database.afterCommit(wakeDeliveries);
    },

    async releaseBulk() {
      let released: number;
      do {
        released = await releaseHeld(database.query, 'bulk_paused', clock.now(), releasedAtOnce);
        wakeDeliveries();
      } while (released === releasedAtOnce);
    },

    async recipientOf(tx, deliveryId) {
      const row = await findDelivery(tx, deliveryId);
      const [person] = row === undefined ? [] : await recipients.findRecipients(tx, [row.user_id]);
      return person?.email ?? null;
    },

    async list(tx, { limit, cursor, status }) {
      const rows = await findByStatus(
        tx,
        status,
        cursor === undefined ? null : positionOf(cursor),
        limit + 1,
      );
      return toPage(rows, limit, await withAddresses(tx, rows), (row) => [
        row.created_at.toISOString(),
        row.id,
      ]);
    },

    async retry(tx, deliveryId) {
      const requeued = await requeue(tx, deliveryId, clock.now());
      const row = await findDelivery(tx, deliveryId);
      if (row === undefined) throw new ApplicationError('not_found');
      if (!requeued) throw new ApplicationError('delivery_not_failed');
      database.afterCommit(wakeDeliveries);
      return (await withAddresses(tx, [row]))(row);
    },
  };
}

function positionOf(cursor: string): { createdAt: Date; id: string } {
  const [created = '', id = ''] = decodeCursor(cursor, 2);
  const createdAt = new Date(created);
  if (Number.isNaN(createdAt.getTime()) || !/^[\da-f-]{36}$/.test(id))
    throw new ApplicationError('invalid_cursor');
  return { createdAt, id };
}
