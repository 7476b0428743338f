export { type Companies, type Company, createCompanies } from './companies.ts';
export { normalizeCompanyName } from './normalized-name.ts';
export { companyData } from './personal-data.ts';
