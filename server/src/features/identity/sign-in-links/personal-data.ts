import { type PersonalData, tableData } from '../personal-data/index.ts';

export const signInLinkData: readonly PersonalData[] = [
  tableData({
    name: 'sign_in_links',
    table: 'sign_in_links',
    key: { expires_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
];
