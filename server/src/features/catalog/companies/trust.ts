import type { CompanyDoubt, CompanyProofMethod, PostingRule } from '@rolecall/contract';
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
import { hasSeekerAt } from '../../identity/people/index.ts';
import { deleteTraces, lockSisters } from './domain-traces.store.ts';
import { traceDomain } from './domain-traces.ts';
import { hasLookAlike, hasUnreadNames, lockLikeness } from './likeness.store.ts';
import { likenessOf, likenessOfDomain } from './likeness.ts';
import { isRunnersMailbox } from './mail-domains.ts';
import { doubtsOf, isRefusedName } from './name-claims.ts';
import { skeletonOf } from './skeleton.ts';
import {
  type CompanyRecord,
  type CompanyStanding,
  clearAwaiting,
  deleteProof,
  findVerified,
  hideDisabled,
  lockCompany,
  markAwaiting,
  markNameConfirmed,
  markRefused,
  markUnverified,
  markVerified,
  selectCompany,
  setHidden,
  setPostingRuleOf,
  standingOf,
} from './trust.store.ts';

/** What shows that a company is who it says it is. */
interface Proof {
  readonly by: CompanyProofMethod;
  readonly domain: string | null;
  /** The TXT record that has shown it, which is looked for again from time to time. */
  readonly record?: string;
}

/** What a company has shown itself. */
export interface OwnProof extends Proof {
  readonly by: 'mail' | 'dns';
  readonly domain: string;
  /** The address that has shown it. */
  readonly mailbox?: string;
}

/** What has come of a proof. `still_awaits`: the same one waits for an operator already. */
export type ProofOutcome = 'verified' | 'awaits' | 'still_awaits';

/** Whom to believe. What follows for jobs is theirs: they follow `standingChanged`. */
export interface CompanyTrusts {
  /** A company is verified, or is not any more, has proven another domain, is hidden or shown; by its id. */
  readonly standingChanged: TransactionEvent<string>;
  readonly postingRuleChanged: TransactionEvent<PostingRule>;
  /** How a company stands now. @throws {ApplicationError} `not_found` */
  readStanding(tx: Tx, companyId: string): Promise<CompanyStanding>;
  /** How a company stands until the transaction ends. @throws {ApplicationError} `not_found` */
  lockStanding(tx: Tx, companyId: string): Promise<CompanyStanding>;
  /**
   * @throws {ApplicationError} `company_name_taken` when a verified company has a name that looks like this one,
   *   `company_name_refused` for what is no name of a company
   */
  assertNameFree(tx: Tx, name: string): Promise<void>;
  /**
   * Takes a company as verified, whatever its name could be taken for: what people prove themselves goes through `prove`.
   * Saying it again changes by what, and tells nobody anew.
   *
   * @param proof the domain is null only for an operator's word, which ends a refusal, too
   * @throws {ApplicationError} `not_found`, `company_name_taken`, `company_refused`
   */
  confirm(tx: Tx, companyId: string, proof: Proof): Promise<CompanyRecord>;
  /**
   * Takes a company as verified by what it has proven, unless its name could be taken for that of another company that people
   * know, it has a name or a domain in common with one that an operator does not believe, or the name or the mailbox itself is
   * doubtful: then the proof waits until an operator has confirmed the name, and what was verified before stays so.
   *
   * @throws {ApplicationError} `not_found`, `company_name_taken`, `company_refused`; `unavailable` while names from before a
   *   new version are being read
   */
  prove(
    tx: Tx,
    companyId: string,
    proof: OwnProof,
  ): Promise<{ company: CompanyRecord; outcome: ProofOutcome }>;
  /**
   * The word of an operator that a company is who its name says. A proof that waits for it counts from now on, one that counts
   * already stays, and without any the word stands for it.
   *
   * @throws {ApplicationError} `not_found`, `company_name_taken`
   */
  confirmName(tx: Tx, companyId: string): Promise<CompanyRecord>;
  /** Forgets proofs that wait for an operator. */
  dropAwaiting(tx: Tx, companyIds: readonly string[]): Promise<void>;
  /** Takes the verification back; the name is free again. A proof that waits for an operator stays. @throws {ApplicationError} `not_found` */
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
  /**
   * The unverified companies that come with a domain of this one, itself among them: signing up again does not make one another.
   * They wait for each other until the transaction ends.
   */
  lockSisters(tx: Tx, companyId: string): Promise<readonly string[]>;
  /** What becomes of postings of unverified companies. */
  postingRule(tx: Tx): Promise<PostingRule>;
  /** @returns the rule before */
  setPostingRule(tx: Tx, rule: PostingRule): Promise<PostingRule>;
}

