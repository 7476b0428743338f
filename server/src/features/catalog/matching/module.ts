import { type Base, defineModule } from '../../../composition/module.ts';
import type { Profiles } from '../../identity/profiles/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { type Jobs, offerChecks } from '../jobs/index.ts';
import { theGazetteer } from '../places/index.ts';
import { skillVocabulary } from '../skills/index.ts';
import type { Sources } from '../sources/index.ts';
import type { Vacancies } from '../vacancies/index.ts';
import { type AbsencesDependencies, createAbsences } from './absences.ts';
import type { ClosingDependencies } from './closing.ts';
import { matchingKinds } from './kinds/index.ts';
import {
  closeWindowsTask,
  createMatchingEvents,
  type MatchingEvents,
  matchJobsTask,
  rescoreTask,
  scheduleClosing,
  scheduleMatchingJobs,
  workOnMatching,
} from './matching.jobs.ts';
import { matchingRoutes } from './matching.routes.ts';
import { createMatching } from './matching.ts';
import { migrations } from './migrations.ts';
import type { SavedSearches } from './new-jobs.ts';
import { matchData } from './personal-data.ts';

type Needs = Base<'database' | 'clock' | 'queue' | 'setAside'> & {
  readonly jobs: Jobs;
  readonly vacancies: Vacancies;
  readonly profiles: Profiles;
  readonly notifications: Notifications;
  readonly savedSearches: SavedSearches;
} & Pick<ClosingDependencies, 'recipients' | 'preferences'>;

interface AbsenceNeeds {
  readonly profiles: Profiles;
  readonly jobExtras: Pick<AbsencesDependencies, 'applicationOf'>;
  readonly savedSearches: AbsencesDependencies['savedSearches'];
}

/** After the rush of a start. */
const warmUpMs = 10_000;

export const matchingModule = defineModule({
  name: 'catalog/matching',
  migrations,
  kinds: matchingKinds,
  tasks: [matchJobsTask, rescoreTask, closeWindowsTask],
  create({ jobs, profiles, ...needs }: Needs) {
    const matchingEvents = createMatchingEvents(needs);
    jobs.published.on(matchingEvents.jobsPublished);
    profiles.changed.on(matchingEvents.profileChanged);
    const matching = createMatching({
      ...needs,
      seekers: profiles,
      scheduleClosing: (tx, at) => scheduleClosing(needs.queue, tx, at),
    });
    jobs.changed.on(matching.jobsChanged);
    needs.vacancies.moved.on(matching.postingsMoved);
    needs.vacancies.split.on(matching.vacancySplit);
    return { matching, matchingEvents };
  },
  brings: (parts) => ({
    routes: matchingRoutes(parts),
    work: [
      {
        register: () => workOnMatching(parts),
        schedule: () => scheduleMatchingJobs(parts.queue),
      },
    ],
    workers: [
      {
        name: 'gazetteer and vocabulary',
        async start() {
          // Each takes some hundred milliseconds. Whoever needs them at once does not wait for this.
          const timer = setTimeout(() => {
            theGazetteer();
            skillVocabulary();
          }, warmUpMs);
          return async () => clearTimeout(timer);
        },
      },
    ],
    relevance: offerChecks(parts.matching.findIrrelevantAlerts),
    personalData: matchData,
  }),
});

/** Follows the runs of sources, which fill the windows of people. */
export const runsFollowedModule = defineModule({
  name: 'catalog/matching',
  create({
    sources,
    matchingEvents,
  }: {
    readonly sources: Sources;
    readonly matchingEvents: MatchingEvents;
  }) {
    sources.runEnded.on(matchingEvents.runEnded);
    return {};
  },
});

/** Answers why a person has heard nothing of a job. */
export const absencesModule = defineModule({
  name: 'catalog/matching',
  create: ({ profiles, jobExtras, savedSearches }: AbsenceNeeds) => ({
    absences: createAbsences({ seekers: profiles, savedSearches, applicationOf: jobExtras.applicationOf }),
  }),
});
