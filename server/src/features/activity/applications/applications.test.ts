import { type ApplicationStatus, applicationStatuses } from '@rolecall/contract';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { applicationOf, countApplications, findApplied, findSuperseded, findWithdrawn } from './index.ts';

describeEachDatabase('applications', (open) => {
  let database: Database;
  let house: ReturnType<typeof createTestApplications>;

  beforeAll(async () => {
    database = await open();
    house = createTestApplications(database);
  });

  const apply = (viewer: Viewer, jobId: string, note = '') =>
    database.transaction((tx) => house.applications.apply(tx, viewer, jobId, { note }));
  const change = (
    viewer: Viewer,
    id: string,
    status: ApplicationStatus,
    expected_status?: ApplicationStatus,
  ) =>
    database.transaction((tx) =>
      house.applications.changeStatus(tx, viewer, id, { status, note: `now ${status}`, expected_status }),
    );
  const withdraw = (viewer: Viewer, id: string) =>
    database.transaction((tx) => house.applications.withdraw(tx, viewer, id));
  const read = (viewer: Viewer, id: string) => house.applications.read(database.query, viewer, id);

  it('tells both sides of a new application', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiters } = await house.company(2);
    const jobId = await house.job(companyId);
    const id = await apply(seeker, jobId, 'Hello');

    expect(await house.told(seeker)).toMatchObject([
      {
        kind: 'application_confirmation',
        subject: `application:${id}`,
        payload: { application_id: id, job_id: jobId, job_title: 'Backend Engineer', company_name: 'Acme' },
      },
      { kind: 'achievement', payload: { achievement: 'first_application' } },
    ]);
    for (const recruiter of recruiters) {
      expect(await house.told(recruiter)).toMatchObject([
        { kind: 'application_received', payload: { application_id: id, job_id: jobId } },
      ]);
    }
    expect(await read(seeker, id)).toMatchObject({
      status: 'submitted',
      note: 'Hello',
      resume: null,
      job: { id: jobId, company_trust: 'unverified', location: 'Berlin', status: 'open' },
      applicant: { id: seeker.userId },
      allowed_statuses: ['withdrawn'],
      history: [{ from_status: null, to_status: 'submitted', by: 'applicant' }],
    });
    expect(await applicationOf(database.query, seeker.userId, jobId)).toBe(id);
  });

  it('takes one application of a person for a job, however many come at the same time', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const jobId = await house.job(companyId);
    const attempts = await Promise.allSettled(Array.from({ length: 4 }, () => apply(seeker, jobId)));
    const taken = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    for (const attempt of attempts) {
      if (attempt.status === 'fulfilled') continue;
      expect(attempt.reason).toMatchObject({
        code: 'already_applied',
        extensions: { application_id: taken[0]?.value },
      });
    }
    expect(await house.told(recruiter)).toHaveLength(1);
    expect(await house.told(seeker)).toMatchObject([
      { kind: 'application_confirmation' },
      { kind: 'achievement' },
    ]);
  });

  it('takes no application for a job that is closed, late, elsewhere or unknown', async () => {
    const seeker = await house.seeker();
    const { id: companyId } = await house.company();
    const closed = await house.job(companyId, { status: 'closed' });
    const late = await house.job(companyId, { deadline_at: house.clock.now() });
    const elsewhere = await house.job(companyId, { apply_url: 'https://acme.example/apply' });
    await expect(apply(seeker, closed)).rejects.toMatchObject({ code: 'job_closed' });
    await expect(apply(seeker, late)).rejects.toMatchObject({ code: 'job_closed' });
    await expect(apply(seeker, elsewhere)).rejects.toMatchObject({
      code: 'job_applies_elsewhere',
      extensions: { apply_url: 'https://acme.example/apply' },
    });
    await expect(apply(seeker, uuidv7())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells the applicant of every step, and the recruiters of a withdrawal', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiters } = await house.company(2);
    const [recruiter, colleague] = recruiters;
    if (recruiter === undefined || colleague === undefined) throw new Error('a company of two');
    const id = await apply(seeker, await house.job(companyId));
    await change(recruiter, id, 'viewed');
    await change(colleague, id, 'interview', 'viewed');
    await withdraw(seeker, id);

    expect((await house.told(seeker)).slice(2)).toMatchObject([
      { payload: { old_status: 'submitted', new_status: 'viewed', audience: 'applicant' } },
      { kind: 'achievement', payload: { achievement: 'first_interview' } },
      {
        kind: 'application_status_changed',
        payload: { old_status: 'viewed', new_status: 'interview', note: 'now interview' },
      },
    ]);
    for (const each of recruiters) {
      expect((await house.told(each)).slice(1)).toMatchObject([
        {
          kind: 'application_status_changed',
          payload: { old_status: 'interview', new_status: 'withdrawn', audience: 'recruiter' },
        },
      ]);
    }
    const { history, allowed_statuses } = await read(recruiter, id);
    expect(history.map(({ to_status, by }) => [to_status, by])).toEqual([
      ['submitted', 'applicant'],
      ['viewed', 'recruiter'],
      ['interview', 'recruiter'],
      ['withdrawn', 'applicant'],
    ]);
    expect(allowed_statuses).toEqual([]);
  });

  it('lets nothing ring that a person has done, and mails that an application has arrived', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const id = await apply(seeker, await house.job(companyId));
    const countsOf = async ({ userId }: Viewer) =>
      database.query
        .selectFrom('inboxes')
        .select(['head', 'unread', 'unseen'])
        .where('user_id', '=', userId)
        .execute();
    expect(await countsOf(seeker)).toEqual([{ head: 2, unread: 0, unseen: 0 }]);
    expect(await countsOf(recruiter)).toEqual([{ head: 1, unread: 1, unseen: 1 }]);
    const mails = await database.query
      .selectFrom('deliveries')
      .select(['status', 'reason'])
      .where('user_id', '=', seeker.userId)
      .execute();
    expect(mails).toMatchObject([{ status: 'pending' }]);
    await withdraw(seeker, id);
    expect(await countsOf(seeker)).toEqual([{ head: 2, unread: 0, unseen: 0 }]);
  });

  it('lets one of two recruiters decide who decide at the same time on what they saw', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiters } = await house.company(2);
    const id = await apply(seeker, await house.job(companyId));
    const attempts = await Promise.allSettled(
      recruiters.map((recruiter, place) =>
        change(recruiter, id, place === 0 ? 'rejected' : 'offer', 'submitted'),
      ),
    );
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(attempts.find((attempt) => attempt.status === 'rejected')?.reason).toMatchObject({
      code: 'edit_conflict',
    });
    const answers = (await house.told(seeker)).filter(({ kind }) => kind === 'offer' || kind === 'rejection');
    expect(answers).toHaveLength(1);
  });

  it('tells of an offer and of a rejection by their own kinds, with the step that they are', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const [offered, rejected] = [
      await apply(seeker, await house.job(companyId)),
      await apply(seeker, await house.job(companyId)),
    ];
    await change(recruiter, offered, 'offer');
    await change(recruiter, offered, 'hired');
    await change(recruiter, rejected, 'rejected');
    expect((await house.told(seeker)).slice(3)).toMatchObject([
      { kind: 'achievement', payload: { achievement: 'first_offer' } },
      { kind: 'offer', payload: { old_status: 'submitted', new_status: 'offer', note: 'now offer' } },
      { kind: 'application_status_changed', payload: { new_status: 'hired' } },
      { kind: 'rejection', payload: { application_id: rejected, new_status: 'rejected' } },
    ]);
  });

  it('celebrates the first and the tenth application, and no other', async () => {
    const seeker = await house.seeker();
    const { id: companyId } = await house.company();
    for (let count = 0; count < 12; count += 1) await apply(seeker, await house.job(companyId));
    const told = await house.told(seeker);
    expect(told.flatMap(({ kind, payload }) => (kind === 'achievement' ? [payload] : []))).toEqual([
      { achievement: 'first_application' },
      { achievement: 'ten_applications' },
    ]);
  });

  it('knows who has applied for a job by now', async () => {
    const [seeker, other] = [await house.seeker(), await house.seeker()];
    const { id: companyId } = await house.company();
    const job_id = await house.job(companyId);
    await apply(seeker, job_id);
    const questions = [seeker, other].map(({ userId }) => ({
      notificationId: userId,
      userId,
      payload: { job_id },
    }));
    expect([...(await findApplied(database.query, questions))]).toEqual([[seeker.userId, 'already_applied']]);
  });

  it('is not found by the other seeker and the other company', async () => {
    const seeker = await house.seeker();
    const otherSeeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const { recruiter: otherRecruiter } = await house.company();
    const jobId = await house.job(companyId);
    const id = await apply(seeker, jobId);

    const notFound = { code: 'not_found' };
    for (const stranger of [otherSeeker, otherRecruiter]) {
      await expect(read(stranger, id)).rejects.toMatchObject(notFound);
      await expect(change(stranger, id, 'viewed')).rejects.toMatchObject(notFound);
      await expect(withdraw(stranger, id)).rejects.toMatchObject(notFound);
    }
    await expect(house.applications.listForJob(otherRecruiter, jobId, { limit: 5 })).rejects.toMatchObject(
      notFound,
    );
    // Nor may one side take the steps of the other.
    await expect(change(seeker, id, 'viewed')).rejects.toMatchObject(notFound);
    await expect(withdraw(recruiter, id)).rejects.toMatchObject(notFound);
    expect((await house.applications.listOwn(otherSeeker, { limit: 5 })).items).toEqual([]);
    expect((await read(seeker, id)).status).toBe('submitted');
  });

  it('lists page by page, the newest first, and counts', async () => {
    const { id: companyId, recruiter } = await house.company();
    const jobId = await house.job(companyId);
    const quiet = await house.job(companyId);
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) {
      if (number !== 2) house.clock.advance(1_000);
      ids.push(await apply(await house.seeker(), jobId));
    }
    await change(recruiter, ids[3] ?? '', 'shortlisted');

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.applications.listForJob(recruiter, jobId, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(ids.toReversed());
    const shortlist = await house.applications.listForJob(recruiter, jobId, {
      limit: 5,
      status: 'shortlisted',
    });
    expect(shortlist.items).toMatchObject([
      { id: ids[3], allowed_statuses: ['interview', 'offer', 'rejected'] },
    ]);
    const numbers = await countApplications(database.query, [jobId, quiet]);
    expect([...numbers]).toEqual([[jobId, { total: 5, unviewed: 4 }]]);
    await expect(
      house.applications.listForJob(recruiter, jobId, { limit: 2, cursor: 'nonsense' }),
    ).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  it('never goes back, ends for good, and keeps a history without gaps', async () => {
    const { id: companyId, recruiter } = await house.company();
    const step = fc.record({
      status: fc.constantFrom(...applicationStatuses),
      isWithdrawal: fc.boolean(),
      milliseconds: fc.constantFrom(-1_000, 0, 1_000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const seeker = await house.seeker();
        const id = await apply(seeker, await house.job(companyId));
        for (const { status, isWithdrawal, milliseconds } of steps) {
          house.clock.advance(milliseconds);
          const before = await read(isWithdrawal ? seeker : recruiter, id);
          const wanted = isWithdrawal ? 'withdrawn' : status;
          const attempt = isWithdrawal ? withdraw(seeker, id) : change(recruiter, id, status);
          if (before.allowed_statuses.includes(wanted)) {
            await attempt;
          } else {
            await expect(attempt).rejects.toMatchObject({
              code: 'illegal_transition',
              extensions: { from: before.status, allowed: before.allowed_statuses },
            });
            expect((await read(recruiter, id)).status).toBe(before.status);
          }
        }
        const { history, status } = await read(seeker, id);
        expect(history.at(-1)?.to_status).toBe(status);
        expect(history.map(({ from_status }) => from_status)).toEqual([
          null,
          ...history.slice(0, -1).map(({ to_status }) => to_status),
        ]);
        const reached = history.map(({ to_status }) => applicationStatuses.indexOf(to_status));
        expect(reached).toEqual(reached.toSorted((a, b) => a - b));
        expect(new Set(reached).size).toBe(reached.length);
      }),
      { numRuns: 20 },
    );
  });

  it('knows which notifications nobody needs any more', async () => {
    const seeker = await house.seeker();
    const { id: companyId, recruiter } = await house.company();
    const open = await apply(seeker, await house.job(companyId));
    const moved = await apply(seeker, await house.job(companyId));
    const withdrawn = await apply(seeker, await house.job(companyId));
    const gone = uuidv7();
    await change(recruiter, moved, 'shortlisted');
    await withdraw(seeker, withdrawn);

    const questions = [open, moved, withdrawn, gone].map((application_id) => ({
      notificationId: application_id,
      payload: { application_id, new_status: 'submitted' as const },
    }));
    expect([...(await findWithdrawn(database.query, questions))]).toEqual([
      [withdrawn, 'application_withdrawn'],
      [gone, 'application_withdrawn'],
    ]);
    expect([...(await findSuperseded(database.query, questions))]).toEqual([
      [moved, 'superseded'],
      [withdrawn, 'application_withdrawn'],
      [gone, 'application_withdrawn'],
    ]);
    const toRecruiter = {
      notificationId: 'withdrawal',
      payload: { application_id: withdrawn, new_status: 'withdrawn' as const },
    };
    expect((await findSuperseded(database.query, [toRecruiter])).size).toBe(0);
  });
});
