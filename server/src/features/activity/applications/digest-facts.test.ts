import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createTestApplications } from '../../../testing/applications.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { digestFacts } from './digest-facts.ts';

describeEachDatabase('what digests ask of jobs and applications', (open) => {
  let database: Database;
  let parts: ReturnType<typeof createTestApplications>;

  beforeAll(async () => {
    database = await open();
    parts = createTestApplications(database);
  });

  const period = ({ userId, role }: Viewer, from: string, until: string) => ({
    userId,
    role,
    from: new Date(from),
    until: new Date(until),
  });
  const match = (userId: string, jobId: string, score: number) =>
    database.query
      .insertInto('matches')
      .values({
        user_id: userId,
        cluster_id: jobId,
        job_id: jobId,
        score,
        reasons: '[]',
        created_at: parts.clock.now(),
      })
      .execute();

  test('counts what happened to each person in the own period', async () => {
    const { applications, clock } = parts;
    const company = await parts.company();
    const seeker = await parts.seeker();
    const other = await parts.seeker();
    clock.set('2026-09-01T12:00:00Z');
    const job = await parts.job(company.id);
    await match(seeker.userId, job, 70);
    clock.set('2026-09-02T12:00:00Z');
    await parts.job(company.id);
    await parts.job(company.id, { status: 'closed' });
    const id = await database.transaction((tx) => applications.apply(tx, seeker, job, { note: '' }));
    clock.set('2026-09-03T12:00:00Z');
    await database.transaction((tx) =>
      applications.changeStatus(tx, company.recruiter, id, { status: 'shortlisted', note: '' }),
    );

    const days = [
      period(seeker, '2026-09-01T00:00:00Z', '2026-09-02T00:00:00Z'),
      period(seeker, '2026-09-02T00:00:00Z', '2026-09-03T00:00:00Z'),
      period(seeker, '2026-09-03T00:00:00Z', '2026-09-04T00:00:00Z'),
      period(other, '2026-09-01T00:00:00Z', '2026-09-04T00:00:00Z'),
      period(company.recruiter, '2026-09-01T00:00:00Z', '2026-09-04T00:00:00Z'),
    ];
    expect(await digestFacts(clock).activity(database.query, days)).toEqual([
      { new_jobs: 1, new_matches: 1, applications: 0, application_changes: 0 },
      { new_jobs: 1, new_matches: 0, applications: 1, application_changes: 0 },
      { new_jobs: 0, new_matches: 0, applications: 0, application_changes: 1 },
      { new_jobs: 2, new_matches: 0, applications: 0, application_changes: 0 },
      { new_jobs: 0, new_matches: 0, applications: 1, application_changes: 1 },
    ]);
  });

  test('tells how jobs stand, and nothing of what the person has applied for', async () => {
    const { applications, clock } = parts;
    const company = await parts.company();
    const seeker = await parts.seeker();
    clock.set('2026-09-05T12:00:00Z');
    const deadline = new Date('2026-09-10T00:00:00Z');
    const fitting = await parts.job(company.id, { deadline_at: deadline });
    await match(seeker.userId, fitting, 82);
    const closed = await parts.job(company.id, { status: 'closed' });
    const over = await parts.job(company.id, { deadline_at: new Date('2026-09-04T00:00:00Z') });
    const hidden = await parts.job(company.id, { hold: 'hidden' });
    const quiet = await parts.job(company.id, { hold: 'quiet' });
    const applied = await parts.job(company.id);
    await database.transaction((tx) => applications.apply(tx, seeker, applied, { note: '' }));
    const gone = seeker.userId;

    const questions = [fitting, closed, over, hidden, quiet, applied, gone].map((jobId) => ({
      userId: seeker.userId,
      jobId,
    }));
    expect(await digestFacts(clock).standings(database.query, questions)).toEqual([
      { state: 'open', deadlineAt: deadline, score: 82 },
      { state: 'closed', deadlineAt: null, score: null },
      { state: 'closed', deadlineAt: new Date('2026-09-04T00:00:00Z'), score: null },
      { state: 'hidden', deadlineAt: null, score: null },
      { state: 'quiet', deadlineAt: null, score: null },
      null,
      null,
    ]);
  });
});
