import { type Base, defineModule } from '../../../composition/module.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Attempts } from '../attempts/index.ts';
import { oidcSettings } from '../oidc/index.ts';
import type { SecondStep } from '../second-factor/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { migrations } from './migrations.ts';
import { passkeyRoutes } from './passkeys.routes.ts';
import { existsPasskey } from './passkeys.store.ts';
import { createPasskeys, type PasskeyNotifier } from './passkeys.ts';
import { passkeyData } from './personal-data.ts';
import { relyingPartyOf } from './relying-party.ts';
import { verification } from './verification.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'config'> & {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly secondStep: SecondStep;
  readonly notifications: PasskeyNotifier;
};

export const passkeysModule = defineModule({
  name: 'identity/passkeys',
  migrations,
  create({ config, secondStep, notifications: notifier, ...needs }: Needs) {
    const party = config.of(oidcSettings).only ? null : relyingPartyOf(config.http.publicUrl);
    secondStep.alsoBy({ factor: 'passkey', isOpenTo: existsPasskey });
    const passkeys = createPasskeys({ ...needs, party, notifier, verification });
    needs.accounts.accessEnded.on(passkeys.accessEnded);
    return { passkeys };
  },
  brings: (parts) => ({ routes: passkeyRoutes(parts), personalData: passkeyData }),
});
