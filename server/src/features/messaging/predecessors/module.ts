import { type Base, defineModule } from '../../../composition/module.ts';
import type { Deliveries } from '../deliveries/index.ts';
import type { Inbox } from '../notifications/index.ts';
import type { Preferences, TestMessages } from '../preferences/index.ts';
import { predecessorRoutes } from './predecessors.routes.ts';
import { createPredecessors } from './predecessors.ts';

type Needs = Base<'database'> & {
  readonly inbox: Inbox;
  readonly deliveries: Deliveries;
  readonly preferences: Preferences;
  readonly testMessages: TestMessages;
};

export const predecessorsModule = defineModule({
  name: 'messaging/predecessors',
  create: (needs: Needs) => ({ predecessors: createPredecessors(needs) }),
  brings: (parts) => ({ routes: predecessorRoutes(parts) }),
});
