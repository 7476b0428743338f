import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** Looks of operators at what a person got, and those that an operator has taken. */
export const lookData: readonly PersonalData[] = [
  tableData({
    name: 'looks_of_operators',
    table: 'operator_looks',
    key: { id: 'bigint' },
    without: ['operator_id'],
    erase: 'row',
  }),
  tableData({
    name: 'looks_as_operator',
    table: 'operator_looks',
    owner: 'operator_id',
    key: { id: 'bigint' },
    without: ['user_id', 'notification_id'],
    erase: 'name',
  }),
];
