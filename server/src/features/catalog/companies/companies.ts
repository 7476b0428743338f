import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type CompanyRow,
  findCompanyOfMember,
  findMembers,
  findSourceCompanies,
  insertRecruiterCompany,
  insertSourceCompanies,
} from './companies.store.ts';
import { normalizeCompanyName } from './normalized-name.ts';

export type Company = CompanyRow;

/**
 * The companies behind the jobs. A company that a recruiter made at sign-up belongs to its members; a company that
 * was found in a feed belongs to nobody. The two are never joined by their names, because anybody can sign up under
 * any name: a recruiter of 'Acme' gets no right over the jobs that a source gives for 'Acme'.
 */
export interface Companies {
  /** Makes the company of a recruiter. A person has one. */
  createRecruiterCompany(tx: Tx, userId: string, name: string): Promise<Company>;
  /** The company of a recruiter; null for everybody else. */
  companyOf(tx: Tx, userId: string): Promise<Company | null>;
  /** The recruiters of a company, by their ids. */
  membersOf(tx: Tx, companyId: string): Promise<readonly string[]>;
  /** The companies of postings, by their normalized names; those that are not known yet are added. */
  ensureSourceCompanies(tx: Tx, names: Iterable<string>): Promise<ReadonlyMap<string, Company>>;
}

export function createCompanies({ clock }: { readonly clock: Clock }): Companies {
  return {
    async createRecruiterCompany(tx, userId, name) {
      const company = {
        id: uuidv7(),
        name,
        normalized_name: normalizeCompanyName(name),
        created_at: clock.now(),
      };
      await insertRecruiterCompany(tx, company, userId);
      return { id: company.id, name };
    },

    async companyOf(tx, userId) {
      return (await findCompanyOfMember(tx, userId)) ?? null;
    },

    async membersOf(tx, companyId) {
      return (await findMembers(tx, companyId)).map(({ user_id }) => user_id);
    },

    async ensureSourceCompanies(tx, names) {
      const wanted = new Map<string, string>();
      for (const name of names) {
        const key = normalizeCompanyName(name);
        if (!wanted.has(key)) wanted.set(key, name);
      }
      const found = byNormalizedName(await findSourceCompanies(tx, [...wanted.keys()]));
      const created_at = clock.now();
      const missing = [...wanted].flatMap(([normalized_name, name]) =>
        found.has(normalized_name) ? [] : [{ id: uuidv7(), name, normalized_name, created_at }],
      );
      if (missing.length === 0) return found;
      await insertSourceCompanies(tx, missing);
      return byNormalizedName(await findSourceCompanies(tx, [...wanted.keys()]));
    },
  };
}

function byNormalizedName(
  rows: readonly { id: string; name: string; normalized_name: string }[],
): Map<string, Company> {
  return new Map(rows.map(({ id, name, normalized_name }) => [normalized_name, { id, name }]));
}
