import type { Adapter, FeedContext, FeedRow } from '../adapter.ts';
import { boardOfHost, isHostToken } from '../reading/addresses.ts';
import { joinSections } from '../reading/html.ts';
import { readRows, toRow } from '../reading/rows.ts';
import { lineOf, textOf, unreadable } from '../reading/values.ts';
import { childrenOf, childText, parseXml, type XmlElement } from '../reading/xml.ts';

const domains = ['jobs.personio.de', 'jobs.personio.com'] as const;
/** Marks a board that is under `.com`: `com:board`. */
const internationalPrefix = 'com:';

/**
 * The XML feed of Personio (https://support.personio.de/hc/en-us/articles/207576365). A position has no link; its page is
 * `/job/<id>` of the board. Sections of its text have a `name` of their own, beside the `name` of the position. An unknown
 * board leads to a page about Personio.
 */
export const personio: Adapter = {
  kind: 'personio',
  coverage: 'snapshot',
  accept: 'application/xml, text/xml',
  isAddress: (address) => isHostToken(withoutPrefix(address)),
  url: (address) => `https://${hostOf(address)}/xml`,
  isBoard: true,
  isSite: false,

  recognize(link) {
    const board = boardOfHost(link, domains);
    if (board === null) return null;
    return link.hostname.endsWith('.com') ? `${internationalPrefix}${board}` : board;
  },

  identify: () => null,

  read(document, context) {
    const root = parseXml(document);
    if (root.name !== 'workzag-jobs') {
      throw unreadable('The document has no element `workzag-jobs`, as Personio has it.');
    }
    const origin = originOf(context);
    return {
      rows: readRows(childrenOf(root, 'position'), (position) =>
        readPosition(position, context.sourceName, origin),
      ),
      incomplete: null,
    };
  },
};

const withoutPrefix = (address: string): string =>
  address.startsWith(internationalPrefix) ? address.slice(internationalPrefix.length) : address;

function hostOf(address: string): string {
  const domain = address.startsWith(internationalPrefix) ? domains[1] : domains[0];
  return `${withoutPrefix(address)}.${domain}`;
}

/** Where the positions have their pages; a file belongs to the board by whose name it is read. */
function originOf({ address }: FeedContext): string | null {
  const url = URL.parse(address);
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.origin;
  return personio.isAddress(address) ? `https://${hostOf(address)}` : null;
}

function readPosition(position: XmlElement, sourceName: string, origin: string | null): FeedRow {
  const id = childText(position, 'id');
  const sections = childrenOf(position, 'jobDescriptions').flatMap((all) =>
    childrenOf(all, 'jobDescription'),
  );
  const offices = childrenOf(position, 'additionalOffices').flatMap((all) => childrenOf(all, 'office'));
  return toRow({
    externalId: id,
    title: childText(position, 'name'),
    companyName: lineOf(childText(position, 'subcompany'), 200) || sourceName,
    links: [origin === null || id === '' ? null : `${origin}/job/${encodeURIComponent(id)}`],
    description: {
      format: 'html',
      content: joinSections(
        sections.map((section) => ({
          title: lineOf(childText(section, 'name'), 200),
          html: childText(section, 'value'),
        })),
      ),
    },
    places: [childText(position, 'office'), ...offices.map(({ text }) => textOf(text))],
    workplace: null,
    employmentType: [childText(position, 'employmentType'), childText(position, 'schedule')],
    department: childText(position, 'department') || childText(position, 'recruitingCategory'),
    pay: null,
    publishedAt: childText(position, 'createdAt'),
    deadlineAt: null,
  });
}
