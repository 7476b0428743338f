import { type PersonalData, tableData } from '../personal-data/index.ts';

export const secondFactorData: readonly PersonalData[] = [
  tableData({
    name: 'second_factor',
    table: 'second_factors',
    key: { user_id: 'uuid' },
    without: ['totp_secret'],
    erase: 'row',
  }),
  tableData({
    name: 'recovery_codes',
    table: 'recovery_codes',
    key: { created_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
  tableData({
    name: 'second_factor_challenges',
    table: 'second_factor_challenges',
    key: { created_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
];
