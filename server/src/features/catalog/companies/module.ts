import { type Base, defineModule } from '../../../composition/module.ts';
import { type Accounts, demoRecruiter } from '../../identity/accounts/index.ts';
import type { Audit } from '../../identity/audit/index.ts';
import { findViewer } from '../../identity/people/index.ts';
import { createDns } from '../../mail/sender-domain/index.ts';
import {
  type ProofMailer,
  readNamesTask,
  recheckDomainsTask,
  scheduleCompanies,
  sendProofCodeTask,
  workOnProofs,
} from './companies.jobs.ts';
import { companyRoutes } from './companies.routes.ts';
import { type Companies, createCompanies } from './companies.ts';
import { createDomainRechecks } from './domain-rechecks.ts';
import { companyKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { type CompanyNotifier, createCompanyNotices } from './notices.ts';
import { createOperatorCompanies, type ReadSourcePostings } from './operator-companies.ts';
import { companyData } from './personal-data.ts';
import { createCompanyProofs } from './proofs.ts';

export const companiesModule = defineModule({
  name: 'catalog/companies',
  migrations,
  kinds: companyKinds,
  tasks: [sendProofCodeTask, recheckDomainsTask, readNamesTask],
  create: ({ clock }: Base<'clock'>) => ({ companies: createCompanies({ clock }) }),
  brings: ({ companies }) => ({ personalData: companyData(companies) }),
});

/** Gives the company of a new recruiter. It follows accounts, which ask for companies themselves. */
export const recruiterCompaniesModule = defineModule({
  name: 'catalog/companies',
  create({ accounts, companies }: { readonly accounts: Accounts; readonly companies: Companies }) {
    accounts.created.on(companies.accountCreated);
    accounts.administration.standingChanged.on(companies.recruiterChanged);
    accounts.emailChange.changed.on(companies.recruiterMoved);
    return {};
  },
  brings: ({ companies }) => ({
    demo: [
      {
        /** Nobody asks made-up people for a proof. */
        async load(tx) {
          const recruiter = await findViewer(tx, demoRecruiter.email);
          const company = recruiter === undefined ? null : await companies.companyOf(tx, recruiter.userId);
          if (company !== null)
            await companies.confirm(tx, company.id, { by: 'mail', domain: 'demo.example' });
        },
      },
    ],
  }),
});

type ProofNeeds = Base<'database' | 'clock' | 'queue'> & {
  readonly companies: Companies;
  readonly audit: Audit;
  readonly notifications: CompanyNotifier;
  /** Null: this process sends no mail. */
  readonly proofMailer: ProofMailer | null;
  readonly sourcePostings: ReadSourcePostings;
};

/** Lets companies prove who they are. It needs the way of mails. */
export const companyProofsModule = defineModule({
  name: 'catalog/companies',
  create({ queue, ...needs }: ProofNeeds) {
    const notices = createCompanyNotices(needs);
    const dns = createDns();
    const companyProofs = createCompanyProofs({
      ...needs,
      notices,
      dns,
      requestCode: (tx, companyId) => queue.enqueue(tx, sendProofCodeTask, { company_id: companyId }),
    });
    return {
      companyProofs,
      operatorCompanies: createOperatorCompanies({ ...needs, notices }),
      domainRechecks: createDomainRechecks({ ...needs, notices, dns }),
    };
  },
  brings: (parts) => ({
    routes: companyRoutes(parts),
    work: [
      {
        register: () => workOnProofs(parts.queue, { ...parts, mailer: parts.proofMailer }),
        schedule: () => scheduleCompanies(parts.queue, parts.database),
      },
    ],
  }),
});
