import { type PersonalData, tableData } from '../../identity/privacy/index.ts';

/** A company outlives its recruiters: it is not theirs alone. */
export const companyData: readonly PersonalData[] = [
  tableData({
    name: 'company_memberships',
    table: 'company_members',
    key: { company_id: 'uuid' },
    erase: 'row',
  }),
];
