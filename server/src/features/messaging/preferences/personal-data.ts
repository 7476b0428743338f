import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

export const preferenceData: readonly PersonalData[] = [
  tableData({
    name: 'notification_settings',
    table: 'notification_settings',
    key: { user_id: 'uuid' },
    erase: 'row',
  }),
  tableData({ name: 'mutes', table: 'mutes', key: { subject: 'text' }, erase: 'row' }),
];
