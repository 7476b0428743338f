import { load } from 'cheerio';
import { deepestElement } from '../../../../platform/nesting/index.ts';
import {
  type Fields,
  fieldsOf,
  listOf,
  listOrOne,
  parseJson,
  textOf,
  unreadable,
} from '../reading/values.ts';
import { childrenOf, childText, parseXml } from '../reading/xml.ts';
import { linksOf } from './links.ts';
import { readMicrodata } from './microdata.ts';
import { createReferences } from './references.ts';

const maximumDepth = 8;
const maximumScripts = 1_000;

/** The postings of a document, with what could not be read in between. */
export interface PostingDocument {
  readonly rows: readonly unknown[];
  /** Scripts of the page that are not valid JSON, so that their postings are unknown. */
  readonly brokenScripts: number;
  /** Addresses of further documents that have postings, or may have some. */
  readonly more: readonly string[];
}

/**
 * Finds JobPosting objects in a JSON feed, JSON-LD, a page with JSON-LD or microdata, and the pages that a sitemap or a list
 * names. A page that has none leads to the pages below it.
 *
 * @param address where it came from; null for a file, which leads nowhere
 * @throws {ApplicationError} `source_unreadable` for the first document of a source when it has none and leads nowhere
 */
export function postingsOf(document: string, address: URL | null = null, isFirst = true): PostingDocument {
  const start = document.trimStart();
  if (!start.startsWith('<')) return { rows: ofFeed(document), brokenScripts: 0, more: [] };
  return /^(?:<\?xml[^>]*>|<!--|\s)*<(?:urlset|sitemapindex)\b/i.test(start.slice(0, 2_000))
    ? ofSitemap(document, address)
    : ofPage(document, address, isFirst);
}

/** What employers call the pages of their postings. */
const jobPath =
  /job|career|karriere|stelle|vacanc|vakanz|position|opening|emploi|offre|recrut|carriere|empleo|trabaj|vacante|work-with|join-us/i;

/** The pages of a sitemap (https://www.sitemaps.org/protocol.html) that by their names may be postings, or else all; it speaks of its own host alone. */
function ofSitemap(document: string, address: URL | null): PostingDocument {
  const root = parseXml(document);
  const isIndex = root.name === 'sitemapindex';
  const locations = childrenOf(root, isIndex ? 'sitemap' : 'url').flatMap((entry) => {
    const url = URL.parse(childText(entry, 'loc'));
    return url !== null && url.host === address?.host ? [url] : [];
  });
  const named = locations.filter((url) => jobPath.test(url.pathname));
  const chosen = named.length > 0 ? named : locations;
  return { rows: [], brokenScripts: 0, more: chosen.map(({ href }) => href) };
}

/** Elements in each other; the parser takes the square of their number, and a page has some dozen. */
const deepestPage = 1_000;

function ofPage(html: string, address: URL | null, isFirst: boolean): PostingDocument {
  if (deepestElement(html) > deepestPage) {
    throw unreadable(`The page has more than ${deepestPage} elements in each other.`);
  }
  // The parser throws at half of a character outside of the first plane.
  const $ = load(html.toWellFormed());
  const values: unknown[] = [];
  let brokenScripts = 0;
  const scripts = $('script[type*="application/ld+json" i]')
    .filter((_index, script) => isJsonLd($(script).attr('type') ?? ''))
    .slice(0, maximumScripts);
  for (const script of scripts) {
    const json = withoutWrapper($(script).text());
    // A template that had nothing to say leaves an empty script, which tells of no posting.
    if (json === '') continue;
    try {
      values.push(parseJson(json));
    } catch {
      brokenScripts += 1;
    }
  }
  const references = createReferences(values);
  const linked = values.flatMap((value) => typedPostings(value, 0)).map(references.resolve);
  // A page that says it both ways says the same.
  const rows = linked.length > 0 ? linked : readMicrodata($);
  const named = rows.length > 0 || address === null ? [] : listedIn(values, address);
  const more =
    named.length > 0 || rows.length > 0 || address === null || !isFirst ? named : linksOf($, address);
  if (isFirst && rows.length === 0 && brokenScripts === 0 && scripts.length === 0 && more.length === 0) {
    throw unreadable('The page has no JobPosting, as JSON-LD or microdata, and no pages below it.');
  }
  return { rows, brokenScripts, more };
}

