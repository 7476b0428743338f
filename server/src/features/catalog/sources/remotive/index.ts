import type { Adapter, FeedRow } from '../adapter.ts';
import { payOfText } from '../reading/pay.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const everything = 'all';

/**
 * The Remote Jobs API of Remotive (https://github.com/remotive-com/remote-jobs-api): all jobs of the board, or of a category, a day after
 * they came. It asks for a link to its own page, for being named, and for four calls a day at most.
 */
export const remotive: Adapter = {
  kind: 'remotive',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: (address) => /^[a-z][a-z0-9-]{1,60}$/.test(address),
  url: (category) =>
    `https://remotive.com/api/remote-jobs${category === everything ? '' : `?category=${category}`}`,
  isBoard: false,
  isSite: false,

  recognize(link) {
    if (link.hostname.replace(/^www\./, '') !== 'remotive.com') return null;
    const category =
      link.searchParams.get('category') ?? /^\/remote-jobs\/([a-z0-9-]+)/.exec(link.pathname)?.[1];
    return category !== undefined && remotive.isAddress(category) ? category : everything;
  },

  identify: () => ({ address: everything, name: 'Remotive' }),

  read(document) {
    const { jobs } = fieldsOf(parseJson(document));
    if (!Array.isArray(jobs)) throw unreadable('The document has no list `jobs`, as Remotive has it.');
    return { rows: readRows(jobs, (job) => readJob(fieldsOf(job))), incomplete: null };
  },
};

function readJob(job: Fields): FeedRow {
  return toRow({
    externalId: job['id'],
    title: job['title'],
    companyName: job['company_name'],
    links: [job['url']],
    description: { format: 'html', content: textOf(job['description']) },
    places: [job['candidate_required_location']],
    workplace: 'remote',
    employmentType: job['job_type'],
    department: job['category'],
    // It is a text of any form.
    pay: payOfText(job['salary']),
    publishedAt: job['publication_date'],
    deadlineAt: null,
  });
}
