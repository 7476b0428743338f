import { countApplicationActivity, haveApplied } from '../features/activity/applications/index.ts';
import { countNewJobs, standingsOf } from '../features/catalog/matching/index.ts';
import type { DigestFacts } from '../features/messaging/digests/index.ts';
import type { Clock } from '../platform/clock/index.ts';

/** What digests ask of the catalogue and of applications. */
export function digestFacts(clock: Clock): DigestFacts {
  return {
    async activity(tx, periods) {
      const jobs = await countNewJobs(tx, periods);
      const applications = await countApplicationActivity(tx, periods);
      return periods.map((_, index) => ({ ...nothing, ...jobs[index], ...applications[index] }));
    },

    async standings(tx, questions) {
      const standings = await standingsOf(tx, questions, clock.now());
      const applied = await haveApplied(tx, questions);
      return standings.map((standing, index) => (applied[index] ? null : standing));
    },
  };
}

const nothing = { new_jobs: 0, new_matches: 0, applications: 0, application_changes: 0 };
