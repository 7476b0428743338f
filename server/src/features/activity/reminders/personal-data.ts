import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

export const reminderData: readonly PersonalData[] = [
  tableData({
    name: 'reminders',
    table: 'reminders',
    key: { kind: 'text', subject: 'text', step: 'integer' },
    erase: 'row',
  }),
];
