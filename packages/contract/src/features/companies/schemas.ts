import { z } from 'zod';
import {
  emailSchema,
  idSchema,
  lineSchema,
  pageQuerySchema,
  requiredLineSchema,
  timestampSchema,
} from '../../core/primitives.ts';
import { companyTrustSchema } from './trust.ts';
import { companyStates } from './values.ts';

/** How a company was verified: by a mail to its domain, by a record in its DNS, or by an operator. */
export const companyProofMethods = ['mail', 'dns', 'operator'] as const;
export const companyProofMethodSchema = z.enum(companyProofMethods);
export type CompanyProofMethod = z.infer<typeof companyProofMethodSchema>;

/** The recruiter's own company. */
export const companySchema = z.object({
  id: idSchema,
  name: z.string(),
  trust: companyTrustSchema,
  /** The domain that is proven. Null while there is none, and when an operator has confirmed the company. */
  domain: z.string().nullable(),
  verified_by: companyProofMethodSchema.nullable(),
  verified_at: timestampSchema.nullable(),
  /** An operator has taken its jobs out of sight. */
  hidden: z.boolean(),
  /** Set while an operator does not believe it: no proof counts then. */
  refused: z.object({ at: timestampSchema, reason: z.string() }).nullable(),
  /** A proof that counts once an operator has confirmed the name, which could be taken for another company's. */
  awaiting: z.object({ domain: z.string(), by: z.enum(['mail', 'dns']), since: timestampSchema }).nullable(),
  /** The proof that has been begun. */
  proof: z
    .object({
      domain: z.string(),
      /** A TXT record of this name with this value proves the domain. */
      dns_name: z.string(),
      dns_value: z.string(),
      /** Where a code was mailed, and until when it is good. */
      mail_address: z.string().nullable(),
      code_expires_at: timestampSchema.nullable(),
    })
    .nullable(),
});
export type OwnCompany = z.infer<typeof companySchema>;

export const companyProofInputSchema = z.object({ domain: requiredLineSchema(253) });
export const companyMailProofInputSchema = z.object({ address: emailSchema });
export const companyCodeInputSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{8}$/, { error: 'must have eight digits' }),
});

/**
 * What becomes of postings of unverified companies. `quiet`: they are shown and marked, and nobody is told of them; `held`:
 * nobody but their company and operators sees them; `announced`: they are treated like any other, and marked.
 */
export const postingRules = ['quiet', 'held', 'announced'] as const;
export const postingRuleSchema = z.enum(postingRules);
export type PostingRule = z.infer<typeof postingRuleSchema>;

export const companyPolicySchema = z.object({ unverified_postings: postingRuleSchema });

/** A decision of an operator. The reason goes into the audit log, and the recruiters of the company are told it. */
export const companyDecisionSchema = z.object({ reason: lineSchema(1_000).default('') });

/** What becomes of the postings of this company alone while it is unverified; null: what the instance's rule says. */
export const companyRuleInputSchema = companyDecisionSchema.extend({ rule: postingRuleSchema.nullable() });

/**
 * What an operator has to look at before a proof counts, beside other companies. `names_domain`: the name has another domain in
 * it; `claims_verified`: it says that it has been looked at; `mixed_letters`: a word has letters of two alphabets;
 * `shared_mailbox`: whoever looks for jobs has mailboxes of the domain as well, so that one may be a customer's.
 */
export const companyDoubts = ['names_domain', 'claims_verified', 'mixed_letters', 'shared_mailbox'] as const;
export type CompanyDoubt = (typeof companyDoubts)[number];

/** A company as operators see it. */
export const operatorCompanySchema = companySchema.omit({ proof: true }).extend({
  created_at: timestampSchema,
  /** The rule for this company alone. */
  posting_rule: postingRuleSchema.nullable(),
  /** What makes its proof wait beside other companies. */
  doubts: z.array(z.enum(companyDoubts)),
  /**
   * Companies that its name could be taken for, and those that an operator has refused or taken out of sight, or whose recruiters
   * are disabled, with a name or a domain in common with it; some of them. Only where an operator has to look at the name: a proof waits for
   * that, or the company is verified and nobody has confirmed its name.
   */
  looks_like: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      trust: companyTrustSchema,
      domain: z.string().nullable(),
      /** Set when an operator does not believe it. */
      refused: z.object({ at: timestampSchema, reason: z.string() }).nullable(),
      /** Its jobs are out of sight, by an operator or since its recruiters are disabled. */
      hidden: z.boolean(),
      /** A domain that both have shown or tried, or two that look alike. */
      shared_domain: z.string().nullable(),
      /** Open postings by the name of their source; null: one that is gone. */
      postings: z.array(z.object({ source: z.string().nullable(), open: z.int() })),
      /** Domains that its newest postings lead to. */
      leads_to: z.array(z.string()),
    }),
  ),
});
export type OperatorCompany = z.infer<typeof operatorCompanySchema>;

/** With who acts for it and the proof that is under way. */
export const operatorCompanyDetailSchema = operatorCompanySchema.extend({
  recruiters: z.array(
    z.object({
      user_id: idSchema,
      name: z.string(),
      email: z.string(),
      email_verified: z.boolean(),
      disabled_at: timestampSchema.nullable(),
    }),
  ),
  proof: z.object({ domain: z.string(), mail_address: z.string().nullable() }).nullable(),
});
export type OperatorCompanyDetail = z.infer<typeof operatorCompanyDetailSchema>;

export const companyStateSchema = z.enum(companyStates);

export const companyListQuerySchema = pageQuerySchema.extend({
  /** A part of the name, or the beginning of the proven domain. */
  q: lineSchema(120).optional(),
  state: companyStateSchema.optional(),
});
