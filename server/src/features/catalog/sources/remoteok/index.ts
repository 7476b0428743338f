import type { Adapter, FeedRow } from '../adapter.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const everything = 'all';

/**
 * The API of Remote OK (https://remoteok.com/api): its newest jobs, behind a legal notice that is the first element. It asks for a link
 * to its own page and for being named. Its amounts have neither a currency nor a period, so they are no pay.
 */
export const remoteOk: Adapter = {
  kind: 'remoteok',
  coverage: 'increment',
  accept: 'application/json',
  isAddress: (address) => /^[a-z0-9][a-z0-9+ -]{0,60}$/i.test(address),
  url: (tag) => `https://remoteok.com/api${tag === everything ? '' : `?tags=${encodeURIComponent(tag)}`}`,
  isBoard: false,
  isSite: false,

  recognize(link) {
    if (!['remoteok.com', 'remoteok.io'].includes(link.hostname.replace(/^www\./, '').toLowerCase()))
      return null;
    const tag = link.searchParams.get('tags') ?? /^\/remote-([a-z0-9+-]+)-jobs/i.exec(link.pathname)?.[1];
    return tag !== undefined && remoteOk.isAddress(tag) ? tag : everything;
  },

  identify: () => ({ address: everything, name: 'Remote OK' }),

  read(document) {
    const root = parseJson(document);
    if (!Array.isArray(root)) throw unreadable('The document is not a list, as Remote OK has it.');
    const jobs = root.filter((row) => !('legal' in fieldsOf(row)));
    return { rows: readRows(jobs, (job) => readJob(fieldsOf(job))), incomplete: null };
  },
};

function readJob(job: Fields): FeedRow {
  return toRow({
    externalId: job['id'],
    title: job['position'],
    companyName: job['company'],
    links: [job['url']],
    description: { format: 'html', content: textOf(job['description']) },
    places: [job['location']],
    workplace: 'remote',
    employmentType: null,
    department: null,
    pay: null,
    publishedAt: textOf(job['date']) || job['epoch'],
    deadlineAt: null,
  });
}
