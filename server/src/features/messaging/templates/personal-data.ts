import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';

/** Texts that an operator has written. They stay; the name of the operator goes. */
export const templateData: readonly PersonalData[] = [
  tableData({
    name: 'message_templates',
    table: 'message_templates',
    owner: 'created_by',
    key: { id: 'uuid' },
    erase: 'name',
  }),
];
