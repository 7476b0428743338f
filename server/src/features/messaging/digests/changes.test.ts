import { expect, test } from 'vitest';
import { changesSince, toldJobs } from './changes.ts';
import type { JobStanding } from './facts.ts';

const now = new Date('2026-09-02T09:00:00Z');
const job = (job_id: string, score: number | null = 70) => ({
  job_id,
  job_title: `Job ${job_id}`,
  company_name: 'Acme',
  score,
});
const standing: JobStanding = { state: 'open', deadlineAt: null, score: 70 };
const changeOf = (given: Partial<JobStanding>, score: number | null = 70) =>
  changesSince([job('a', score)], [{ ...standing, ...given }], new Set(), now)[0]?.change;

test('one thing is told of a job, that which weighs most', () => {
  const soon = new Date('2026-09-05T09:00:00Z');
  expect(changeOf({ state: 'closed', deadlineAt: soon, score: 20 })).toBe('job_closed');
  expect(changeOf({ state: 'hidden', deadlineAt: soon, score: 20 })).toBe('job_held');
  expect(changeOf({ state: 'quiet', deadlineAt: soon, score: 20 })).toBeUndefined();
  expect(changeOf({ deadlineAt: soon, score: 20 })).toBe('deadline_near');
  expect(changeOf({ score: 75 })).toBe('score_changed');
});

test('small movements, distant deadlines and scores that were never told are no news', () => {
  expect(changeOf({ score: 74 })).toBeUndefined();
  expect(changeOf({ deadlineAt: new Date('2026-09-05T09:00:01Z') })).toBeUndefined();
  expect(changeOf({ score: 20 }, null)).toBeUndefined();
});

test('nothing is told of jobs that are gone, that this digest tells of anyway, or beyond the first five', () => {
  const closed = { ...standing, state: 'closed' } as const;
  expect(changesSince([job('a'), job('b')], [null, closed], new Set(['b']), now)).toEqual([]);
  const jobs = Array.from({ length: 8 }, (_, index) => job(String(index)));
  const changes = changesSince(
    jobs,
    jobs.map(() => closed),
    new Set(),
    now,
  );
  expect(changes.map(({ job_id }) => job_id)).toEqual(['0', '1', '2', '3', '4']);
});

test('jobs are those of entries about jobs, each once', () => {
  const payload = { job_id: 'a', job_title: 'Job a', company_name: 'Acme' };
  const entries = [
    { notification_id: '1', kind: 'job_alert', payload: { ...payload, score: 70 } },
    { notification_id: '2', kind: 'salary_alert', payload },
    { notification_id: '3', kind: 'follow_up', payload: { ...payload, job_id: 'b' } },
    { notification_id: '4', kind: 'of_the_future', payload: { ...payload, job_id: 'c' } },
  ];
  expect(toldJobs(entries)).toEqual([job('a')]);
});
