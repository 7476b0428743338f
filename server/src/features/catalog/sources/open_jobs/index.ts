import type { Adapter, FeedRow } from '../adapter.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

/**
 * New postings of many employers, a day a file, without descriptions: an array of
 * `{ company, platform, jobId, title, locations, applyUrl, postedAt, firstSeenAt, scrapedAt, … }`. A posting that is
 * not in a file has not vanished, and files may be read in any order.
 */
export const openJobs: Adapter = {
  kind: 'open_jobs',
  coverage: 'increment',
  accept: 'application/json',
  isAddress: (address) => address.length <= 200,
  url: () => null,
  isBoard: false,
  isSite: false,
  recognize: () => null,
  identify: () => ({ address: 'open_jobs', name: 'Open jobs' }),

  read(document) {
    const rows = parseJson(document);
    if (!Array.isArray(rows)) throw unreadable('The document is not a list of postings.');
    return { rows: readRows(rows, (row) => readPosting(fieldsOf(row))), incomplete: null };
  },
};

function readPosting(row: Fields): FeedRow {
  const id = textOf(row['jobId']);
  return toRow({
    externalId: id === '' ? '' : `${textOf(row['platform'])}:${textOf(row['company'])}:${id}`,
    title: row['title'],
    companyName: row['company'],
    links: [row['applyUrl']],
    description: { format: 'text', content: '' },
    places: listOf(row['locations']),
    workplace: row['isRemote'] === true ? 'remote' : null,
    employmentType: row['employmentType'],
    department: row['department'],
    pay: null,
    publishedAt: textOf(row['postedAt']) || row['firstSeenAt'],
    deadlineAt: null,
    revisedAt: textOf(row['scrapedAt']) || row['firstSeenAt'],
  });
}
