export { type CompanyDecision, companyDecisions } from './kinds/company-decision.ts';
export * from './schemas.ts';
export * from './trust.ts';
export * from './values.ts';
