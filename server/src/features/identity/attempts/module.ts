import { type Base, defineModule } from '../../../composition/module.ts';
import type { Sessions } from '../sessions/index.ts';
import { createAttempts } from './attempts.ts';
import { migrations } from './migrations.ts';
import { attemptSettings } from './settings.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'config' | 'secret'> & {
  readonly sessions: Sessions;
};

/** Before whoever takes proofs. */
export const attemptsModule = defineModule({
  name: 'identity/attempts',
  migrations,
  settings: [attemptSettings],
  create: ({ config, secret, ...needs }: Needs) => ({
    attempts: createAttempts({ ...needs, config: { secret, ...config.of(attemptSettings) } }),
  }),
});
