import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { reassureApplicantsTask, warnApplicantsTask, workOnWarnings } from './warnings.ts';

describeEachDatabase('warnings of a posting that operators have hidden', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let run: (name: string, payload: Record<string, string>) => Promise<void>;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
    const workers = new Map<string, typeof run>();
    workOnWarnings(
      {
        work(task, handler) {
          workers.set(task.name, async (_name, payload) => {
            await handler([{ id: 'task', data: task.payload.parse(payload) }]);
          });
        },
      },
      { database, notifications: house.notifications },
    );
    run = async (name, payload) => {
      const work = workers.get(name);
      if (work === undefined) throw new Error(`nobody works on ${name}`);
      await work(name, payload);
    };
  });

  it('reach everybody who has applied and not withdrawn, once, as does that it is shown again', async () => {
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
    const warn = () => run(warnApplicantsTask.name, { job_id: job, hidden_at: at });
    const reassure = () =>
      run(reassureApplicantsTask.name, { job_id: job, restored_at: '2026-09-02T12:00:00.000Z' });
    await warn();
    expect(await warned(applicant)).toEqual([]);
    const setReview = (review: 'hidden' | 'none') =>
      database.query.updateTable('jobs').set({ review }).where('id', '=', job).execute();
    await setReview('hidden');
    await warn();
    await warn();
    expect(await warned(applicant)).toMatchObject([
      { payload: { job_id: job, job_title: 'Backend Engineer', state: 'hidden' } },
    ]);
    await reassure();
    expect(await warned(applicant)).toHaveLength(1);
    await setReview('none');
    await reassure();
    await reassure();
    const told = (await warned(applicant)).map(({ payload }) => payload);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(expect.objectContaining({ job_id: job, state: 'restored' }));
    expect(await warned(withdrawn)).toEqual([]);
  });
});
