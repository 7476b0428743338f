import type { Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type PersonalData, tableData } from '../../identity/privacy/index.ts';
import { withoutSecrets } from '../notifications/index.ts';

interface ExportedNotification {
  readonly id: string;
  readonly created_at: string;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
}

const pageSize = 200;
const batchSize = 1_000;
/** A mail server that is away for days leaves thousands of entries for one delivery. */
const mostEntries = 200;

/** Notifications with their deliveries and what happened to those, the newest first. */
const notifications: PersonalData = {
  name: 'notifications',
  columns: ['notifications.user_id', 'deliveries.user_id'],

  async *pages(tx, { userId }) {
    let after: ExportedNotification | null = null;
    for (;;) {
      const page: ExportedNotification[] = await readPage(tx, userId, after);
      if (page.length > 0) {
        yield page.map((row) => ({ ...row, payload: withoutSecrets(row.kind, row.payload) }));
      }
      if (page.length < pageSize) return;
      after = page.at(-1) ?? null;
    }
  },

  async eraseSome(tx, { userId }) {
    const { numAffectedRows = 0n } = await sql`
      delete from notifications where id in (
        select id from notifications where user_id = ${userId} limit ${batchSize}
      )`.execute(tx);
    return numAffectedRows >= batchSize;
  },
};

async function readPage(
  tx: Tx,
  userId: string,
  after: ExportedNotification | null,
): Promise<ExportedNotification[]> {
  const { rows } = await sql<{ row: ExportedNotification }>`
    select to_jsonb(own) || jsonb_build_object('deliveries', (
      select coalesce(jsonb_agg(to_jsonb(delivery) || jsonb_build_object('log', (
        select coalesce(jsonb_agg(to_jsonb(entry) order by entry.id), '[]') from (
          select * from delivery_log where delivery_log.delivery_id = delivery.id
          order by delivery_log.id desc limit ${mostEntries}
        ) as entry
      ))), '[]')
      from deliveries as delivery where delivery.notification_id = own.id
    )) as row
    from notifications as own
    where own.user_id = ${userId}
      ${after === null ? sql`` : sql`and (own.created_at, own.id) < (${after.created_at}::timestamptz, ${after.id}::uuid)`}
    order by own.created_at desc, own.id desc limit ${pageSize}`.execute(tx);
  return rows.map(({ row }) => row);
}

/** What a person was told, by which ways, and the digests that collected it. */
export const notificationData: readonly PersonalData[] = [
  notifications,
  tableData({ name: 'digests', table: 'digests', key: { id: 'uuid' }, erase: 'row' }),
  tableData({ name: 'inbox', table: 'inboxes', key: { user_id: 'uuid' }, erase: 'row' }),
];
