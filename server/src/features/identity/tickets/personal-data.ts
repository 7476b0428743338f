import { type PersonalData, tableData } from '../personal-data/index.ts';

export const ticketData: readonly PersonalData[] = [
  tableData({
    name: 'realtime_tickets',
    table: 'realtime_tickets',
    key: { expires_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
];
