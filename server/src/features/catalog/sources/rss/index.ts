import type { Adapter, FeedRow } from '../adapter.ts';
import { decodeEntities } from '../reading/entities.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { lineOf, textOf, unreadable } from '../reading/values.ts';
import { childrenOf, childText, parseXml, type XmlElement } from '../reading/xml.ts';

/**
 * Feeds in RSS 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0 or Atom (RFC 4287) with a job an entry. Feeds have no fields
 * for what jobs are about, so those that job boards have agreed on are read: `company`, `location`, `job_type` and the like, with
 * the prefixes of their programs. A feed has the newest entries only.
 */
export const rss: Adapter = {
  kind: 'rss',
  coverage: 'increment',
  accept: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9',
  isAddress: (address) => /^https?:\/\//i.test(address) && URL.canParse(address),
  url: (address) => (rss.isAddress(address) ? address : null),
  isBoard: false,
  isSite: false,
  recognize: (link) =>
    /\.(?:rss|atom)$|\/(?:rss|atom|feed)(?:\.xml)?\/?$/i.test(link.pathname) ? link.href : null,
  identify: () => null,

  read(document, { sourceName, address }) {
    const entries = entriesOf(document);
    const titles = titleReader(entries.map((entry) => childText(entry, 'title')));
    const base = rss.isAddress(address) ? address : undefined;
    return {
      rows: readRows(entries, (entry) => readEntry(entry, titles, sourceName, base)),
      incomplete: null,
    };
  },
};

function entriesOf(document: string): readonly XmlElement[] {
  const root = parseXml(document);
  const local = root.name.replace(/^.*:/, '').toLowerCase();
  if (local === 'rss') return childrenOf(root, 'channel').flatMap((channel) => childrenOf(channel, 'item'));
  if (local === 'rdf') return childrenOf(root, 'item');
  if (local === 'feed') return childrenOf(root, 'entry');
  throw unreadable('The document is no feed in RSS or Atom.');
}

interface Title {
  readonly title: string;
  readonly company: string;
}

type TitleReader = (title: string) => Title;

const separators = [': ', ' at ', ' @ '] as const;
/** Of fewer entries it cannot be told that what is alike in their titles means anything. */
const leastEntries = 3;

/**
 * Boards put the employer into the title: 'Acme: Cook', or 'Cook at Acme'. That is believed when every title of the feed has
 * it.
 */
function titleReader(titles: readonly string[]): TitleReader {
  const plain: TitleReader = (title) => ({ title, company: '' });
  if (titles.length < leastEntries) return plain;
  const separator = separators.find((one) => titles.every((title) => title.includes(one)));
  if (separator === undefined) return plain;
  return (text) => {
    const line = lineOf(text, 500);
    const isFirst = separator === ': ';
    const index = isFirst ? line.indexOf(separator) : line.lastIndexOf(separator);
    if (index <= 0) return plain(line);
    const [before, after] = [line.slice(0, index), line.slice(index + separator.length)];
    return isFirst ? { title: after, company: before } : { title: before, company: after };
  };
}

const prefixes = ['', 'job_listing:', 'job:', 'jobs:', 'g:'] as const;

/** The first field of these names that has a text, under whichever prefix. */
function fieldOf(entry: XmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    for (const prefix of prefixes) {
      const text = childText(entry, `${prefix}${name}`);
      if (text !== '') return text;
    }
  }
  return '';
}

function readEntry(
  entry: XmlElement,
  titles: TitleReader,
  sourceName: string,
  base: string | undefined,
): FeedRow {
  const { title, company } = titles(decodeEntities(childText(entry, 'title')));
  const link = linkOf(entry);
  const html =
    childText(entry, 'content:encoded') ||
    childText(entry, 'description') ||
    childText(entry, 'content') ||
    childText(entry, 'summary');
  return toRow({
    externalId: childText(entry, 'guid') || childText(entry, 'id') || link,
    title,
    companyName:
      fieldOf(entry, 'company', 'company_name', 'employer', 'hiringOrganization') || company || sourceName,
    links: [link, childText(entry, 'guid')],
    ...(base === undefined ? {} : { base }),
    description: { format: 'unknown', content: html },
    places: [fieldOf(entry, 'location', 'job_location', 'region', 'city', 'country')],
    workplace: null,
    employmentType: fieldOf(entry, 'job_type', 'jobtype', 'employment_type', 'type'),
    department: fieldOf(entry, 'department', 'job_category'),
    pay: null,
    publishedAt:
      childText(entry, 'pubDate') ||
      childText(entry, 'published') ||
      childText(entry, 'dc:date') ||
      childText(entry, 'updated'),
    deadlineAt: fieldOf(entry, 'expires', 'expiration_date', 'closing_date', 'application_deadline'),
  });
}

/** The text of RSS, or of Atom the attribute of the link that leads to the entry itself. */
function linkOf(entry: XmlElement): string {
  const links = childrenOf(entry, 'link');
  const text = links.map((link) => textOf(link.text)).find((one) => one !== '');
  if (text !== undefined) return text;
  const alternate =
    links.find((link) => (link.attributes.get('rel') ?? 'alternate') === 'alternate') ?? links[0];
  return textOf(alternate?.attributes.get('href'));
}
