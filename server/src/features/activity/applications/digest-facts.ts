import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { findCompaniesOf } from '../../catalog/companies/index.ts';
import { countNewJobs, standingsOf } from '../../catalog/matching/index.ts';
import type { DigestFacts, DigestPeriod } from '../../messaging/digests/index.ts';
import { findAppliedJobs } from './batches.store.ts';
import { countActivity } from './figures.store.ts';

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
      const pairs = questions.map(({ userId, jobId }) => ({ user_id: userId, job_id: jobId }));
      const applied = await findAppliedJobs(tx, pairs);
      return standings.map((standing, index) => {
        const pair = pairs[index];
        return pair !== undefined && applied.has(`${pair.user_id} ${pair.job_id}`) ? null : standing;
      });
    },
  };
}

const nothing = { new_jobs: 0, new_matches: 0, applications: 0, application_changes: 0 };

/** Applications that people made or received in the period and changes of their status, in the order of the periods. */
async function countApplicationActivity(tx: Tx, periods: readonly DigestPeriod[]) {
  const companies = await findCompaniesOf(
    tx,
    periods.map(({ userId }) => userId),
  );
  return countActivity(
    tx,
    periods.map(({ userId, from, until }) => ({
      userId,
      companyId: companies.get(userId) ?? null,
      from,
      until,
    })),
  );
}
