import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import { reassureApplicantsTask, warnApplicantsTask, warningCheck, workOnWarnings } from './warnings.ts';

describeEachDatabase('warnings of a posting that operators have hidden', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;
  let run: (name: string, payload: Record<string, string>) => Promise<void>;
  let notifyAll: Notifications['notifyAll'];

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
      { database, notifications: { notifyAll: (tx, news) => notifyAll(tx, news) } },
    );
    run = async (name, payload) => {
      const work = workers.get(name);
      if (work === undefined) throw new Error(`nobody works on ${name}`);
      await work(name, payload);
    };
  });

  beforeEach(() => {
    notifyAll = house.notifications.notifyAll;
  });

  const warn = (job: string) =>
    run(warnApplicantsTask.name, { job_id: job, hidden_at: '2026-09-01T12:00:00.000Z' });
  const reassure = (job: string) =>
    run(reassureApplicantsTask.name, { job_id: job, restored_at: '2026-09-02T12:00:00.000Z' });
  const setReview = (job: string, review: 'hidden' | 'none') =>
    database.query.updateTable('jobs').set({ review }).where('id', '=', job).execute();
  const newsOf = (viewer: Viewer) =>
    database.query
      .selectFrom('notifications')
      .selectAll()
      .where('user_id', '=', viewer.userId)
      .where('kind', '=', 'application_job_hidden')
      .orderBy('seq')
      .execute();
  const statesOf = async (viewer: Viewer) => (await newsOf(viewer)).map(({ payload }) => payload['state']);

  /** Somebody who has applied for a posting that is hidden by now. */
  async function applied(): Promise<{ readonly job: string; readonly applicant: Viewer }> {
    const [{ id: companyId }, applicant] = [await house.company(), await house.seeker()];
    const job = await house.job(companyId);
    await database.query
      .updateTable('users')
      .set({ email_verified: true })
      .where('id', '=', applicant.userId)
      .execute();
    await database.transaction((tx) => house.applications.apply(tx, applicant, job, { note: 'Hello' }));
    await setReview(job, 'hidden');
    return { job, applicant };
  }

  it('that nobody has got are followed by no news that they are void, wherever the process dies', async () => {
    const { job, applicant } = await applied();
    notifyAll = async (tx, news) => {
      await house.notifications.notifyAll(tx, news);
      throw new Error('killed before the commit');
    };
    await expect(warn(job)).rejects.toThrow('killed');
    notifyAll = house.notifications.notifyAll;
    await setReview(job, 'none');
    await reassure(job);
    await warn(job);
    expect(await statesOf(applicant)).toEqual([]);
  });

  it('that are given while the posting is put back are followed by that news', async () => {
    const { job, applicant } = await applied();
    const warning = Promise.withResolvers<void>();
    // Begun out here, or it would be part of the transaction.
    const putBack = warning.promise.then(() => setReview(job, 'none')).then(() => reassure(job));
    notifyAll = async (tx, news) => {
      warning.resolve();
      return house.notifications.notifyAll(tx, news);
    };
    await warn(job);
    await putBack;
    expect(await statesOf(applicant)).toEqual(['hidden', 'restored']);
  });

  it('are not sent once they are void, and then nothing is sent of that, unless somebody knows of them', async () => {
    const { job, applicant } = await applied();
    await warn(job);
    const useless = async () => {
      const questions = (await newsOf(applicant)).map(({ id, user_id, subject, payload }) => ({
        ...{ notificationId: id, userId: user_id, subject, payload },
      }));
      const reasons = await warningCheck.check(database.query, questions);
      return questions.map(({ notificationId }) => reasons.get(notificationId) ?? 'sent');
    };
    expect(await useless()).toEqual(['sent']);
    await setReview(job, 'none');
    await reassure(job);
    expect(await useless()).toEqual(['superseded', 'superseded']);
    const [warning] = await newsOf(applicant);
    const deliveries = database.query
      .updateTable('deliveries')
      .where('notification_id', '=', warning?.id ?? '');
    await deliveries.set({ status: 'sent' }).where('channel', '=', 'email').execute();
    expect(await useless()).toEqual(['superseded', 'sent']);
    await deliveries.set({ status: 'skipped' }).where('channel', '=', 'email').execute();
    await database.query
      .updateTable('notifications')
      .set({ seen_at: house.clock.now() })
      .where('id', '=', warning?.id ?? '')
      .execute();
    expect(await useless()).toEqual(['superseded', 'sent']);
    await setReview(job, 'hidden');
    expect(await useless()).toEqual(['sent', 'superseded']);
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
    await warn(job);
    expect(await warned(applicant)).toEqual([]);
    await setReview(job, 'hidden');
    await warn(job);
    await warn(job);
    expect(await warned(applicant)).toMatchObject([
      { payload: { job_id: job, job_title: 'Backend Engineer', state: 'hidden' } },
    ]);
    await reassure(job);
    expect(await warned(applicant)).toHaveLength(1);
    await setReview(job, 'none');
    await reassure(job);
    await reassure(job);
    const told = (await warned(applicant)).map(({ payload }) => payload);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(expect.objectContaining({ job_id: job, state: 'restored' }));
    expect(await warned(withdrawn)).toEqual([]);
  });
});
