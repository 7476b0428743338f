import { z } from 'zod';

/**
 * How a company stands. `verified`: it has proven its domain, or an operator has confirmed it; `source`: its jobs come from a
 * board or feed that the operator has chosen; `unverified`: somebody has signed up under this name.
 */
export const companyTrusts = ['verified', 'source', 'unverified'] as const;
export const companyTrustSchema = z.enum(companyTrusts);
export type CompanyTrust = z.infer<typeof companyTrustSchema>;
