import { selectSilent, selectSilentNearby } from './facts.store.ts';
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

    async standing(tx, { ids }) {
      const silent = await selectSilent(tx, ids);
      return {
        subjects: ids.map((id) => `application:${id}`),
        wanted: silent.flatMap((application) =>
          momentsOfSilence(application.created_at, days, application.time_zone).map((moment) => ({
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
                job_id: application.job_id,
                job_title: application.job_title,
                company_name: application.company_name,
                company_id: application.company_id,
                days,
              },
            },
          })),
        ),
      };
    },

    async nearby(tx, now, after, limit) {
      // From those that are too late to those of tomorrow.
      const from = new Date(now.getTime() - (days + 16) * day);
      const until = new Date(now.getTime() - (days - 2) * day);
      const ids = await selectSilentNearby(tx, { from, until }, after, limit);
      return { scope: { ids }, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
    },

    scopeOf: (userId, { application_id }) => ({ id: application_id, userId }),
    identity: ({ application_id }) => application_id,
  };
}
