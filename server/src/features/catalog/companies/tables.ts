import type { CompanyDoubt, CompanyProofMethod, CompanyTrust, PostingRule } from '@rolecall/contract';
import type { Fixed, Generated, ReadOnly } from '../../../platform/db/index.ts';

interface CompanyTable {
  id: Fixed<string>;
  name: string;
  /** Lower case, without legal form and punctuation; one company of origin `source` has it. */
  normalized_name: string;
  /** `recruiter`: made at a sign-up and owned by its members; `source`: found in a feed. */
  origin: 'recruiter' | 'source';
  created_at: Date;
  /** Of a company of a recruiter that is verified the skeleton of its name, which no other may have; null: unverified. */
  skeleton: string | null;
  verified_at: Date | null;
  /** Null when an operator has confirmed it without a domain. */
  verified_domain: string | null;
  verified_by: CompanyProofMethod | null;
  /** Since when nobody sees its jobs. */
  hidden_at: Date | null;
  /** Since when an operator does not believe it, and why; no proof counts then. */
  refused_at: Date | null;
  refusal: string | null;
  /** What becomes of its postings while it is unverified; null: what the rule of the instance says. */
  posting_rule: PostingRule | null;
  /** What the name has in common with others that it could be taken for; null: not read yet. */
  likeness: string | null;
  /** Of a company of a recruiter all likenesses that its name has in it, its own among them. */
  likenesses: string[] | null;
  /** The same of the proven domain; null also while it was not read yet. */
  domain_likeness: string | null;
  /** When an operator has said that the name is the company's, since it was verified. */
  name_confirmed_at: Date | null;
  /** A proof that counts once an operator has confirmed the name. */
  awaiting_domain: string | null;
  awaiting_by: 'mail' | 'dns' | null;
  awaiting_record: string | null;
  awaiting_since: Date | null;
  /** What has it wait beside other companies. */
  awaiting_doubts: Generated<CompanyDoubt[]>;
  /** The TXT record that its domain was proven by, when it was last looked for, and since when it is gone. */
  record_value: string | null;
  record_checked_at: Date | null;
  record_missing_since: Date | null;
}

/** The proof that a company has begun. */
interface CompanyProofTable {
  company_id: Fixed<string>;
  domain: string;
  /** What the TXT record has to say. */
  dns_token: string;
  /** Where the last code went. */
  mail_address: string | null;
  /** SHA-256 of the code; null: none is in force. */
  code_hash: Uint8Array | null;
  code_expires_at: Date | null;
  attempts: number;
  /** Codes since `mails_since`. */
  mails: number;
  mails_since: Date;
}

/** A domain that a company of recruiters has shown or tried: by a proof, or by the address of a recruiter. */
interface CompanyDomainTable {
  company_id: Fixed<string>;
  domain: string;
  /** How it would be called as a name. */
  likeness: string;
  /** False: it was only tried, and may be anybody's. */
  is_shown: boolean;
}

interface CompanyMemberTable {
  company_id: Fixed<string>;
  user_id: Fixed<string>;
  created_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    companies: CompanyTable;
    company_members: CompanyMemberTable;
    company_proofs: CompanyProofTable;
    company_domains: CompanyDomainTable;
  }
  interface PublishedViews {
    company_standings: ReadOnly<{
      id: string;
      trust: CompanyTrust;
      hidden: boolean;
      posting_rule: PostingRule | null;
      domain: string | null;
    }>;
  }
}
