import { type Base, defineModule } from '../../../composition/module.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import type { Marks } from '../marks/index.ts';
import type { SearchIndex } from '../search/index.ts';
import type { Sources } from '../sources/index.ts';
import type { Vacancies } from '../vacancies/index.ts';
import {
  scheduleAlerts,
  tellAlertsTask,
  tellInstant,
  tellSoon,
  tidyAlertsTask,
  workOnAlerts,
} from './alerts.jobs.ts';
import { alertRoutes } from './alerts.routes.ts';
import { type Alerts, createAlerts } from './alerts.ts';
import type { ClosingDependencies } from './closing.ts';
import { createSavedSearches } from './finding.ts';
import { moveFindings } from './findings.store.ts';
import { createAlertIndex } from './index-keeper.ts';
import { alertKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { alertData } from './personal-data.ts';
import { createAlertPreviews } from './preview.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'bus' | 'queue' | 'setAside'> & {
  readonly notifications: Notifications;
  readonly vacancies: Vacancies;
} & Pick<ClosingDependencies, 'recipients' | 'preferences'>;

/** Holds new jobs against saved searches, for matching, and tells what they find. */
export const savedSearchesModule = defineModule({
  name: 'catalog/alerts',
  migrations,
  kinds: alertKinds,
  tasks: [tellAlertsTask, tidyAlertsTask],
  create({ vacancies, ...needs }: Needs) {
    const alertIndex = createAlertIndex(needs);
    vacancies.moved.on((tx, moved) =>
      moveFindings(
        tx,
        moved.map(({ jobId, to }) => ({ job_id: jobId, to })),
      ),
    );
    return {
      alertIndex,
      savedSearches: createSavedSearches({
        ...needs,
        alertIndex,
        tellInstant: (tx, soon, atLast) => tellInstant(needs.queue, tx, soon, atLast),
      }),
      alerts: createAlerts({ ...needs, alertIndex }),
    };
  },
  brings: (parts) => ({
    work: [{ register: () => workOnAlerts(parts), schedule: () => scheduleAlerts(parts.queue) }],
    services: [{ name: 'index of alerts', start: async () => async () => parts.alertIndex.stop() }],
    personalData: alertData,
  }),
});

type PageNeeds = Base<'database' | 'clock'> & {
  readonly alerts: Alerts;
  readonly marks: Marks;
  readonly searchIndex: SearchIndex;
};

/** Lets people save searches, and look at what they would tell. */
export const alertsModule = defineModule({
  name: 'catalog/alerts',
  create: ({ alerts: _, ...needs }: PageNeeds) => ({ alertPreviews: createAlertPreviews(needs) }),
  brings: (parts) => ({ routes: alertRoutes(parts) }),
});

/** Follows the runs of sources, which fill instant windows. */
export const alertRunsModule = defineModule({
  name: 'catalog/alerts',
  create({ sources, queue }: Base<'queue'> & { readonly sources: Sources }) {
    sources.runEnded.on((tx) => tellSoon(queue, tx));
    return {};
  },
});
