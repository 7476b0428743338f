import type { Tx } from '../../../platform/db/index.ts';

/** What applications need to know of companies; the catalogue provides it. */
export interface CompanyMembers {
  /** The company of a recruiter; null for everybody else. */
  companyOf(tx: Tx, userId: string): Promise<{ readonly id: string } | null>;
  /** The recruiters of a company, by their ids. */
  membersOf(tx: Tx, companyId: string): Promise<readonly string[]>;
}
