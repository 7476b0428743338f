import type { Adapter, FeedContext, FeedRow } from '../adapter.ts';
import { payOf } from '../reading/pay.ts';
import { placeOfParts } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';
import { currencyOf, readSearch, searchOfLink } from './search-address.ts';

/** Where the interface is; who fetches it adds the keys of the instance, which no source has. */
export const adzunaOrigin = 'https://api.adzuna.com';
const basePath = '/v1/api';
const pageSize = 50;
/** So many pages of one search are read at a time, since the calls of a day are few. */
const mostPages = 10;

/**
 * The search of Adzuna (https://developer.adzuna.com/docs/search), the newest jobs first. Descriptions end after 500
 * characters; the whole text is behind `redirect_url`, which has to be the link. Most pay is predicted and is never read.
 */
export const adzuna: Adapter = {
  kind: 'adzuna',
  coverage: 'increment',
  accept: 'application/json',
  isAddress: (address) => readSearch(address) !== null,
  url(address) {
    const search = readSearch(address);
    return search === null ? null : pageUrl(search.country, search.parameters, 1);
  },
  isBoard: false,
  isSite: false,
  recognize: searchOfLink,
  identify: () => null,

  read(document, context) {
    const root = fieldsOf(parseJson(document));
    if (!Array.isArray(root['results'])) {
      throw unreadable(faultOf(root) ?? 'The document has no list `results`, as Adzuna has it.');
    }
    const { country, page, url } = searchedBy(context);
    const total = typeof root['count'] === 'number' ? root['count'] : 0;
    const hasMore = root['results'].length > 0 && page * pageSize < total && page < mostPages;
    return {
      rows: readRows(root['results'], (job) => readJob(fieldsOf(job), country)),
      incomplete: null,
      more: hasMore && url !== null ? [pageUrl(country, url.searchParams, page + 1)] : [],
    };
  },
};

function pageUrl(country: string, parameters: URLSearchParams, page: number): string {
  const query = new URLSearchParams(parameters);
  query.set('results_per_page', String(pageSize));
  query.set('sort_by', 'date');
  return `${adzunaOrigin}${basePath}/jobs/${country}/search/${page}?${query}`;
}

function searchedBy({ address }: FeedContext): { country: string; page: number; url: URL | null } {
  const url = URL.parse(address);
  const [, country = '', page = '1'] =
    /\/jobs\/([a-z]{2})\/search\/(\d{1,4})$/.exec(url?.pathname ?? '') ?? [];
  return { country, page: Number(page), url };
}

/** What Adzuna says of a fault. */
function faultOf(root: Fields): string | null {
  const exception = textOf(root['exception']).slice(0, 100);
  return exception === '' ? null : `Adzuna answers ${exception}: ${textOf(root['display']).slice(0, 200)}`;
}

function readJob(job: Fields, country: string): FeedRow {
  const location = fieldsOf(job['location']);
  const areas = listOf(location['area']).map(textOf).reverse();
  const isPredicted = textOf(job['salary_is_predicted']) !== '0';
  const link = textOf(job['redirect_url']);
  const row = toRow({
    externalId: job['id'],
    title: textOf(job['title']).replace(/<\/?strong>/gi, ''),
    companyName: fieldsOf(job['company'])['display_name'],
    links: [link],
    description: { format: 'unknown', content: textOf(job['description']) },
    places: [placeOfParts(...areas) || location['display_name']],
    workplace: null,
    employmentType: [job['contract_type'] === 'contract' ? 'contract' : null, job['contract_time']],
    department: fieldsOf(job['category'])['label'],
    pay: isPredicted
      ? null
      : payOf({
          minimum: job['salary_min'],
          maximum: job['salary_max'],
          currency: currencyOf(country),
          period: 'year',
        }),
    publishedAt: job['created'],
    deadlineAt: null,
  });
  if ('skip' in row) return row;
  // The link has another mark of the search in each answer.
  return { ...row, linkIdentity: link.split('?', 1)[0] ?? link };
}
