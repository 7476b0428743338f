import { type Base, defineModule } from '../../../composition/module.ts';
import { createSealing, keysFor } from '../../../platform/secret/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { SecondStep } from '../second-factor/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { examineProvider } from './examination.ts';
import { migrations } from './migrations.ts';
import { oidcRoutes } from './oidc.routes.ts';
import { createOidc } from './oidc.ts';
import { openProvider } from './open.ts';
import { createProviderPeople, type IdentityNotifier } from './people.ts';
import { oidcData } from './personal-data.ts';
import { createQuestions } from './questions.ts';
import { idTokenPurpose, sealedIdTokens } from './sealed.ts';
import { oidcSettings } from './settings.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'config' | 'secret'> & {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly secondStep: SecondStep;
  readonly notifications: IdentityNotifier;
};

function open({ config, secret, notifications: notifier, ...needs }: Needs) {
  const { provider: settings } = config.of(oidcSettings);
  if (settings === undefined) return { oidc: null, close: async () => {} };
  const { provider, close } = openProvider(settings, {
    publicUrl: config.http.publicUrl,
    logger: needs.logger,
  });
  const people = createProviderPeople({ ...needs, settings, notifier });
  needs.accounts.accessEnded.on(people.accessEnded);
  const oidc = createOidc({
    ...needs,
    provider,
    questions: createQuestions({ clock: needs.clock, secret }),
    people,
    sealing: createSealing(keysFor(secret, idTokenPurpose)),
  });
  return { oidc, close };
}

export const oidcModule = defineModule({
  name: 'identity/oidc',
  migrations,
  settings: [oidcSettings],
  doctor: examineProvider,
  sealed: [sealedIdTokens],
  create(needs: Needs) {
    const { oidc, close } = open(needs);
    return { oidc, closeProvider: close };
  },
  brings: (parts) => ({
    routes: oidcRoutes(parts),
    personalData: oidcData,
    services: [{ name: 'identity provider', start: async () => parts.closeProvider }],
  }),
});
