import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** Calls with an `Idempotency-Key`, and what they were answered. */
export const eventData: readonly PersonalData[] = [
  tableData({
    name: 'idempotency_keys',
    table: 'idempotency_keys',
    key: { key: 'text' },
    without: ['request_hash'],
    erase: 'row',
  }),
];
