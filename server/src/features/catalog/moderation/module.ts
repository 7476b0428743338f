import { type Base, defineModule } from '../../../composition/module.ts';
import { keysFor } from '../../../platform/secret/index.ts';
import { createKeyedHash } from '../../../platform/tokens/index.ts';
import type { Audit } from '../../identity/audit/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import type { Companies } from '../companies/index.ts';
import type { Jobs } from '../jobs/index.ts';
import { moderationKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { forgetVisitorsTask, scheduleModeration, workOnModeration } from './moderation.jobs.ts';
import { moderationRoutes } from './moderation.routes.ts';
import { createModeration } from './moderation.ts';
import { reportData } from './personal-data.ts';

type Needs = Base<'database' | 'clock' | 'queue' | 'secret'> & {
  readonly audit: Audit;
  readonly companies: Companies;
  readonly jobs: Jobs;
  readonly notifications: Notifications;
};

export const moderationModule = defineModule({
  name: 'catalog/moderation',
  migrations,
  kinds: moderationKinds,
  tasks: [forgetVisitorsTask],
  create({ secret, ...needs }: Needs) {
    const hash = createKeyedHash([keysFor(secret, 'report-networks')[0]], 16);
    const moderation = createModeration({
      ...needs,
      hashNetwork: (network) => hash.of(network),
    });
    needs.jobs.flagged.on(moderation.jobsFlagged);
    needs.jobs.reworded.on(moderation.jobsReworded);
    return { moderation };
  },
  brings: (parts) => ({
    routes: moderationRoutes(parts),
    personalData: reportData,
    work: [
      {
        register: () => workOnModeration(parts.queue, parts),
        schedule: () => scheduleModeration(parts.queue),
      },
    ],
  }),
});
