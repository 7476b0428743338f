import type { Pay } from '@rolecall/contract';
import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfLink, isBoardToken } from '../reading/addresses.ts';
import { payOf, periodOf } from '../reading/pay.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const boardHosts = ['boards.greenhouse.io', 'job-boards.greenhouse.io', 'job-boards.eu.greenhouse.io'];

/** Below it an amount without a period cannot be told to be pay for a year. */
const leastYearlyCents = 1_000_000;

/**
 * The job board API of Greenhouse. Its `content` is HTML that is escaped as a whole. `location.name` may be a mere
 * 'Hybrid'; the offices then have the city. `meta.total` tells when the list has been cut.
 */
export const greenhouse: Adapter = {
  kind: 'greenhouse',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: isBoardToken,
  url: (board) => `https://boards-api.greenhouse.io/v1/boards/${board}/jobs?content=true`,

  identify(document) {
    const [first] = jobsOf(document).jobs;
    const job = fieldsOf(first);
    const address = boardOfLink(textOf(job['absolute_url']), boardHosts);
    return address === null ? null : { address, name: lineOf(job['company_name'], 120) || address };
  },

  read(document, { sourceName }) {
    const { jobs, total } = jobsOf(document);
    return {
      rows: readRows(jobs, (job) => readJob(fieldsOf(job), sourceName)),
      incomplete:
        total !== null && total > jobs.length
          ? `The board has ${total} jobs, the feed holds ${jobs.length}.`
          : null,
    };
  },
};

function jobsOf(document: string): { jobs: readonly unknown[]; total: number | null } {
  const root = fieldsOf(parseJson(document));
  if (!Array.isArray(root['jobs']))
    throw unreadable('The document has no list `jobs`, as Greenhouse has it.');
  const total = fieldsOf(root['meta'])['total'];
  return { jobs: root['jobs'], total: typeof total === 'number' ? total : null };
}

function readJob(job: Fields, sourceName: string): FeedRow {
  const offices = listOf(job['offices']).map(fieldsOf);
  return toRow({
    externalId: job['id'],
    title: job['title'],
    companyName: lineOf(job['company_name'], 200) || sourceName,
    links: [job['absolute_url']],
    description: { format: 'html', content: textOf(job['content']) },
    places: [fieldsOf(job['location'])['name']],
    otherPlaces: offices.map((office) => textOf(office['location']) || office['name']),
    workplace: null,
    employmentType: null,
    department: fieldsOf(listOf(job['departments'])[0])['name'],
    pay: readPay(job),
    publishedAt: job['first_published'],
    deadlineAt: job['application_deadline'],
  });
}

/** The first pay range; its period stands in its title, or follows from an amount that only a year can bring. */
function readPay(job: Fields): Pay | null {
  const range = fieldsOf(listOf(job['pay_input_ranges'])[0]);
  const lower = range['min_cents'];
  const upper = range['max_cents'];
  const largest = Math.max(...[lower, upper].filter((cents) => typeof cents === 'number'), 0);
  const named = periodOf(`${textOf(range['title'])} ${textOf(range['blurb'])}`.slice(0, 60));
  return payOf({
    minimum: fromCents(lower),
    maximum: fromCents(upper),
    currency: range['currency_type'],
    period: named ?? (largest >= leastYearlyCents ? 'year' : null),
  });
}

function fromCents(cents: unknown): number | null {
  return typeof cents === 'number' && Number.isFinite(cents) ? Math.round(cents / 100) : null;
}
