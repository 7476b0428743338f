export { type Companies, type Company, createCompanies } from './companies.ts';
export { normalizeCompanyName } from './normalized-name.ts';
