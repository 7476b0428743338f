import { listUnanswered } from '../applications/index.ts';
import { findUnansweredFacts } from './facts.ts';
import { momentsOfSilence } from './moments.ts';
import type { ReminderSource } from './source.ts';

const day = 86_400_000;

/**
 * Applications that nobody has answered for so many days, once. Any new status is an answer.
 * @param days counted in the days of the applicant
 */
export function createFollowUps(days: number): ReminderSource<'follow_up'> {
  return {
    kind: 'follow_up',

    async plan(tx, { ids }) {
      const unanswered = await findUnansweredFacts(tx, ids);
      return {
        subjects: ids.map((id) => `application:${id}`),
        planned: unanswered.flatMap(({ application, job, timeZone }) =>
          momentsOfSilence(application.created_at, days, timeZone).map((moment) => ({
            ...moment,
            userId: application.user_id,
            subject: `application:${application.id}`,
            identity: application.id,
            notification: {
              kind: 'follow_up' as const,
              userId: application.user_id,
              dedupeKey: `follow_up:${application.id}`,
              subject: `application:${application.id}`,
              payload: {
                application_id: application.id,
                job_id: job.id,
                job_title: job.title,
                company_name: job.company_name,
                company_id: application.company_id,
                days,
              },
            },
          })),
        ),
      };
    },

    async listUpcoming(tx, now, after, limit) {
      // From those that are too late to those of tomorrow.
      const from = new Date(now.getTime() - (days + 16) * day);
      const until = new Date(now.getTime() - (days - 2) * day);
      const ids = await listUnanswered(tx, { from, until }, after, limit);
      return { scope: { ids }, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
    },

    scopeOf: (userId, { application_id }) => ({ id: application_id, userId }),
    identity: ({ application_id }) => application_id,
  };
}
