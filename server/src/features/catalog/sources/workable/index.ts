import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfHost, boardOfLink, isBoardToken } from '../reading/addresses.ts';
import { joinSections } from '../reading/html.ts';
import { placeOfParts, workplaceOf } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const boardHost = 'apply.workable.com';

/**
 * What the job widget of Workable shows: everything in one document, with the fields of the documented interface 'public jobs
 * of an account'. A job in several places has a row for each of them, all with the same shortcode.
 */
export const workable: Adapter = {
  kind: 'workable',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: isBoardToken,
  url: (account) => `https://${boardHost}/api/v1/widget/accounts/${account}?details=true`,
  isBoard: true,
  isSite: false,

  recognize(link) {
    if (link.hostname !== boardHost) return boardOfHost(link, ['workable.com']);
    if (link.pathname.startsWith('/api/v1/widget/accounts/')) return boardOfLink(link.href, [boardHost], 4);
    if (link.pathname.startsWith('/api/v3/accounts/')) return boardOfLink(link.href, [boardHost], 3);
    return /^\/(?:api|j)\//.test(link.pathname) ? null : boardOfLink(link.href, [boardHost]);
  },

  identify(document) {
    const { name, jobs } = accountOf(document);
    const link = URL.parse(textOf(fieldsOf(jobs[0])['url']));
    const address = link === null ? null : workable.recognize(link);
    return address === null ? null : { address, name: name || address };
  },

  read(document, { sourceName }) {
    const { name, jobs } = accountOf(document);
    return {
      rows: readRows(jobs, (job) => readJob(fieldsOf(job), name || sourceName)),
      incomplete: null,
    };
  },
};

function accountOf(document: string): { name: string; jobs: readonly unknown[] } {
  const root = fieldsOf(parseJson(document));
  if (!Array.isArray(root['jobs'])) throw unreadable('The document has no list `jobs`, as Workable has it.');
  return { name: lineOf(root['name'], 120), jobs: root['jobs'] };
}

function readJob(job: Fields, companyName: string): FeedRow {
  const locations = listOf(job['locations'])
    .map(fieldsOf)
    .filter(({ hidden }) => hidden !== true)
    .map(({ city, region, country }) => placeOfParts(city, region, country));
  return toRow({
    externalId: textOf(job['shortcode']) || job['code'],
    title: job['title'],
    companyName,
    links: [job['url'], job['shortlink'], job['application_url']],
    description: {
      format: 'html',
      content: joinSections([
        { title: '', html: textOf(job['description']) },
        { title: 'Requirements', html: textOf(job['requirements']) },
        { title: 'Benefits', html: textOf(job['benefits']) },
      ]),
    },
    places: [...locations, placeOfParts(job['city'], job['state'], job['country'])].slice(
      0,
      locations.length || 1,
    ),
    workplace: workplaceOf(job['workplace_type']) ?? (job['telecommuting'] === true ? 'remote' : null),
    employmentType: job['employment_type'],
    department: job['department'],
    pay: null,
    publishedAt: textOf(job['published_on']) || job['created_at'],
    deadlineAt: null,
  });
}
