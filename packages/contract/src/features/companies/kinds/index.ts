import { companyDecision } from './company-decision.ts';

export const kinds = {
  company_decision: companyDecision,
} as const;
