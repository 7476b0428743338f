import { validate as isUuid } from 'uuid';
import { companyMarkOf } from '../../catalog/jobs/index.ts';
import { listSavedUntilDeadline } from '../../catalog/marks/index.ts';
import { findSavedJobFacts } from './facts.ts';
import { momentsOfDeadline } from './moments.ts';
import type { ReminderSource } from './source.ts';

/** No reminder comes earlier than this before a deadline, in milliseconds. */
const horizon = 5 * 86_400_000;

/** Saved jobs whose deadline is near: not of those that are applied for, hidden or closed. */
export const deadlineReminders: ReminderSource<'job_deadline_reminder'> = {
  kind: 'job_deadline_reminder',
  catchesUp: true,

  async plan(tx, scope, now) {
    const saved = await findSavedJobFacts(tx, scope, now);
    const planned = saved.flatMap(({ userId, savedAt, job, timeZone }) =>
      momentsOfDeadline(job.deadline_at, timeZone, savedAt).map((moment) => {
        const subject = `job:${job.id}`;
        const deadline_at = job.deadline_at.toISOString();
        return {
          ...moment,
          userId,
          subject,
          identity: `${job.id} ${deadline_at}`,
          notification: {
            kind: 'job_deadline_reminder' as const,
            userId,
            // A deadline that has moved is another one.
            dedupeKey: `job_deadline_reminder:${job.id}:${deadline_at}:${moment.step}`,
            subject,
            payload: {
              job_id: job.id,
              job_title: job.title,
              company_name: job.company_name,
              company_id: job.company_id,
              ...companyMarkOf(job),
              deadline_at,
            },
          },
        };
      }),
    );
    return { subjects: scope.ids.map((id) => `job:${id}`), planned };
  },

  async listUpcoming(tx, now, after, limit) {
    const [job = '', user = ''] = after?.split(' ') ?? [];
    const position = isUuid(job) && isUuid(user) ? ([job, user] as const) : null;
    const until = new Date(now.getTime() + horizon);
    const pairs = await listSavedUntilDeadline(tx, { from: now, until }, position, limit);
    const last = pairs.at(-1);
    return {
      scope: { ids: pairs.map(({ job_id }) => job_id), userIds: pairs.map(({ user_id }) => user_id) },
      next: pairs.length < limit || last === undefined ? null : `${last.job_id} ${last.user_id}`,
    };
  },

  scopeOf: (userId, { job_id }) => ({ id: job_id, userId }),
  identity: ({ job_id, deadline_at }) => `${job_id} ${deadline_at}`,
};
