import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** The numbers of a person's inbox. What is in it is exported with its deliveries. */
export const inboxData: readonly PersonalData[] = [
  tableData({ name: 'inbox', table: 'inboxes', key: { user_id: 'uuid' }, erase: 'row' }),
];
