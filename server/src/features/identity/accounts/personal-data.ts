import { type PersonalData, tableData } from '../personal-data/index.ts';

/** The account and the ways into it. The account itself is the last thing that goes. */
export const accountData: readonly PersonalData[] = [
  tableData({ name: 'account', table: 'users', owner: 'id', key: { id: 'uuid' }, erase: 'account' }),
  tableData({
    name: 'password',
    table: 'credentials',
    key: { user_id: 'uuid' },
    without: ['password_hash'],
    erase: 'row',
  }),
  tableData({
    name: 'email_changes',
    table: 'email_changes',
    key: { id: 'uuid' },
    erase: 'row',
  }),
  tableData({
    name: 'mailed_links',
    table: 'one_time_tokens',
    key: { created_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
];
