import type { Workplace } from '@rolecall/contract';
import type { Adapter, FeedRow } from '../adapter.ts';
import { boardOfHost, isHostToken } from '../reading/addresses.ts';
import { placeOfParts } from '../reading/places.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { lineOf, unreadable } from '../reading/values.ts';
import { childrenOf, childText, parseXml, type XmlElement } from '../reading/xml.ts';

const domain = 'teamtailor.com';
/** Without a number the feed ends after a hundred, and does not say so. */
const pageSize = 200;
const mostPages = 25;

const remoteStatuses: ReadonlyMap<string, Workplace> = new Map([
  ['none', 'on_site'],
  ['hybrid', 'hybrid'],
  ['fully', 'remote'],
]);

/**
 * The RSS feed that every career site of Teamtailor has at `/jobs.rss`, with elements of its own for places, department and remote
 * work. A full page is followed by another one.
 */
export const teamtailor: Adapter = {
  kind: 'teamtailor',
  coverage: 'snapshot',
  accept: 'application/rss+xml, application/xml, text/xml',
  isAddress: isHostToken,
  url: (company) => pageUrl(`https://${company}.${domain}`, 0),
  isBoard: true,
  isSite: false,
  recognize: (link) => boardOfHost(link, [domain]),

  identify(document) {
    const channel = channelOf(document);
    const link = URL.parse(childText(channel, 'link'));
    const address = link === null ? null : boardOfHost(link, [domain]);
    return address === null ? null : { address, name: lineOf(childText(channel, 'title'), 120) || address };
  },

  read(document, { sourceName, address }) {
    const items = childrenOf(channelOf(document), 'item');
    const url = URL.parse(address);
    const next = Number(url?.searchParams.get('offset') ?? 0) + pageSize;
    const isFull = items.length >= pageSize;
    const isLast = next >= mostPages * pageSize;
    return {
      rows: readRows(items, (item) => readItem(item, sourceName)),
      incomplete: isFull && isLast ? `The feed has more than ${next} jobs.` : null,
      more: isFull && !isLast && url !== null ? [pageUrl(url.origin, next)] : [],
    };
  },
};

const pageUrl = (origin: string, offset: number): string =>
  `${origin}/jobs.rss?per_page=${pageSize}&offset=${offset}`;

function channelOf(document: string): XmlElement {
  const root = parseXml(document);
  const [channel] = childrenOf(root, 'channel');
  if (root.name !== 'rss' || channel === undefined) {
    throw unreadable('The document is no RSS feed, as Teamtailor has it.');
  }
  return channel;
}

function readItem(item: XmlElement, sourceName: string): FeedRow {
  const locations = childrenOf(item, 'tt:locations').flatMap((all) => childrenOf(all, 'tt:location'));
  return toRow({
    externalId: childText(item, 'guid'),
    title: childText(item, 'title'),
    companyName: sourceName,
    links: [childText(item, 'link')],
    description: { format: 'html', content: childText(item, 'description') },
    places: locations.map(
      (location) =>
        placeOfParts(childText(location, 'tt:city'), childText(location, 'tt:country')) ||
        childText(location, 'tt:name'),
    ),
    workplace: remoteStatuses.get(childText(item, 'remoteStatus').toLowerCase()) ?? null,
    employmentType: null,
    department: childText(item, 'tt:department'),
    pay: null,
    publishedAt: childText(item, 'pubDate'),
    deadlineAt: null,
  });
}
