import { type PersonalData, tableData } from '../personal-data/index.ts';

export const profileData: readonly PersonalData[] = [
  tableData({ name: 'profile', table: 'profiles', key: { user_id: 'uuid' }, erase: 'row' }),
];
