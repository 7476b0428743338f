import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** The windows that have collected for a person. */
export const digestData: readonly PersonalData[] = [
  tableData({ name: 'digests', table: 'digests', key: { id: 'uuid' }, erase: 'row' }),
  tableData({ name: 'inbox_overflows', table: 'inbox_overflows', key: { user_id: 'uuid' }, erase: 'row' }),
];
