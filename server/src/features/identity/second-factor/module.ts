import { type Base, defineModule } from '../../../composition/module.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Attempts } from '../attempts/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { createChallenges } from './challenges.ts';
import { migrations } from './migrations.ts';
import { secondFactorData } from './personal-data.ts';
import { sealedTotpSecrets } from './sealed.ts';
import { secondFactorRoutes } from './second-factor.routes.ts';
import { createSecondFactors, type FactorNotifier } from './second-factor.ts';
import { createSecondStep } from './second-step.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'config' | 'secret'> & {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly notifications: FactorNotifier;
};

export const secondFactorModule = defineModule({
  name: 'identity/second-factor',
  migrations,
  sealed: [sealedTotpSecrets],
  create({ config, notifications: notifier, accounts, ...needs }: Needs) {
    const issuer = `Rolecall (${new URL(config.http.publicUrl).hostname})`;
    const challenges = createChallenges(needs);
    const secondFactors = createSecondFactors({ ...needs, challenges, issuer, notifier });
    const secondStep = createSecondStep({ ...needs, challenges, factors: secondFactors });
    accounts.guardSignIn(secondStep);
    accounts.accessEnded.on(secondFactors.accessEnded);
    return { secondFactors, secondStep };
  },
  brings: (parts) => ({ routes: secondFactorRoutes(parts), personalData: secondFactorData }),
});
