import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { findPeople } from '../../identity/people/index.ts';
import {
  type CompanyRow,
  findCompanyOfMember,
  findMailProofs,
  findMembers,
  findSourceCompanies,
  insertRecruiterCompany,
  insertSourceCompanies,
} from './companies.store.ts';
import { traceAddress } from './domain-traces.ts';
import { likenessesIn, likenessOf } from './likeness.ts';
import { normalizeCompanyName } from './normalized-name.ts';
import { type CompanyTrusts, createCompanyTrusts } from './trust.ts';

export type Company = CompanyRow;

/** A company that was found in a feed. */
export interface SourceCompany extends Company {
  /** An operator has taken its jobs out of sight. */
  readonly hidden: boolean;
}

/**
 * The companies behind the jobs. A company that a recruiter made at sign-up belongs to its members; a company that
 * was found in a feed belongs to nobody. The two are never joined by their names, because anybody can sign up under
 * any name: a recruiter of 'Acme' gets no right over the jobs that a source gives for 'Acme'.
 */
export interface Companies extends CompanyTrusts {
  /**
   * Makes the company of a recruiter, unverified. A person has one.
   *
   * @throws {ApplicationError} `company_name_taken`, `company_name_refused`
   */
  createRecruiterCompany(tx: Tx, userId: string, name: string): Promise<Company>;
  /** Makes the company that a new recruiter names. */
  accountCreated(
    tx: Tx,
    account: { readonly id: string; readonly companyName?: string | undefined },
  ): Promise<void>;
  /** A recruiter can act again, or does not any more. */
  recruiterChanged(tx: Tx, userId: string): Promise<void>;
  /**
   * A recruiter has another address. A proof by mail that rested on the domain of the old one is taken back: the person may
   * not be with the company any more.
   */
  recruiterMoved(
    tx: Tx,
    moved: { readonly userId: string; readonly from: string; readonly to: string },
  ): Promise<void>;
  /** The company of a recruiter; null for everybody else. */
  companyOf(tx: Tx, userId: string): Promise<Company | null>;
  /** The recruiters of a company, by their ids. */
  membersOf(tx: Tx, companyId: string): Promise<readonly string[]>;
  /** The companies of postings, by their normalized names; those that are not known yet are added. */
  ensureSourceCompanies(tx: Tx, names: Iterable<string>): Promise<ReadonlyMap<string, SourceCompany>>;
}

export function createCompanies({ clock }: { readonly clock: Clock }): Companies {
  const trusts = createCompanyTrusts({ clock });

  async function createRecruiterCompany(tx: Tx, userId: string, name: string): Promise<Company> {
    await trusts.assertNameFree(tx, name);
    const company = {
      id: uuidv7(),
      name,
      normalized_name: normalizeCompanyName(name),
      likeness: likenessOf(name),
      likenesses: [...likenessesIn(name)],
      created_at: clock.now(),
    };
    await insertRecruiterCompany(tx, company, userId);
    const person = (await findPeople(tx, [userId])).get(userId);
    if (person !== undefined) await traceAddress(tx, company.id, person.email);
    return { id: company.id, name };
  }

  return {
    ...trusts,
    createRecruiterCompany,

    async accountCreated(tx, { id, companyName }) {
      if (companyName !== undefined) await createRecruiterCompany(tx, id, companyName);
    },

    async recruiterChanged(tx, userId) {
      const company = await findCompanyOfMember(tx, userId);
      if (company !== undefined) await trusts.standingChanged.emit(tx, company.id);
    },

    async recruiterMoved(tx, { userId, from, to }) {
      const company = await findCompanyOfMember(tx, userId);
      if (company === undefined) return;
      await traceAddress(tx, company.id, to);
      const proofs = await findMailProofs(tx, company.id);
      if (proofs === undefined) return;
      const isOf = (address: string, domain: string) =>
        address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`);
      const isLeft = (domain: string | null) => domain !== null && isOf(from, domain) && !isOf(to, domain);
      if (isLeft(proofs.awaiting)) await trusts.dropAwaiting(tx, [company.id]);
      if (isLeft(proofs.verified)) await trusts.withdraw(tx, company.id);
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
        found.has(normalized_name)
          ? []
          : [{ id: uuidv7(), name, normalized_name, likeness: likenessOf(name), created_at }],
      );
      if (missing.length === 0) return found;
      await insertSourceCompanies(tx, missing);
      return byNormalizedName(await findSourceCompanies(tx, [...wanted.keys()]));
    },
  };
}

function byNormalizedName(
  rows: readonly (SourceCompany & { normalized_name: string })[],
): Map<string, SourceCompany> {
  return new Map(rows.map(({ normalized_name, ...company }) => [normalized_name, company]));
}
