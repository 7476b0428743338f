import type {
  CompanyDecision,
  CompanyState,
  OperatorCompany,
  OperatorCompanyDetail,
  PostingRule,
} from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { Audit, AuditActor } from '../../identity/audit/index.ts';
import { findPeople } from '../../identity/people/index.ts';
import type { Companies } from './companies.ts';
import { registeredDomainOf } from './domains.ts';
import { findLookAlikes, type LookAlike } from './likeness.store.ts';
import type { CompanyNotices } from './notices.ts';
import { selectCompanies } from './operator-companies.store.ts';
import { toCompany, trustToldOf } from './proofs.ts';
import { type CompanyRecord, selectCompany, selectProof } from './trust.store.ts';

/** What sources give of a company. */
export interface SourcePostings {
  /** How many of its postings are open, by the names of their sources; null: one that is gone. */
  readonly sources: readonly { readonly source: string | null; readonly open: number }[];
  /** Where one applies for the newest of them. */
  readonly applyUrls: readonly string[];
}

/** What sources give of these companies, by their ids; the features that know it bring it. */
export type ReadSourcePostings = (
  tx: Tx,
  companyIds: readonly string[],
) => Promise<ReadonlyMap<string, SourcePostings>>;

/** What an operator decides about one company, and why. */
interface Decision {
  readonly companyId: string;
  readonly reason: string;
  readonly actor: AuditActor;
}

