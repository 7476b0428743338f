import { z } from 'zod';
import { idSchema } from '../../core/primitives.ts';

/**
 * How a company stands. `verified`: it has proven its domain, or an operator has confirmed it; `source`: its jobs come from a
 * board or feed that the operator has chosen; `unverified`: somebody has signed up under this name.
 */
export const companyTrusts = ['verified', 'source', 'unverified'] as const;
export const companyTrustSchema = z.enum(companyTrusts);
export type CompanyTrust = z.infer<typeof companyTrustSchema>;

/** The company of a job, as everybody sees it. */
export const jobCompanySchema = z.object({
  id: idSchema,
  name: z.string(),
  trust: companyTrustSchema,
  /** The domain that it has proven, while the proof stands. Null for any other, and where the word of an operator stands for it. */
  domain: z.string().nullable(),
});
export type JobCompany = z.infer<typeof jobCompanySchema>;
