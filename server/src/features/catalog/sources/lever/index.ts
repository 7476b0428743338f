import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfLink, isBoardToken } from '../reading/addresses.ts';
import { escapeHtml } from '../reading/html.ts';
import { payOf, periodOf } from '../reading/pay.ts';
import { workplaceOf } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { type Fields, fieldsOf, listOf, parseJson, textOf, unreadable } from '../reading/values.ts';

const europeanHost = 'jobs.eu.lever.co';
const siteHosts = ['jobs.lever.co', europeanHost];
const interfaceHosts = ['api.lever.co', 'api.eu.lever.co'];
/** Marks a site of the European instance: `eu:site`. */
const europeanPrefix = 'eu:';

/** The postings API of Lever: an array; the company is not named, `createdAt` has milliseconds. */
export const lever: Adapter = {
  kind: 'lever',
  coverage: 'snapshot',
  accept: 'application/json',
  isAddress: (address) => isBoardToken(withoutPrefix(address)),
  url(address) {
    const host = address.startsWith(europeanPrefix) ? 'api.eu.lever.co' : 'api.lever.co';
    return `https://${host}/v0/postings/${withoutPrefix(address)}?mode=json`;
  },

  isBoard: true,
  isSite: false,

  recognize(link) {
    const site = boardOfLink(link.href, siteHosts) ?? boardOfLink(link.href, interfaceHosts, 2);
    const european = link.hostname.includes('.eu.');
    return site === null ? null : european ? `${europeanPrefix}${site}` : site;
  },

  identify(document) {
    const link = textOf(fieldsOf(postingsOf(document)[0])['hostedUrl']);
    const site = boardOfLink(link, siteHosts);
    if (site === null) return null;
    const european = URL.parse(link)?.hostname === europeanHost;
    return { address: european ? `${europeanPrefix}${site}` : site, name: site };
  },

  read(document, { sourceName }) {
    return {
      rows: readRows(postingsOf(document), (posting) => readPosting(fieldsOf(posting), sourceName)),
      incomplete: null,
    };
  },
};

function withoutPrefix(address: string): string {
  return address.startsWith(europeanPrefix) ? address.slice(europeanPrefix.length) : address;
}

function postingsOf(document: string): readonly unknown[] {
  const root = parseJson(document);
  if (!Array.isArray(root)) throw unreadable('The document is not a list of postings, as Lever has it.');
  return root;
}

function readPosting(posting: Fields, sourceName: string): FeedRow {
  const categories = fieldsOf(posting['categories']);
  const salary = fieldsOf(posting['salaryRange']);
  const all = listOf(categories['allLocations']);
  return toRow({
    externalId: posting['id'],
    title: posting['text'],
    companyName: sourceName,
    links: [posting['applyUrl'], posting['hostedUrl']],
    description: describe(posting),
    places: all.length > 0 ? all : [categories['location']],
    workplace: workplaceOf(posting['workplaceType']),
    employmentType: categories['commitment'],
    department: textOf(categories['department']) || categories['team'],
    pay: payOf({
      minimum: salary['min'],
      maximum: salary['max'],
      currency: salary['currency'],
      period: periodOf(salary['interval']),
    }),
    publishedAt: posting['createdAt'],
    deadlineAt: null,
  });
}

/** Introduction, lists and closing words, which Lever keeps apart. */
function describe(posting: Fields): { format: 'html' | 'text'; content: string } {
  const introduction = textOf(posting['description']);
  const lists = listOf(posting['lists']).map((value) => {
    const list = fieldsOf(value);
    return `<h3>${escapeHtml(textOf(list['text']))}</h3><ul>${textOf(list['content'])}</ul>`;
  });
  const parts = [introduction, ...lists, textOf(posting['additional'])].filter((part) => part !== '');
  if (parts.length > 0) return { format: 'html', content: parts.join('\n') };
  return { format: 'text', content: textOf(posting['descriptionPlain']) };
}
