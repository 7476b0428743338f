import type { Adapter, FeedRow } from '../adapter.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const everything = 'all';
const host = 'www.arbeitnow.com';
const path = '/api/job-board-api';
/** A page has a hundred jobs or more. */
const mostPages = 100;

/**
 * The Job Board API of Arbeitnow (https://www.arbeitnow.com/blog/job-board-api): all jobs of the board, page by page. `links.next` leads to
 * the next page.
 */
export const arbeitnow: Adapter = {
  kind: 'arbeitnow',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: (address) => address === everything,
  url: () => pageUrl(1),
  isBoard: false,
  isSite: false,
  recognize: (link) => (link.hostname.replace(/^www\./, '') === 'arbeitnow.com' ? everything : null),
  identify: () => ({ address: everything, name: 'Arbeitnow' }),

  read(document) {
    const root = fieldsOf(parseJson(document));
    if (!Array.isArray(root['data'])) {
      throw unreadable('The document has no list `data`, as Arbeitnow has it.');
    }
    const next = nextPage(textOf(fieldsOf(root['links'])['next']));
    const isTooLong = next !== null && next > mostPages;
    return {
      rows: readRows(root['data'], (job) => readJob(fieldsOf(job))),
      incomplete: isTooLong ? `The board has more than ${mostPages} pages.` : null,
      more: next === null || isTooLong || root['data'].length === 0 ? [] : [pageUrl(next)],
    };
  },
};

const pageUrl = (page: number): string => `https://${host}${path}?page=${page}`;

/** The number of the next page; whatever else the link says is not believed. */
function nextPage(link: string): number | null {
  const page = URL.parse(link)?.searchParams.get('page') ?? '';
  return /^\d{1,5}$/.test(page) ? Number(page) : null;
}

function readJob(job: Fields): FeedRow {
  return toRow({
    externalId: job['slug'],
    title: job['title'],
    companyName: job['company_name'],
    links: [job['url']],
    description: { format: 'html', content: textOf(job['description']) },
    places: [job['location']],
    workplace: job['remote'] === true ? 'remote' : null,
    employmentType: job['job_types'],
    department: null,
    pay: null,
    publishedAt: job['created_at'],
    deadlineAt: null,
  });
}
