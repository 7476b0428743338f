import type { PersonalData } from '../../identity/personal-data/index.ts';
import {
  type ExportedNotification,
  eraseNotifications,
  exportNotifications,
  withoutSecrets,
} from '../notifications/index.ts';
import { exportDeliveries } from './export.store.ts';

const pageSize = 200;
const batchSize = 1_000;

/** What a person was told and by which ways: notifications with their deliveries and what happened to those, the newest first. */
export const notificationData: PersonalData = {
  name: 'notifications',
  columns: ['notifications.user_id', 'deliveries.user_id'],

  async *pages(tx, { userId }) {
    let after: ExportedNotification | null = null;
    for (;;) {
      const page: ExportedNotification[] = await exportNotifications(tx, userId, after, pageSize);
      const deliveries = await exportDeliveries(
        tx,
        page.map(({ id }) => id),
      );
      if (page.length > 0) {
        yield page.map((row) => ({
          ...row,
          payload: withoutSecrets(row.kind, row.payload),
          deliveries: deliveries.get(row.id) ?? [],
        }));
      }
      if (page.length < pageSize) return;
      after = page.at(-1) ?? null;
    }
  },

  // Their deliveries go with them.
  eraseSome: async (tx, { userId }) => (await eraseNotifications(tx, userId, batchSize)) >= batchSize,
};
