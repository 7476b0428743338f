import type { CompanyProofMethod, PostingRule } from '@rolecall/contract';
import { postingRuleSchema } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import {
  lockInstanceValue,
  readInstanceValue,
  setInstanceValue,
  type Tx,
} from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import { skeletonOf } from './skeleton.ts';
import {
  type CompanyRecord,
  type CompanyStanding,
  deleteProof,
  findVerified,
  lockCompany,
  markRefused,
  markUnverified,
  markVerified,
  selectCompany,
  setHidden,
  setPostingRuleOf,
  standingOf,
} from './trust.store.ts';

/** Whom to believe. What follows for jobs is theirs: they follow `standingChanged`. */
export interface CompanyTrusts {
  /** A company is verified, or is not any more, is hidden or shown; by its id. */
  readonly standingChanged: TransactionEvent<string>;
  readonly postingRuleChanged: TransactionEvent<PostingRule>;
  /** How a company stands now. @throws {ApplicationError} `not_found` */
  readStanding(tx: Tx, companyId: string): Promise<CompanyStanding>;
  /** How a company stands until the transaction ends. @throws {ApplicationError} `not_found` */
  lockStanding(tx: Tx, companyId: string): Promise<CompanyStanding>;
  /** @throws {ApplicationError} `company_name_taken` when a verified company has a name that looks like this one */
  assertNameFree(tx: Tx, name: string): Promise<void>;
  /**
   * Takes a company as verified. Saying it again changes by what, and tells nobody anew.
   *
   * @param proof the domain is null only for an operator's word, which ends a refusal, too
   * @throws {ApplicationError} `not_found`, `company_name_taken`, `company_refused`
   */
  confirm(
    tx: Tx,
    companyId: string,
    proof: {
      readonly by: CompanyProofMethod;
      readonly domain: string | null;
      /** The TXT record that has shown it, which is looked for again from time to time. */
      readonly record?: string;
    },
  ): Promise<CompanyRecord>;
  /** Takes the verification back; the name is free again. @throws {ApplicationError} `not_found` */
  withdraw(tx: Tx, companyId: string): Promise<CompanyRecord>;
  /**
   * Believes a company of recruiters no more: no proof counts, and its postings are held wholly, until an operator
   * confirms it.
   *
   * @throws {ApplicationError} `not_found`
   */
  refuse(tx: Tx, companyId: string, reason: string): Promise<CompanyRecord>;
  /**
   * Decides about the postings of one company of recruiters, while it is unverified.
   *
   * @param rule null: the rule of the instance
   * @throws {ApplicationError} `not_found`
   */
  setPostingRuleOf(tx: Tx, companyId: string, rule: PostingRule | null): Promise<CompanyRecord>;
  /** The same for companies that nobody is left of. */
  release(tx: Tx, companyIds: readonly string[]): Promise<void>;
  /** Takes the jobs of a company out of everybody's sight. @throws {ApplicationError} `not_found` */
  hide(tx: Tx, companyId: string): Promise<CompanyRecord>;
  /** Shows them again, as the company stands then. @throws {ApplicationError} `not_found` */
  show(tx: Tx, companyId: string): Promise<CompanyRecord>;
  /** What becomes of postings of unverified companies. */
  postingRule(tx: Tx): Promise<PostingRule>;
  /** @returns the rule before */
  setPostingRule(tx: Tx, rule: PostingRule): Promise<PostingRule>;
}

const ruleName = 'unverified_postings';
const usualRule: PostingRule = 'quiet';

export function createCompanyTrusts({ clock }: { readonly clock: Clock }): CompanyTrusts {
  const standingChanged = createTransactionEvent<string>();
  const postingRuleChanged = createTransactionEvent<PostingRule>();

  async function lock(tx: Tx, companyId: string): Promise<CompanyRecord> {
    const company = await lockCompany(tx, companyId);
    if (company === undefined) throw new ApplicationError('not_found');
    return company;
  }

  async function lockOfRecruiters(tx: Tx, companyId: string): Promise<CompanyRecord> {
    const company = await lock(tx, companyId);
    if (company.origin === 'source') throw new ApplicationError('not_found');
    return company;
  }

  async function setVisible(tx: Tx, companyId: string, visible: boolean): Promise<CompanyRecord> {
    const company = await lock(tx, companyId);
    if ((company.hidden_at === null) === visible) return company;
    await setHidden(tx, companyId, visible ? null : clock.now());
    await standingChanged.emit(tx, companyId);
    return lock(tx, companyId);
  }

  const toRule = (value: string | undefined) => postingRuleSchema.safeParse(value).data ?? usualRule;

  return {
    standingChanged,
    postingRuleChanged,

    async readStanding(tx, companyId) {
      const company = await selectCompany(tx, companyId);
      if (company === undefined) throw new ApplicationError('not_found');
      return standingOf(company);
    },

    lockStanding: async (tx, companyId) => standingOf(await lock(tx, companyId)),

    async assertNameFree(tx, name) {
      if ((await findVerified(tx, skeletonOf(name))) !== undefined)
        throw new ApplicationError('company_name_taken');
    },

    async confirm(tx, companyId, { by, domain, record = null }) {
      const company = await lock(tx, companyId);
      // What comes from a source is the operator's choice already.
      if (company.origin === 'source') return company;
      if (company.refused_at !== null && by !== 'operator') throw new ApplicationError('company_refused');
      const at = company.verified_at ?? clock.now();
      const isFree = await markVerified(tx, companyId, {
        skeleton: skeletonOf(company.name),
        at,
        ...{ by, domain, record, now: clock.now() },
      });
      if (!isFree) throw new ApplicationError('company_name_taken');
      if (company.verified_at === null) await standingChanged.emit(tx, companyId);
      return lock(tx, companyId);
    },

    async withdraw(tx, companyId) {
      await lock(tx, companyId);
      for (const id of await markUnverified(tx, [companyId])) await standingChanged.emit(tx, id);
      return lock(tx, companyId);
    },

    async refuse(tx, companyId, reason) {
      await lockOfRecruiters(tx, companyId);
      await markUnverified(tx, [companyId]);
      await markRefused(tx, companyId, clock.now(), reason);
      await deleteProof(tx, companyId);
      await standingChanged.emit(tx, companyId);
      return lock(tx, companyId);
    },

    async setPostingRuleOf(tx, companyId, rule) {
      const company = await lockOfRecruiters(tx, companyId);
      if (company.posting_rule === rule) return company;
      await setPostingRuleOf(tx, companyId, rule);
      await standingChanged.emit(tx, companyId);
      return lock(tx, companyId);
    },

    async release(tx, companyIds) {
      for (const id of await markUnverified(tx, companyIds)) await standingChanged.emit(tx, id);
    },

    hide: (tx, companyId) => setVisible(tx, companyId, false),
    show: (tx, companyId) => setVisible(tx, companyId, true),

    postingRule: async (tx) => toRule(await readInstanceValue(tx, ruleName)),

    async setPostingRule(tx, rule) {
      const before = toRule(await lockInstanceValue(tx, ruleName, usualRule));
      if (before === rule) return before;
      await setInstanceValue(tx, ruleName, rule);
      await postingRuleChanged.emit(tx, rule);
      return before;
    },
  };
}
