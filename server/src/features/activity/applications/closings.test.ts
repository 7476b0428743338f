import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { closingCheck, workOnClosings } from './closings.ts';

describeEachDatabase('the closing of a job', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
  });

  const apply = (viewer: Viewer, jobId: string) =>
    database.transaction((tx) => house.applications.apply(tx, viewer, jobId, { note: '' }));
  const toldOf = async (viewer: Viewer) =>
    (await house.told(viewer)).filter(({ kind }) => kind === 'application_job_closed');

  it('is told once to who waits for an answer, and to nobody else', async () => {
    let run = async (_payload: Record<string, string>): Promise<void> => {};
    workOnClosings(
      {
        work(task, handler) {
          run = async (payload) => {
            await handler([{ id: 'task', data: task.payload.parse(payload) }]);
          };
        },
      },
      { database, notifications: house.notifications },
    );
    const { id: companyId, recruiter } = await house.company();
    const [waiting, withdrawn, refused] = [await house.seeker(), await house.seeker(), await house.seeker()];
    const [jobId, other] = [await house.job(companyId), await house.job(companyId)];
    const id = await apply(waiting, jobId);
    await apply(waiting, other);
    const gone = await apply(withdrawn, jobId);
    await database.transaction((tx) => house.applications.withdraw(tx, withdrawn, gone));
    const over = await apply(refused, jobId);
    await database.transaction((tx) =>
      house.applications.changeStatus(tx, recruiter, over, { status: 'rejected', note: '' }),
    );
    const closedAt = house.clock.now().toISOString();
    const tell = () => run({ job_id: jobId, closed_at: closedAt });
    // It is open again by the time that somebody looks.
    await tell();
    expect(await toldOf(waiting)).toEqual([]);
    await database.query.updateTable('jobs').set({ status: 'closed' }).where('id', '=', jobId).execute();
    await tell();
    await tell();
    expect(await toldOf(waiting)).toMatchObject([
      { subject: `application:${id}`, payload: { job_id: jobId } },
    ]);
    expect([...(await toldOf(withdrawn)), ...(await toldOf(refused))]).toEqual([]);

    const question = (application_id: string) => ({
      notificationId: application_id,
      userId: waiting.userId,
      subject: null,
      payload: {
        application_id,
        job_id: jobId,
        job_title: 'Backend Engineer',
        company_name: 'Acme',
      },
    });
    const useless = async () =>
      Object.fromEntries(await closingCheck.check(database.query, [id, gone, over].map(question)));
    expect(await useless()).toEqual({ [gone]: 'application_withdrawn', [over]: 'superseded' });
    await database.query.updateTable('jobs').set({ status: 'open' }).where('id', '=', jobId).execute();
    expect(await useless()).toMatchObject({ [id]: 'superseded' });
  });
});
