import { type PersonalData, tableData } from '../../identity/personal-data/index.ts';
import { findCompaniesOnlyOf } from './companies.store.ts';
import type { Companies } from './companies.ts';
import { forgetAddress } from './trust.store.ts';

const memberships = tableData({
  name: 'company_memberships',
  table: 'company_members',
  key: { company_id: 'uuid' },
  erase: 'row',
});

/**
 * A company outlives its recruiters: it is not theirs alone. When nobody is left it is verified no more, so that its name
 * is free for others.
 */
export const companyData = (companies: Pick<Companies, 'release'>): readonly PersonalData[] => [
  {
    ...memberships,
    columns: [...memberships.columns, 'company_proofs.mail_address'],
    async eraseSome(tx, subject, now) {
      await companies.release(tx, await findCompaniesOnlyOf(tx, subject.userId));
      await forgetAddress(tx, subject.email);
      return memberships.eraseSome(tx, subject, now);
    },
  },
];
