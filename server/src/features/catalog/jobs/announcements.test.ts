import { typeTopic } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createTopics, type Topics } from '../../messaging/topics/index.ts';
import { announceJobs } from './announcements.ts';
import type { JobRow } from './rows.ts';

const job: JobRow = {
  id: uuidv7(),
  company_id: uuidv7(),
  company_name: 'Acme',
  title: 'Engineer',
  places: ['Berlin', 'Hamburg'],
  workplace: null,
  employment_type: null,
  seniority: null,
  skills: ['sql'],
  pay_minimum: null,
  pay_maximum: null,
  pay_currency: null,
  pay_period: null,
  pay_evidence: null,
  pay_gross: null,
  pay_months: null,
  status: 'open',
  published_at: new Date('2026-09-01T12:00:00Z'),
  deadline_at: null,
  beginning: '',
  cluster_id: uuidv7(),
  source_id: null,
  posted_by: null,
  description_html: '',
  description_text: '',
  department: null,
  apply_url: null,
  matched_at: null,
  flags: [],
  review: 'none',
  review_note: '',
  hold: 'none',
  company_trust: 'source',
  company_domain: null,
  stale: null,
  created_at: new Date('2026-09-01T12:00:00Z'),
  updated_at: new Date('2026-09-01T12:00:00Z'),
};

describeEachDatabase('announcements of jobs', (open) => {
  const topic = typeTopic('job_posted', 'job_seeker');
  let database: Database;
  let topics: Topics;

  beforeAll(async () => {
    database = await open();
    topics = createTopics({ database, clock: new FakeClock(), push: { topicGrew: () => {} } });
  });

  it('tell of an open job once, however often the task runs', async () => {
    const unverified: JobRow = { ...job, id: uuidv7(), company_trust: 'unverified' };
    const closed: JobRow = { ...job, id: uuidv7(), status: 'closed' };
    const announce = () =>
      announceJobs({ database, topics, readJobs: async () => [job, unverified, closed] }, [
        job.id,
        unverified.id,
        closed.id,
      ]);
    await announce();
    await announce();
    const messages = await topics.read(database.query, topic, 0, 10);
    const [first, second] = messages.map(({ text }) => JSON.parse(text));
    expect(second).toMatchObject({
      message: 'New job posted: Engineer at Acme (company not verified)',
      data: { company_unverified: true },
    });
    expect([first]).toEqual([
      {
        type: 'job_posted',
        topic,
        seq: 1,
        message: 'New job posted: Engineer at Acme',
        job_id: job.id,
        job_title: 'Engineer',
        company: 'Acme',
        location: 'Berlin',
        data: { skills_required: ['sql'] },
        timestamp: '2026-09-01T12:00:00.000Z',
      },
    ]);
  });
});
