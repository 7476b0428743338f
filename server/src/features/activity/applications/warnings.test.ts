import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { warnApplicantsTask, workOnWarnings } from './warnings.ts';

describeEachDatabase('warnings of a posting that operators have hidden', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let warn: (jobId: string, hiddenAt: string) => Promise<void>;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    workOnWarnings(
      {
        work(task, handler) {
          warn = async (job_id, hidden_at) => {
            if (task.name !== warnApplicantsTask.name) throw new Error(`nobody works on ${task.name}`);
            const data = task.payload.parse({ job_id, hidden_at });
            await handler([{ id: 'task', data }]);
          };
        },
      },
      { database, notifications: house.notifications },
    );
  });

  it('reach everybody who has applied and not withdrawn, once, and nobody when it is shown again', async () => {
    const { id: companyId } = await house.company();
    const [applicant, withdrawn] = [await house.seeker(), await house.seeker()];
    const job = await house.job(companyId);
    for (const viewer of [applicant, withdrawn]) {
      await database.query
        .updateTable('users')
        .set({ email_verified: true })
        .where('id', '=', viewer.userId)
        .execute();
      const id = await database.transaction((tx) =>
        house.applications.apply(tx, viewer, job, { note: 'Hello' }),
      );
      if (viewer === withdrawn)
        await database.transaction((tx) => house.applications.withdraw(tx, viewer, id));
    }
    const warned = async (viewer: typeof applicant) =>
      (await house.told(viewer)).filter(({ kind }) => kind === 'application_job_hidden');
    const at = '2026-09-01T12:00:00.000Z';
    await warn(job, at);
    expect(await warned(applicant)).toEqual([]);
    const setReview = (review: 'hidden' | 'none') =>
      database.query.updateTable('jobs').set({ review }).where('id', '=', job).execute();
    await setReview('hidden');
    await warn(job, at);
    await warn(job, at);
    expect(await warned(applicant)).toMatchObject([
      { payload: { job_id: job, job_title: 'Backend Engineer' } },
    ]);
    expect(await warned(withdrawn)).toEqual([]);
  });
});
