import type { Pay } from '@rolecall/contract';
import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfLink, isBoardToken } from '../reading/addresses.ts';
import { payOf, periodOfPhrase } from '../reading/pay.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const boardHosts = ['boards.greenhouse.io', 'job-boards.greenhouse.io', 'job-boards.eu.greenhouse.io'];
const interfaceHosts = ['boards-api.greenhouse.io', 'boards-api.eu.greenhouse.io'];

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
  isBoard: true,
  isSite: false,

  recognize(link) {
    // `/embed/job_board?for=board` is how employers put a board into a page of theirs.
    const embedded = link.pathname.startsWith('/embed/') ? (link.searchParams.get('for') ?? '') : null;
    if (embedded !== null && boardHosts.includes(link.hostname)) {
      return isBoardToken(embedded) ? embedded : null;
    }
    return boardOfLink(link.href, boardHosts) ?? boardOfLink(link.href, interfaceHosts, 2);
  },

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

/** The first pay range; its period stands in its words, or follows from an amount that only a year can bring. */
function readPay(job: Fields): Pay | null {
  const range = fieldsOf(listOf(job['pay_input_ranges'])[0]);
  const minimum = fromCents(range['min_cents']);
  const maximum = fromCents(range['max_cents']);
  const words = `${textOf(range['title']).slice(0, 150)} ${textOf(range['blurb']).slice(0, 150)}`;
  return payOf({
    minimum,
    maximum,
    currency: range['currency_type'],
    period: periodOfPhrase(words, Math.max(minimum ?? 0, maximum ?? 0)),
  });
}

function fromCents(cents: unknown): number | null {
  return typeof cents === 'number' && Number.isFinite(cents) ? cents / 100 : null;
}
