import { validate as isUuid } from 'uuid';
import { selectSavedJobs, selectSavedNearby } from './facts.store.ts';
import { momentsOfDeadline } from './moments.ts';
import type { ReminderSource } from './source.ts';

/** No reminder comes earlier than this before a deadline, in milliseconds. */
const horizon = 5 * 86_400_000;

/** Saved jobs whose deadline is near: not of those that are applied for, hidden or closed. */
export const deadlineReminders: ReminderSource<'job_deadline_reminder'> = {
  kind: 'job_deadline_reminder',
  catchesUp: true,

  async standing(tx, scope, now) {
    const saved = await selectSavedJobs(tx, scope, now);
    const wanted = saved.flatMap((job) =>
      momentsOfDeadline(job.deadline_at, job.time_zone, job.saved_at).map((moment) => {
        const subject = `job:${job.job_id}`;
        const deadline_at = job.deadline_at.toISOString();
        return {
          ...moment,
          userId: job.user_id,
          subject,
          identity: `${job.job_id} ${deadline_at}`,
          notification: {
            kind: 'job_deadline_reminder' as const,
            userId: job.user_id,
            // A deadline that has moved is another one.
            dedupeKey: `job_deadline_reminder:${job.job_id}:${deadline_at}:${moment.step}`,
            subject,
            payload: {
              job_id: job.job_id,
              job_title: job.title,
              company_name: job.company_name,
              company_id: job.company_id,
              deadline_at,
            },
          },
        };
      }),
    );
    return { subjects: scope.ids.map((id) => `job:${id}`), wanted };
  },

  async nearby(tx, now, after, limit) {
    const [job = '', user = ''] = after?.split(' ') ?? [];
    const position = isUuid(job) && isUuid(user) ? ([job, user] as const) : null;
    const until = new Date(now.getTime() + horizon);
    const pairs = await selectSavedNearby(tx, { now, until }, position, limit);
    const last = pairs.at(-1);
    return {
      scope: { ids: pairs.map(({ job_id }) => job_id), userIds: pairs.map(({ user_id }) => user_id) },
      next: pairs.length < limit || last === undefined ? null : `${last.job_id} ${last.user_id}`,
    };
  },

  scopeOf: (userId, { job_id }) => ({ id: job_id, userId }),
  identity: ({ job_id, deadline_at }) => `${job_id} ${deadline_at}`,
};
