import {
  type Delivery,
  type DeliveryStatus,
  type Kind,
  kinds,
  type OperatorDelivery,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { Recipients } from '../recipients/index.ts';
import type { ReasonCode, Reasons } from '../routing/index.ts';
import { cancelWaiting, releaseHeld, releaseOf } from './deliveries.store.ts';
import { findByStatus, findDelivery, type ListedDelivery, requeue } from './operator.store.ts';
import { findDeliveriesOf } from './timeline.store.ts';
import { withNotifications } from './with-notifications.ts';

const cursors = createCursors({ createdAt: momentField, id: idField });

/** Deliveries as people and operators see them. */
export interface Deliveries {
  /**
   * Where a notification went and why, in the words of this person; whether it is the person's own is for the caller to
   * check.
   */
  ofNotification(tx: Tx, notificationId: string, userId: string): Promise<Delivery[]>;
  /** Those of these notifications of which a mail has gone out. */
  mailed(tx: Tx, notificationIds: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Takes back what still waits to be sent of these notifications. What is mandatory goes out. For `seen_in_inbox` that
   * is only what waits because the person may see it there.
   */
  cancel(tx: Tx, notifications: readonly CancelledNotification[], reason: ReasonCode): Promise<void>;
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

/** A notification that the person has dealt with elsewhere. */
export interface CancelledNotification {
  readonly id: string;
  readonly kind: Kind;
}

/** Reasons to wait that a person's settings can take away. */
const heldBySettings: readonly ReasonCode[] = ['snoozed', 'quiet_hours', 'daytime_only', 'escalation'];

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
  readonly reasons: Reasons;
  readonly wakeDeliveries: () => void;
}): Deliveries {
  const { database, clock, recipients, reasons, wakeDeliveries } = dependencies;

  type Listed = ListedDelivery & { readonly kind: Kind };

  async function withKinds(tx: Tx, rows: readonly ListedDelivery[]): Promise<Listed[]> {
    const carried = await withNotifications(tx, rows);
    const kindsById = new Map(carried.map(({ id, kind }) => [id, kind]));
    return rows.flatMap((row) => {
      const kind = kindsById.get(row.id);
      return kind === undefined ? [] : [{ ...row, kind }];
    });
  }

  async function forOperators(tx: Tx, rows: readonly Listed[]): Promise<(row: Listed) => OperatorDelivery> {
    const people =
      rows.length === 0
        ? []
        : await recipients.findRecipients(tx, [...new Set(rows.map((row) => row.user_id))]);
    const byId = new Map(people.map((person) => [person.user_id, person]));
    const at = clock.now();
    return ({ user_id, created_at, due_at, ...row }) => ({
      ...row,
      recipient_email: byId.get(user_id)?.email ?? '',
      explanation: reasons.explain(row.reason, row.channel, {
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
      const rows = await findDeliveriesOf(tx, [notificationId]);
      const [person] = await recipients.findRecipients(tx, [userId]);
      const { locale = 'en', time_zone: timeZone = 'UTC' } = person ?? {};
      const at = clock.now();
      return rows.map(({ id, channel, status, reason, attempts, due_at, finished_at }) => ({
        ...{ id, channel, status, reason, attempts },
        explanation: reasons.explain(reason, channel, { locale, timeZone, dueAt: due_at, at }),
        due_at: due_at.toISOString(),
        finished_at: finished_at?.toISOString() ?? null,
      }));
    },

    async mailed(tx, notificationIds) {
      const rows = await findDeliveriesOf(tx, notificationIds);
      const sent = rows.filter(({ channel, status }) => channel === 'email' && status === 'sent');
      return new Set(sent.map((row) => row.notification_id));
    },

    async cancel(tx, notifications, reason) {
      const ids = notifications.flatMap(({ id, kind }) => (kinds[kind].mandatory ? [] : [id]));
      if (ids.length === 0) return;
      const waitingFor = reason === 'seen_in_inbox' ? heldForInbox : null;
      await cancelWaiting(tx, ids, reason, waitingFor, clock.now());
    },

    async reconsider(tx, userId) {
      if (await releaseOf(tx, userId, heldBySettings, clock.now())) database.afterCommit(wakeDeliveries);
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
      const rows = await withKinds(tx, await findByStatus(tx, status, cursors.read(cursor), limit + 1));
      return cursors.page(rows, limit, await forOperators(tx, rows), (row) => ({
        createdAt: row.created_at,
        id: row.id,
      }));
    },

    async retry(tx, deliveryId) {
      const requeued = await requeue(tx, deliveryId, clock.now());
      const found = await findDelivery(tx, deliveryId);
      const [row] = found === undefined ? [] : await withKinds(tx, [found]);
      if (row === undefined) throw new ApplicationError('not_found');
      if (!requeued) throw new ApplicationError('delivery_not_failed');
      database.afterCommit(wakeDeliveries);
      return (await forOperators(tx, [row]))(row);
    },
  };
}
