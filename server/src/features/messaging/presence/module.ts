import { type Base, defineModule } from '../../../composition/module.ts';
import type { Recipients } from '../recipients/index.ts';
import { migrations } from './migrations.ts';
import { presenceData } from './personal-data.ts';
import { presenceRoutes } from './presence.routes.ts';
import { createPresence } from './presence.ts';

export const presenceModule = defineModule({
  name: 'messaging/presence',
  migrations,
  create: (needs: Base<'database' | 'clock'> & { readonly recipients: Recipients }) => ({
    presence: createPresence(needs),
  }),
  brings: (parts) => ({ routes: presenceRoutes(parts), personalData: presenceData }),
});