/** What operators see of companies and decide about them. Whatever is decided is written down and told in one transaction. */
export interface OperatorCompanies {
  /** @throws {ApplicationError} `invalid_cursor` */
  list(query: {
    readonly q?: string | undefined;
    readonly state?: CompanyState | undefined;
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<{ items: OperatorCompany[]; next_cursor: string | null }>;
  /** @throws {ApplicationError} `not_found`; so do all below */
  read(companyId: string): Promise<OperatorCompanyDetail>;
  /** @throws {ApplicationError} `company_name_taken` */
  confirm(decision: Decision): Promise<OperatorCompany>;
  withdraw(decision: Decision): Promise<OperatorCompany>;
  refuse(decision: Decision): Promise<OperatorCompany>;
  setRule(decision: Decision, rule: PostingRule | null): Promise<OperatorCompany>;
  hide(decision: Decision): Promise<OperatorCompany>;
  show(decision: Decision): Promise<OperatorCompany>;
}

/** Recruiters that a page names. */
const mostRecruiters = 50;
/** Companies that a name is shown to look like, in a list and on the page of one. */
const mostInLists = 2;
const mostAlike = 10;
/** Domains that postings are shown to lead to. */
const mostDomains = 5;
const cursors = createCursors({ at: momentField, id: idField });

/** Told of a rule for one company. */
const toldOfRule: ReadonlyMap<PostingRule | null, CompanyDecision> = new Map([
  ['quiet', 'silenced'],
  ['held', 'held'],
  ['announced', 'released'],
  [null, 'rule_lifted'],
]);

export function createOperatorCompanies(dependencies: {
  readonly database: Database;
  readonly companies: Companies;
  readonly audit: Pick<Audit, 'record'>;
  readonly notices: CompanyNotices;
  readonly sourcePostings: ReadSourcePostings;
}): OperatorCompanies {
  const { database, companies, audit, notices, sourcePostings } = dependencies;

  interface Change<Told extends Record<string, string | boolean | null>> {
    readonly action:
      | 'company_verified'
      | 'company_withdrawn'
      | 'company_refused'
      | 'company_rule_changed'
      | 'company_hidden'
      | 'company_shown';
    /** What its recruiters are told. */
    readonly decision: (before: CompanyRecord | undefined, after: CompanyRecord) => CompanyDecision;
    readonly toldOf: (company: CompanyRecord) => Told;
    readonly change: (tx: Tx) => Promise<CompanyRecord>;
  }

  /** Decides, writes down what was and is, and tells the recruiters; what changes nothing is neither written nor told. */
  function decide<Told extends Record<string, string | boolean | null>>(
    { companyId, reason, actor }: Decision,
    { action, decision, toldOf, change }: Change<Told>,
  ): Promise<OperatorCompany> {
    return database.transaction(async (tx) => {
      await companies.lockStanding(tx, companyId);
      const known = await selectCompany(tx, companyId);
      const company = await change(tx);
      const before = known === undefined ? undefined : toldOf(known);
      const after = toldOf(company);
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        await audit.record(tx, { actor, action, subjectId: companyId, before, after, reason });
        await notices.tell(tx, company, { decision: decision(known, company), reason });
      }
      return shown(tx, company);
    });
  }

  /** What the names of those companies could be taken for whose names an operator has to look at. */
  async function lookAlikes(tx: Tx, companyIds: readonly string[], most: number) {
    const found = await findLookAlikes(tx, companyIds, most);
    const ofSources = [...found.values()].flat().filter(({ trust }) => trust === 'source');
    const postings = await sourcePostings(tx, [...new Set(ofSources.map(({ id }) => id))]);
    return new Map(
      [...found].map(([id, alike]) => [id, alike.map((one) => toLookAlike(one, postings.get(one.id)))]),
    );
  }

  const shown = async (tx: Tx, company: CompanyRecord) =>
    toOperatorCompany(company, (await lookAlikes(tx, [company.id], mostInLists)).get(company.id));

  return {
    async list({ q = '', state, limit, cursor }) {
      const list = JSON.stringify([q, state]);
      const rows = await selectCompanies(database.query, { q, state }, cursors.read(cursor, list), limit + 1);
      const alike = await lookAlikes(
        database.query,
        rows.map(({ id }) => id),
        mostInLists,
      );
      return cursors.page(
        rows,
        limit,
        (row) => toOperatorCompany(row, alike.get(row.id)),
        ({ created_at: at, id }) => ({ at, id }),
        list,
      );
    },

    async read(companyId) {
      const tx = database.query;
      const company = await selectCompany(tx, companyId);
      if (company === undefined) throw new ApplicationError('not_found');
      const members = (await companies.membersOf(tx, companyId)).slice(0, mostRecruiters);
      const people = await findPeople(tx, members);
      const proof = await selectProof(tx, companyId);
      return {
        ...toOperatorCompany(company, (await lookAlikes(tx, [companyId], mostAlike)).get(companyId)),
        recruiters: [...people.values()].map(({ id: user_id, name, email, email_verified, disabled_at }) => ({
          user_id,
          name,
          email,
          email_verified,
          disabled_at: disabled_at?.toISOString() ?? null,
        })),
        proof: proof === undefined ? null : { domain: proof.domain, mail_address: proof.mail_address },
      };
    },

    confirm: (decision) =>
      decide(decision, {
        action: 'company_verified',
        decision: (before, after) =>
          before?.verified_at != null && before.verified_domain === after.verified_domain
            ? 'name_confirmed'
            : 'verified',
        toldOf: trustToldOf,
        change: (tx) => companies.confirmName(tx, decision.companyId),
      }),
    withdraw: (decision) =>
      decide(decision, {
        action: 'company_withdrawn',
        decision: () => 'withdrawn',
        toldOf: trustToldOf,
        change: async (tx) => {
          await companies.dropAwaiting(tx, [decision.companyId]);
          return companies.withdraw(tx, decision.companyId);
        },
      }),
    refuse: (decision) =>
      decide(decision, {
        action: 'company_refused',
        decision: () => 'refused',
        toldOf: trustToldOf,
        change: (tx) => companies.refuse(tx, decision.companyId, decision.reason),
      }),
    setRule: (decision, rule) =>
      decide(decision, {
        action: 'company_rule_changed',
        decision: () => toldOfRule.get(rule) ?? 'rule_lifted',
        toldOf: ({ posting_rule }) => ({ posting_rule }),
        change: (tx) => companies.setPostingRuleOf(tx, decision.companyId, rule),
      }),
    hide: (decision) =>
      decide(decision, {
        action: 'company_hidden',
        decision: () => 'hidden',
        toldOf: ({ hidden_at }) => ({ hidden: hidden_at !== null }),
        change: (tx) => companies.hide(tx, decision.companyId),
      }),
    show: (decision) =>
      decide(decision, {
        action: 'company_shown',
        decision: () => 'shown',
        toldOf: ({ hidden_at }) => ({ hidden: hidden_at !== null }),
        change: (tx) => companies.show(tx, decision.companyId),
      }),
  };
}

const toOperatorCompany = (
  company: CompanyRecord,
  looks_like: OperatorCompany['looks_like'] = [],
): OperatorCompany => ({
  ...toCompany(company),
  created_at: company.created_at.toISOString(),
  posting_rule: company.posting_rule,
  doubts: company.awaiting_doubts,
  looks_like,
});

function toLookAlike(
  { id, name, trust, domain, refusedAt, refusal, hidden, sharedDomain }: LookAlike,
  postings: SourcePostings | undefined,
): OperatorCompany['looks_like'][number] {
  const domains = (postings?.applyUrls ?? []).flatMap((url) => registeredDomainOf(url) ?? []);
  return {
    ...{ id, name, trust, domain, hidden, shared_domain: sharedDomain },
    refused: refusedAt === null ? null : { at: refusedAt.toISOString(), reason: refusal ?? '' },
    postings: postings?.sources.map((one) => ({ ...one })) ?? [],
    leads_to: [...new Set(domains)].slice(0, mostDomains),
  };
}
