import { typeTopic } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { TopicMessage, Topics } from '../../messaging/topics/index.ts';
import { companyMarkOf, type JobRow } from './rows.ts';

/** Jobs of one commit beyond which they are not told one by one: a large import is not read aloud. */
export const mostAnnouncedJobs = 50;

/** Tells those who follow new jobs live of these. Telling it twice is fine: a job is announced once. */
export async function announceJobs(
  dependencies: {
    readonly database: Database;
    readonly topics: Pick<Topics, 'publish'>;
    readonly readJobs: (tx: Tx, ids: readonly string[]) => Promise<readonly JobRow[]>;
  },
  jobIds: readonly string[],
): Promise<void> {
  const { database, topics, readJobs } = dependencies;
  const jobs = await readJobs(database.query, jobIds);
  const open = jobs.filter(({ status, hold }) => status === 'open' && hold === 'none');
  await database.transaction((tx) => topics.publish(tx, open.map(toMessage)));
}

function toMessage({ id, title, company_name, places, skills, ...job }: JobRow): TopicMessage {
  return {
    topic: typeTopic('job_posted', 'job_seeker'),
    dedupeKey: `job:${id}`,
    content: {
      type: 'job_posted',
      message: `New job posted: ${title} at ${company_name}${markOf(job)}`,
      job_id: id,
      job_title: title,
      company: company_name,
      location: places[0] ?? null,
      data: { skills_required: [...skills], ...companyMarkOf(job) },
    },
  };
}

function markOf({ company_trust, company_domain }: Pick<JobRow, 'company_trust' | 'company_domain'>): string {
  if (company_trust === 'unverified') return ' (company not verified)';
  return company_domain === null ? '' : ` (verified: ${company_domain})`;
}
