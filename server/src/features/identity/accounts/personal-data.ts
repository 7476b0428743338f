import { type PersonalData, tableData } from '../privacy/index.ts';

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
    name: 'sessions',
    table: 'sessions',
    key: { id: 'uuid' },
    without: ['token_hash'],
    erase: 'row',
  }),
  tableData({
    name: 'mailed_links',
    table: 'one_time_tokens',
    key: { created_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
  tableData({ name: 'api_keys', table: 'api_keys', key: { id: 'uuid' }, without: ['hash'], erase: 'row' }),
  tableData({
    name: 'realtime_tickets',
    table: 'realtime_tickets',
    key: { expires_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
  tableData({ name: 'profile', table: 'profiles', key: { user_id: 'uuid' }, erase: 'row' }),
];
