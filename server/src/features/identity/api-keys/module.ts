import { type Base, defineModule } from '../../../composition/module.ts';
import type { Sessions } from '../sessions/index.ts';
import { type ApiKeyNotifier, createApiKeys } from './api-keys.ts';
import { migrations } from './migrations.ts';
import { apiKeyData } from './personal-data.ts';

type Needs = Base<'database' | 'clock' | 'logger'> & {
  readonly notifications: ApiKeyNotifier;
  readonly sessions: Sessions;
};

export const apiKeysModule = defineModule({
  name: 'identity/api-keys',
  migrations,
  create: ({ notifications, sessions: { revocations }, ...needs }: Needs) => ({
    apiKeys: createApiKeys({ ...needs, revocations, notifier: notifications }),
  }),
  brings: () => ({ personalData: apiKeyData }),
});
