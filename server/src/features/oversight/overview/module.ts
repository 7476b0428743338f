import { type Base, defineModule } from '../../../composition/module.ts';
import type { Presence } from '../../messaging/presence/index.ts';
import { overviewRoutes } from './overview.routes.ts';
import { createOverview } from './overview.ts';

export const overviewModule = defineModule({
  name: 'oversight/overview',
  create: ({
    database,
    clock,
    presence,
    queue,
  }: Base<'database' | 'clock' | 'queue'> & { readonly presence: Presence }) => ({
    overview: createOverview({
      database,
      clock,
      countConnections: async () => (await presence.summary(database.query)).connections,
      async readQueues() {
        const counts = await queue.stats();
        return counts.map(({ task, ready, deferred, active, failed }) => ({
          name: task,
          waiting: ready + deferred,
          active,
          failed,
        }));
      },
    }),
  }),
  brings: ({ overview }) => ({ routes: overviewRoutes(overview) }),
});
