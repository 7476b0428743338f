import { type PersonalData, tableData } from '../personal-data/index.ts';

export const apiKeyData: readonly PersonalData[] = [
  tableData({ name: 'api_keys', table: 'api_keys', key: { id: 'uuid' }, without: ['hash'], erase: 'row' }),
];
