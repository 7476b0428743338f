import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type RequestContext, type Route, route, type Viewer } from '../../../platform/http/index.ts';
import { type Audit, actorOf } from '../../identity/audit/index.ts';
import type { Companies } from './companies.ts';
import type { OperatorCompanies } from './operator-companies.ts';
import type { CompanyProofs } from './proofs.ts';

/** Recruiters act for their own company: its id comes from who calls. What is for operators the contract keeps from others. */
export function companyRoutes(dependencies: {
  readonly database: Database;
  readonly audit: Audit;
  readonly companies: Companies;
  readonly companyProofs: CompanyProofs;
  readonly operatorCompanies: OperatorCompanies;
}): Route[] {
  const { database, audit, companies, companyProofs, operatorCompanies } = dependencies;

  /** What an operator decides about the company that the path names. */
  const decisionOf = ({
    params,
    body,
    viewer,
    context,
  }: {
    readonly params: { readonly company_id: string };
    readonly body: { readonly reason: string };
    readonly viewer: Viewer;
    readonly context: RequestContext;
  }) => ({ companyId: params.company_id, reason: body.reason, actor: actorOf(viewer, context) });

  return [
    route(api.companies.readOwn, ({ viewer }) => companyProofs.read(viewer)),
    route(api.companies.beginProof, ({ viewer, body }) => companyProofs.begin(viewer, body.domain)),
    route(api.companies.checkProof, ({ viewer, context }) =>
      companyProofs.check(viewer, actorOf(viewer, context)),
    ),
    route(api.companies.proveByMail, ({ viewer, body, context }) =>
      companyProofs.proveByMail(viewer, body.address, actorOf(viewer, context)),
    ),
    route(api.companies.confirmCode, ({ viewer, body, context }) =>
      companyProofs.confirmCode(viewer, body.code, actorOf(viewer, context)),
    ),
    route(api.companies.list, ({ query }) => operatorCompanies.list(query)),
    route(api.companies.read, ({ params }) => operatorCompanies.read(params.company_id)),
    route(api.companies.confirm, (request) => operatorCompanies.confirm(decisionOf(request))),
    route(api.companies.withdraw, (request) => operatorCompanies.withdraw(decisionOf(request))),
    route(api.companies.refuse, (request) => operatorCompanies.refuse(decisionOf(request))),
    route(api.companies.setRule, (request) =>
      operatorCompanies.setRule(decisionOf(request), request.body.rule),
    ),
    route(api.companies.hide, (request) => operatorCompanies.hide(decisionOf(request))),
    route(api.companies.show, (request) => operatorCompanies.show(decisionOf(request))),
    route(api.companies.readPolicy, async () => ({
      unverified_postings: await companies.postingRule(database.query),
    })),
    route(api.companies.setPolicy, ({ body, viewer, context }) =>
      database.transaction(async (tx) => {
        const before = await companies.setPostingRule(tx, body.unverified_postings);
        if (before === body.unverified_postings) return;
        await audit.record(tx, {
          actor: actorOf(viewer, context),
          action: 'company_policy_changed',
          subjectId: 'company_policy',
          before: { unverified_postings: before },
          after: body,
        });
      }),
    ),
  ];
}
