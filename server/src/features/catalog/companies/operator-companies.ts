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
import type { CompanyNotices } from './notices.ts';
import { selectCompanies } from './operator-companies.store.ts';
import { toCompany } from './proofs.ts';
import { type CompanyRecord, selectCompany, selectProof } from './trust.store.ts';

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
const cursors = createCursors({ at: momentField, id: idField });

/** Told of a rule for one company. */
const toldOfRule: ReadonlyMap<PostingRule | null, CompanyDecision> = new Map([
  ['quiet', 'silenced'],
  ['held', 'held'],
  ['announced', 'released'],
  [null, 'rule_lifted'],
]);

/** How a company stands, for the audit log. */
const trustOf = (company: CompanyRecord) => {
  const { trust, verified_by: method, domain, refused } = toCompany(company);
  return { trust, method, domain, refused: refused !== null };
};

export function createOperatorCompanies(dependencies: {
  readonly database: Database;
  readonly companies: Companies;
  readonly audit: Pick<Audit, 'record'>;
  readonly notices: CompanyNotices;
}): OperatorCompanies {
  const { database, companies, audit, notices } = dependencies;

  interface Change<Told extends Record<string, string | boolean | null>> {
    readonly action:
      | 'company_verified'
      | 'company_withdrawn'
      | 'company_refused'
      | 'company_rule_changed'
      | 'company_hidden'
      | 'company_shown';
    readonly decision: CompanyDecision;
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
        await notices.tell(tx, company, { decision, reason });
      }
      return toOperatorCompany(company);
    });
  }

  return {
    async list({ q = '', state, limit, cursor }) {
      const list = JSON.stringify([q, state]);
      const rows = await selectCompanies(database.query, { q, state }, cursors.read(cursor, list), limit + 1);
      return cursors.page(rows, limit, toOperatorCompany, ({ created_at: at, id }) => ({ at, id }), list);
    },

    async read(companyId) {
      const tx = database.query;
      const company = await selectCompany(tx, companyId);
      if (company === undefined) throw new ApplicationError('not_found');
      const members = (await companies.membersOf(tx, companyId)).slice(0, mostRecruiters);
      const people = await findPeople(tx, members);
      const proof = await selectProof(tx, companyId);
      return {
        ...toOperatorCompany(company),
        recruiters: [...people.values()].map(({ id: user_id, name, email, email_verified }) => ({
          user_id,
          name,
          email,
          email_verified,
        })),
        proof: proof === undefined ? null : { domain: proof.domain, mail_address: proof.mail_address },
      };
    },

    confirm: (decision) =>
      decide(decision, {
        action: 'company_verified',
        decision: 'verified',
        toldOf: trustOf,
        change: (tx) => companies.confirm(tx, decision.companyId, { by: 'operator', domain: null }),
      }),
    withdraw: (decision) =>
      decide(decision, {
        action: 'company_withdrawn',
        decision: 'withdrawn',
        toldOf: trustOf,
        change: (tx) => companies.withdraw(tx, decision.companyId),
      }),
    refuse: (decision) =>
      decide(decision, {
        action: 'company_refused',
        decision: 'refused',
        toldOf: trustOf,
        change: (tx) => companies.refuse(tx, decision.companyId, decision.reason),
      }),
    setRule: (decision, rule) =>
      decide(decision, {
        action: 'company_rule_changed',
        decision: toldOfRule.get(rule) ?? 'rule_lifted',
        toldOf: ({ posting_rule }) => ({ posting_rule }),
        change: (tx) => companies.setPostingRuleOf(tx, decision.companyId, rule),
      }),
    hide: (decision) =>
      decide(decision, {
        action: 'company_hidden',
        decision: 'hidden',
        toldOf: ({ hidden_at }) => ({ hidden: hidden_at !== null }),
        change: (tx) => companies.hide(tx, decision.companyId),
      }),
    show: (decision) =>
      decide(decision, {
        action: 'company_shown',
        decision: 'shown',
        toldOf: ({ hidden_at }) => ({ hidden: hidden_at !== null }),
        change: (tx) => companies.show(tx, decision.companyId),
      }),
  };
}

const toOperatorCompany = (company: CompanyRecord): OperatorCompany => ({
  ...toCompany(company),
  created_at: company.created_at.toISOString(),
  posting_rule: company.posting_rule,
});
