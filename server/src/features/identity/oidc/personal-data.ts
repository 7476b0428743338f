import { type PersonalData, tableData } from '../personal-data/index.ts';

export const oidcData: readonly PersonalData[] = [
  tableData({
    name: 'oidc_identities',
    table: 'oidc_identities',
    key: { issuer: 'text', subject: 'text' },
    erase: 'row',
  }),
];
