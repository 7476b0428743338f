import { type Base, defineModule } from '../../../composition/module.ts';
import type { Route } from '../../../platform/http/index.ts';
import type { ApiKeys } from '../api-keys/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { Audit } from '../audit/index.ts';
import { oidcSettings } from '../oidc/index.ts';
import type { Profiles } from '../profiles/index.ts';
import type { Sessions } from '../sessions/index.ts';
import {
  createAccountTasks,
  mailPasswordResetTask,
  scheduleAccountJobs,
  sweepAccountsTask,
  workOnAccounts,
} from './accounts.jobs.ts';
import { accountRoutes } from './accounts.routes.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { type AdministrationRoutesDependencies, administrationRoutes } from './administration.routes.ts';
import { createPeopleDemo, demoAddresses } from './demo.ts';
import type { AccountCompanies, AccountNotifier, AddressDoubts, ChangeMailer } from './dependencies.ts';
import { emailChangeMailTask, workOnChangeMails } from './email-change.jobs.ts';
import { emailChangeRoutes } from './email-change.routes.ts';
import { createChangeTokens } from './email-change-tokens.ts';
import { accountKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { accountData } from './personal-data.ts';
import { withoutPasswords } from './without-passwords.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'config' | 'secret' | 'queue' | 'workers'> & {
  readonly profiles: Profiles;
  readonly companies: AccountCompanies;
  readonly addressDoubts: AddressDoubts;
  readonly notifications: AccountNotifier;
  readonly audit: Audit;
  readonly sessions: Sessions;
  readonly apiKeys: ApiKeys;
  readonly attempts: Attempts;
};

export const accountsModule = defineModule({
  name: 'identity/accounts',
  migrations,
  kinds: accountKinds,
  tasks: [sweepAccountsTask, mailPasswordResetTask, emailChangeMailTask],
  create: ({ secret, addressDoubts, notifications, ...needs }: Needs) => ({
    accounts: createAccounts({
      ...needs,
      config: {
        secret,
        publicUrl: needs.config.http.publicUrl,
        sharedAddresses: new Set(needs.config.demo ? demoAddresses : []),
      },
      doubts: addressDoubts,
      requestChangeMail: (tx, mail) => needs.queue.enqueue(tx, emailChangeMailTask, mail),
      notifier: notifications,
    }),
  }),
  brings: (parts) => ({
    routes: routesOf(parts),
    work: [
      {
        register: () => workOnAccounts(parts.queue, parts),
        schedule: () => scheduleAccountJobs(parts.queue),
      },
    ],
    personalData: accountData,
    demo: [createPeopleDemo(parts.accounts, parts.profiles)],
  }),
});

type MailNeeds = Base<'database' | 'clock' | 'secret' | 'queue'> & {
  /** Null: this process sends no mail. */
  readonly changeMailer: ChangeMailer | null;
};

/** Mails what a change of address needs. It needs the way of mails, which comes behind accounts. */
export const emailChangeMailsModule = defineModule({
  name: 'identity/accounts',
  create: (_needs: MailNeeds) => ({}),
  brings: ({ queue, secret, changeMailer, ...parts }) => ({
    work: [
      {
        register: () =>
          workOnChangeMails(queue, { ...parts, tokens: createChangeTokens(secret), mailer: changeMailer }),
      },
    ],
  }),
});

type RouteParts = Needs &
  Omit<AdministrationRoutesDependencies, 'administration'> & { readonly accounts: Accounts };

function routesOf(parts: RouteParts): Route[] {
  const { administration } = parts.accounts;
  const routes = [
    ...accountRoutes({ ...parts, tasks: createAccountTasks(parts.queue) }),
    ...emailChangeRoutes(parts),
    ...administrationRoutes({ ...parts, administration }),
  ];
  return parts.config.of(oidcSettings).only ? withoutPasswords(routes) : routes;
}
