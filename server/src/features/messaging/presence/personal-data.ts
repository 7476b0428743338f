import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** Where the person is connected at this moment. */
export const presenceData: readonly PersonalData[] = [
  tableData({ name: 'presence', table: 'presence_people', key: { node_id: 'uuid' }, erase: 'row' }),
];
