import type { Adapter, FeedContext, FeedRow } from '../adapter.ts';
import { boardOfLink, isBoardToken } from '../reading/addresses.ts';
import { joinSections } from '../reading/html.ts';
import { placeOfParts } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, lineOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const boardHosts = ['jobs.smartrecruiters.com', 'careers.smartrecruiters.com'];
const interfaceHost = 'api.smartrecruiters.com';
const pageSize = 100;
const sectionNames = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation'];

/**
 * The Posting API of SmartRecruiters (https://developers.smartrecruiters.com/docs/posting-api): pages of a hundred, whose
 * postings have no text; that is in a document for each. An unknown company is answered like one without postings.
 */
export const smartRecruiters: Adapter = {
  kind: 'smartrecruiters',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: isBoardToken,
  url: (company) => pageUrl(company, 0),
  isBoard: true,
  isSite: false,
  recognize: (link) => boardOfLink(link.href, boardHosts) ?? boardOfLink(link.href, [interfaceHost], 2),

  identify(document) {
    const { identifier, name } = fieldsOf(fieldsOf(pageOf(document).postings[0])['company']);
    const address = textOf(identifier);
    return isBoardToken(address) ? { address, name: lineOf(name, 120) || address } : null;
  },

  read(document, context) {
    const { postings, total, offset } = pageOf(document);
    const next = offset + postings.length;
    const company = companyOf(context);
    return {
      rows: readRows(postings, (posting) => readPosting(fieldsOf(posting), context)),
      incomplete:
        postings.length === 0 && offset < total
          ? `The board has ${total} postings, the pages hold ${offset}.`
          : null,
      more: company !== null && postings.length > 0 && next < total ? [pageUrl(company, next)] : [],
    };
  },

  readDetail(document, posting) {
    const fields = fieldsOf(parseJson(document));
    if (fields['active'] === false) return { skip: 'gone', detail: 'it is no longer active' };
    const sections = fieldsOf(fieldsOf(fields['jobAd'])['sections']);
    const content = joinSections(
      sectionNames.map((name) => {
        const section = fieldsOf(sections[name]);
        return { title: lineOf(section['title'], 200), html: textOf(section['text']) };
      }),
    );
    if (content === '') return { skip: 'invalid', detail: 'its document has no text' };
    return { posting: { ...posting, description: { format: 'html', content } } };
  },
};

function pageUrl(company: string, offset: number): string {
  return `https://${interfaceHost}/v1/companies/${company}/postings?limit=${pageSize}&offset=${offset}`;
}

function pageOf(document: string): { postings: readonly unknown[]; total: number; offset: number } {
  const root = fieldsOf(parseJson(document));
  if (!Array.isArray(root['content'])) {
    throw unreadable('The document has no list `content`, as SmartRecruiters has it.');
  }
  const numberOf = (name: string) => {
    const value = root[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  return { postings: root['content'], total: numberOf('totalFound'), offset: numberOf('offset') };
}

/** The company in the address of a page; a file has none. */
const companyOf = ({ address }: FeedContext): string | null =>
  /\/companies\/([^/]+)\/postings/.exec(URL.parse(address)?.pathname ?? '')?.[1] ?? null;

function readPosting(posting: Fields, context: FeedContext): FeedRow {
  const location = fieldsOf(posting['location']);
  const company = fieldsOf(posting['company']);
  const employment = fieldsOf(posting['typeOfEmployment']);
  const id = encodeURIComponent(lineOf(posting['id'], 100));
  const board = companyOf(context);
  const owner = textOf(company['identifier']) || (board ?? '');
  const row = toRow({
    externalId: posting['id'],
    title: posting['name'],
    companyName: lineOf(company['name'], 200) || context.sourceName,
    links: [isBoardToken(owner) && id !== '' ? `https://jobs.smartrecruiters.com/${owner}/${id}` : null],
    description: { format: 'text', content: '' },
    places: [
      textOf(location['fullLocation']) ||
        placeOfParts(location['city'], location['region'], textOf(location['country']).toUpperCase()),
    ],
    workplace: location['hybrid'] === true ? 'hybrid' : location['remote'] === true ? 'remote' : null,
    employmentType: [employment['label'], employment['id']],
    department: textOf(fieldsOf(posting['department'])['label']) || fieldsOf(posting['function'])['label'],
    pay: null,
    publishedAt: posting['releasedDate'],
    deadlineAt: null,
  });
  if ('skip' in row || board === null) return row;
  return { ...row, detail: `https://${interfaceHost}/v1/companies/${board}/postings/${id}` };
}
