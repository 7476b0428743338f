import { type PersonalData, tableData } from '../personal-data/index.ts';

export const passkeyData: readonly PersonalData[] = [
  tableData({
    name: 'passkeys',
    table: 'passkeys',
    key: { id: 'uuid' },
    without: ['credential_id', 'public_key'],
    erase: 'row',
  }),
  tableData({
    name: 'passkey_challenges',
    table: 'passkey_challenges',
    key: { expires_at: 'timestamptz' },
    without: ['hash'],
    erase: 'row',
  }),
];
