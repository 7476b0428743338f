import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

export const matchData: readonly PersonalData[] = [
  tableData({ name: 'matches', table: 'matches', key: { cluster_id: 'uuid' }, erase: 'row' }),
  tableData({ name: 'match_windows', table: 'match_windows', key: { id: 'uuid' }, erase: 'row' }),
];
