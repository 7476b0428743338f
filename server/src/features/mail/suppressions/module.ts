import { type Base, defineModule } from '../../../composition/module.ts';
import type { Accounts } from '../../identity/accounts/index.ts';
import type { Audit } from '../../identity/audit/index.ts';
import type { MailEventsRecorded } from '../events/index.ts';
import { migrations } from './migrations.ts';
import { suppressionData } from './personal-data.ts';
import { suppressionRoutes } from './suppressions.routes.ts';
import { createSuppressions, type Suppressions } from './suppressions.ts';

type Needs = Base<'clock' | 'logger' | 'secret' | 'workers'> & {
  readonly mailEventsRecorded: MailEventsRecorded;
};

export const suppressionsModule = defineModule({
  name: 'mail/suppressions',
  migrations,
  create({ mailEventsRecorded, ...needs }: Needs) {
    const suppressions = createSuppressions(needs);
    mailEventsRecorded.on(suppressions.follow);
    return { suppressions };
  },
  brings: ({ suppressions }) => ({ personalData: suppressionData(suppressions) }),
});

type AccountNeeds = Base<'database' | 'clock'> & {
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly suppressions: Suppressions;
};

/** What suppressions have to do with accounts, which ask for suppressions themselves. */
export const suppressedAccountsModule = defineModule({
  name: 'mail/suppressions',
  create({ accounts, suppressions }: AccountNeeds) {
    accounts.addressProven.on(suppressions.addressProven);
    accounts.emailChange.changed.on(suppressions.addressChanged);
    return {};
  },
  brings: (parts) => ({ routes: suppressionRoutes(parts) }),
});
