import { type PersonalData, tableData } from '../../../identity/personal-data/index.ts';

/** Browsers that the person gets pushes in, without what would let others push there. */
export const webPushData: readonly PersonalData[] = [
  tableData({
    name: 'push_devices',
    table: 'web_push_devices',
    key: { id: 'uuid' },
    without: ['auth', 'p256dh', 'endpoint', 'session_id'],
    erase: 'row',
  }),
];