/** A media type may have parameters (RFC 9110, 8.3.1). */
const isJsonLd = (type: string): boolean =>
  type.split(';', 1)[0]?.trim().toLowerCase() === 'application/ld+json';

const wrapperStarts = ['//', '/*', '*/', '<!--', '<![CDATA[', '\ufeff'];
const wrapperEnds = ['//', '/*', '*/', '-->', ']]>', ';'];

/** A script without the comments by which pages hide it from old browsers and from readers of XML. */
function withoutWrapper(script: string): string {
  let json = script.trim();
  for (let start: string | undefined = ''; start !== undefined; ) {
    json = json.slice(start.length).trimStart();
    start = wrapperStarts.find((one) => json.startsWith(one));
  }
  for (let end: string | undefined = ''; end !== undefined; ) {
    json = json.slice(0, json.length - end.length).trimEnd();
    end = wrapperEnds.find((one) => json.endsWith(one));
  }
  return json;
}

/** In a feed the rows of the list are postings, whether or not they say so; in a graph only those that say so. */
function ofFeed(document: string): readonly unknown[] {
  const root = parseJson(document);
  const { resolve } = createReferences([root]);
  if (Array.isArray(root))
    return root.flatMap((value) => (hasOtherType(value) ? typedPostings(value, 0) : [value])).map(resolve);
  const fields = fieldsOf(root);
  if (Array.isArray(fields['jobs'])) return fields['jobs'];
  if (isPosting(fields) || '@graph' in fields || '@type' in fields)
    return typedPostings(root, 0).map(resolve);
  throw unreadable('The document is no JobPosting, no list of them, and has neither `jobs` nor `@graph`.');
}

/** Where an object holds others. */
function innerOf(fields: Fields): readonly unknown[] {
  return [
    ...listOf(fields['@graph']),
    ...listOrOne(fields['itemListElement']),
    ...listOrOne(fields['item']),
    ...listOrOne(fields['mainEntity']),
  ];
}

/** JobPosting objects anywhere in graphs and item lists. */
function typedPostings(value: unknown, depth: number): unknown[] {
  if (depth > maximumDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => typedPostings(item, depth + 1));
  const fields = fieldsOf(value);
  if (isPosting(fields)) return [fields];
  return innerOf(fields).flatMap((item) => typedPostings(item, depth + 1));
}

/** The pages that item lists name without saying what is on them. */
function listedIn(value: unknown, base: URL, depth = 0): string[] {
  if (depth > maximumDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => listedIn(item, base, depth + 1));
  const fields = fieldsOf(value);
  const isListItem = listOrOne(fields['@type']).includes('ListItem');
  const link = isListItem ? textOf(fields['url']) || textOf(fields['item']) : '';
  const url = link === '' ? null : URL.parse(link, base.href);
  if (url !== null) return url.host === base.host ? [url.href] : [];
  // A trail of breadcrumbs is a list too.
  if (listOrOne(fields['@type']).includes('BreadcrumbList')) return [];
  return innerOf(fields).flatMap((item) => listedIn(item, base, depth + 1));
}

function isPosting(fields: Fields): boolean {
  return listOrOne(fields['@type']).some(
    (type) => typeof type === 'string' && /(?:^|[/:])JobPosting$/.test(type),
  );
}

function hasOtherType(value: unknown): boolean {
  const fields = fieldsOf(value);
  return '@graph' in fields || ('@type' in fields && !isPosting(fields));
}
