export { findCompaniesOf, findCompaniesOnlyOf, findMembersOf } from './companies.store.ts';
export { type Companies, type Company, createCompanies } from './companies.ts';
export { createDomainRechecks } from './domain-rechecks.ts';
export { readUnreadNames } from './names.ts';
export { normalizeCompanyName } from './normalized-name.ts';
export { createCompanyNotices } from './notices.ts';
export {
  createOperatorCompanies,
  type ReadSourcePostings,
  type SourcePostings,
} from './operator-companies.ts';
export { createCompanyProofs } from './proofs.ts';
export type { CompanyStanding } from './trust.store.ts';
