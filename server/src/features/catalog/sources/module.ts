import { type Base, defineModule } from '../../../composition/module.ts';
import { systemDelay } from '../../../platform/resilience/index.ts';
import type { Descriptions, JobImports } from '../jobs/index.ts';
import type { Moderation } from '../moderation/index.ts';
import { createAdzunaAccess } from './adzuna/access.ts';
import { adzunaSettings } from './adzuna/settings.ts';
import { createDemoBoard, createSourcesDemo } from './demo/board.ts';
import { examineSources } from './doctor.ts';
import {
  lookAtLinksTask,
  lookAtReported,
  scheduleLinks,
  surveyLinksTask,
  workOnLinks,
} from './links/links.jobs.ts';
import { migrations } from './migrations.ts';
import {
  createSourceWork,
  followScheduleTask,
  runSourceTask,
  scheduledSourceTask,
  scheduleSources,
  workOnSources,
} from './sources.jobs.ts';
import { sourceRoutes } from './sources.routes.ts';
import { createSources } from './sources.ts';

type Needs = Base<
  'database' | 'clock' | 'config' | 'logger' | 'httpClient' | 'metrics' | 'queue' | 'workers'
> & {
  readonly jobs: JobImports & Descriptions;
  readonly moderation: Pick<Moderation, 'reportedDead' | 'answerDead'>;
};

export const sourcesModule = defineModule({
  name: 'catalog/sources',
  migrations,
  settings: [adzunaSettings],
  tasks: [runSourceTask, scheduledSourceTask, followScheduleTask, surveyLinksTask, lookAtLinksTask],
  doctorOfData: examineSources,
  create({ queue, metrics, ...needs }: Needs) {
    const settings = needs.config.of(adzunaSettings);
    const sources = createSources({
      ...needs,
      accesses: [createAdzunaAccess({ ...needs, metrics, settings })],
      delay: systemDelay,
      work: createSourceWork(queue),
      bundled: needs.config.demo ? createDemoBoard(needs) : new Map(),
    });
    metrics.gauge(
      {
        name: 'rolecall_sources_set_aside',
        help: 'Sources that are not read by their schedule, since two runs in a row have ended with their process',
      },
      // A database that does not answer keeps nobody from the other metrics.
      async (gauge) => {
        const count = await sources.countSetAside().catch(() => undefined);
        if (count !== undefined) gauge.set(count);
      },
    );
    needs.moderation.reportedDead.on((tx, jobId) => lookAtReported(queue, sources.links, tx, jobId));
    const looks = metrics.counter({
      name: 'rolecall_link_looks_total',
      help: 'Looks at the links of jobs, by what they have found',
      labels: ['finding'],
    });
    return { sources, countLook: (finding: string) => looks.inc({ finding }) };
  },
  brings: ({ database, clock, logger, queue, moderation, sources, countLook }) => ({
    demo: [createSourcesDemo(clock, sources)],
    routes: sourceRoutes({ database, sources }),
    workers: [{ name: 'runs of sources', start: async () => () => sources.stopRuns() }],
    work: [
      {
        register: () => {
          workOnSources(queue, sources);
          workOnLinks(queue, { logger, links: sources.links, moderation, count: countLook });
        },
        async schedule() {
          await database.transaction((tx) => sources.closeInterruptedRuns(tx));
          await scheduleSources(sources);
          await scheduleLinks(queue);
        },
      },
    ],
  }),
});
