import { type Base, defineModule } from '../../../composition/module.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { migrations } from './migrations.ts';
import { signInLinkData } from './personal-data.ts';
import { signInLinkRoutes } from './sign-in-links.routes.ts';
import { deleteLinksOf } from './sign-in-links.store.ts';
import { createSignInLinks } from './sign-in-links.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'config'> & {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly audit: Audit;
};

export const signInLinksModule = defineModule({
  name: 'identity/sign-in-links',
  migrations,
  create({ config, ...needs }: Needs) {
    needs.accounts.accessEnded.on((tx, { userId }) => deleteLinksOf(tx, userId));
    return { signInLinks: createSignInLinks({ ...needs, publicUrl: config.http.publicUrl }) };
  },
  brings: (parts) => ({ routes: signInLinkRoutes(parts), personalData: signInLinkData }),
});
