import type { Adapter, FeedRow } from '../adapter.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

/** All postings of one employer in one file: `{ name, jobs: [{ id, url, title, locations, description, … }] }`. */
export const employerDump: Adapter = {
  kind: 'employer_dump',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: (address) => address.length <= 200,
  url: () => null,
  isBoard: false,
  isSite: false,
  recognize: () => null,

  identify(document) {
    const { name } = dumpOf(document);
    return name === '' ? null : { address: name.toLowerCase(), name };
  },

  read(document, { sourceName }) {
    const { name, jobs } = dumpOf(document);
    return {
      rows: readRows(jobs, (job) => readJob(fieldsOf(job), name || sourceName)),
      incomplete: null,
    };
  },
};

function dumpOf(document: string): { name: string; jobs: readonly unknown[] } {
  const root = fieldsOf(parseJson(document));
  if (!Array.isArray(root['jobs']))
    throw unreadable('The document has no list `jobs` beside the employer’s `name`.');
  return { name: lineOf(root['name'], 120), jobs: root['jobs'] };
}

function readJob(job: Fields, companyName: string): FeedRow {
  const locations = listOf(job['locations']);
  return toRow({
    externalId: job['id'],
    title: job['title'],
    companyName,
    links: [job['url']],
    description: { format: 'markdown', content: textOf(job['description']) },
    places: locations.length > 0 ? locations : [job['location']],
    workplace: null,
    employmentType: job['time_type'],
    department: textOf(job['department']) || job['team'],
    pay: null,
    publishedAt: job['creation_date'],
    deadlineAt: null,
    revisedAt: job['updated_date'],
  });
}
