import { type PersonalData, tableData } from '../personal-data/index.ts';

export const sessionData: readonly PersonalData[] = [
  tableData({
    name: 'sessions',
    table: 'sessions',
    key: { id: 'uuid' },
    without: ['token_hash', 'seed'],
    erase: 'row',
  }),
  tableData({
    name: 'known_devices',
    table: 'known_devices',
    key: { seen_at: 'timestamptz' },
    without: ['device_hash'],
    erase: 'row',
  }),
];