/** Companies of one domain whose postings are counted together; with so many the quota is long spent. */
const mostSisters = 200;
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

  /** The company, locked. @throws {ApplicationError} `company_refused` when only an operator could end that */
  async function lockBelieved(tx: Tx, companyId: string, by: CompanyProofMethod): Promise<CompanyRecord> {
    const company = await lock(tx, companyId);
    if (company.refused_at !== null && by !== 'operator') throw new ApplicationError('company_refused');
    return company;
  }

  /** Takes a locked company as verified. */
  async function take(
    tx: Tx,
    company: CompanyRecord,
    { by, domain, record }: Proof,
    { nameConfirmedAt, recordSeenAt = clock.now() }: { nameConfirmedAt: Date | null; recordSeenAt?: Date },
  ): Promise<CompanyRecord> {
    const { id, name, verified_at, verified_domain } = company;
    const isFree = await markVerified(tx, id, {
      skeleton: skeletonOf(name),
      at: verified_at ?? clock.now(),
      domainLikeness: domain === null ? null : likenessOfDomain(domain),
      ...{ by, domain, record: record ?? null, recordSeenAt, nameConfirmedAt },
    });
    if (!isFree) throw new ApplicationError('company_name_taken');
    if (verified_at === null || verified_domain !== domain) await standingChanged.emit(tx, id);
    return lock(tx, id);
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
      if (isRefusedName(name)) throw new ApplicationError('company_name_refused');
      if ((await findVerified(tx, skeletonOf(name))) !== undefined)
        throw new ApplicationError('company_name_taken');
    },

    async confirm(tx, companyId, proof) {
      const company = await lockBelieved(tx, companyId, proof.by);
      // What comes from a source is the operator's choice already.
      if (company.origin === 'source') return company;
      return take(tx, company, proof, { nameConfirmedAt: proof.by === 'operator' ? clock.now() : null });
    },

    async prove(tx, companyId, proof) {
      const company = await lockBelieved(tx, companyId, proof.by);
      if (company.origin === 'source') return { company, outcome: 'verified' };
      const { name_confirmed_at: nameConfirmedAt } = company;
      if (company.verified_domain === proof.domain)
        return { company: await take(tx, company, proof, { nameConfirmedAt }), outcome: 'verified' };
      const likeness = likenessOf(company.name);
      await lockLikeness(tx, [likeness, likenessOfDomain(proof.domain)]);
      if (await hasUnreadNames(tx)) throw namesUnread();
      await traceDomain(tx, companyId, proof.domain);
      const doubts = await doubtsAbout(tx, company.name, proof);
      if (doubts.length > 0 || (await hasLookAlike(tx, { id: companyId, domain: proof.domain }))) {
        await markAwaiting(tx, companyId, { record: null, ...proof, doubts }, clock.now());
        const outcome = company.awaiting_domain === proof.domain ? 'still_awaits' : 'awaits';
        return { company: await lock(tx, companyId), outcome };
      }
      return { company: await take(tx, company, proof, { nameConfirmedAt: null }), outcome: 'verified' };
    },

    async confirmName(tx, companyId) {
      const company = await lock(tx, companyId);
      if (company.origin === 'source') return company;
      const { awaiting_domain: domain, awaiting_by: by, awaiting_record: record } = company;
      const nameConfirmedAt = clock.now();
      if (domain !== null && by !== null) {
        await lockLikeness(tx, [likenessOf(company.name), likenessOfDomain(domain)]);
        // What was seen before the operator had time is looked for again soon.
        const recordSeenAt = company.awaiting_since ?? nameConfirmedAt;
        const proof = { by, domain, ...(record !== null && { record }) };
        return take(tx, company, proof, { nameConfirmedAt, recordSeenAt });
      }
      if (company.verified_at === null)
        return take(tx, company, { by: 'operator', domain: null }, { nameConfirmedAt });
      await markNameConfirmed(tx, companyId, nameConfirmedAt);
      return lock(tx, companyId);
    },

    dropAwaiting: clearAwaiting,

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
      await clearAwaiting(tx, companyIds);
      // Whoever was disabled is not believed again by being erased.
      await hideDisabled(tx, companyIds, clock.now());
      await deleteTraces(tx, companyIds);
    },

    hide: (tx, companyId) => setVisible(tx, companyId, false),
    show: (tx, companyId) => setVisible(tx, companyId, true),

    lockSisters: (tx, companyId) => lockSisters(tx, companyId, mostSisters),

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

/** What an operator has to look at in the name and the mailbox themselves. */
async function doubtsAbout(tx: Tx, name: string, { domain, mailbox }: OwnProof): Promise<CompanyDoubt[]> {
  const doubts = doubtsOf(name, domain);
  const isShared = mailbox !== undefined && !isRunnersMailbox(mailbox) && (await hasSeekerAt(tx, domain));
  return isShared ? [...doubts, 'shared_mailbox'] : doubts;
}

const namesUnread = () =>
  new ApplicationError('unavailable', {
    detail: 'Names of companies are being read after an update. Try again in a minute.',
    extensions: { retry_after: 60 },
  });
