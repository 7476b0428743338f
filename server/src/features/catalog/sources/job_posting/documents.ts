import { load } from 'cheerio';
import { deepestElement } from '../../../../platform/nesting/index.ts';
import { type Fields, fieldsOf, listOf, listOrOne, parseJson, unreadable } from '../reading/values.ts';

const maximumDepth = 8;
const maximumScripts = 1_000;

/** The postings of a document, with what could not be read in between. */
export interface PostingDocument {
  readonly rows: readonly unknown[];
  /** Scripts of the page that are not valid JSON, so that their postings are unknown. */
  readonly brokenScripts: number;
}

/** Finds JobPosting objects in a JSON feed, JSON-LD or a page with JSON-LD. */
export function postingsOf(document: string): PostingDocument {
  return document.trimStart().startsWith('<')
    ? ofPage(document)
    : { rows: ofFeed(document), brokenScripts: 0 };
}

/** Elements in each other; the parser takes the square of their number, and a page has some dozen. */
const deepestPage = 1_000;

function ofPage(html: string): PostingDocument {
  if (deepestElement(html) > deepestPage) {
    throw unreadable(`The page has more than ${deepestPage} elements in each other.`);
  }
  const $ = load(html);
  const found: (readonly unknown[])[] = [];
  let brokenScripts = 0;
  const scripts = $('script[type*="application/ld+json" i]')
    .filter((_index, script) => isJsonLd($(script).attr('type') ?? ''))
    .slice(0, maximumScripts);
  for (const script of scripts) {
    const json = withoutWrapper($(script).text());
    // A template that had nothing to say leaves an empty script, which tells of no posting.
    if (json === '') continue;
    try {
      found.push(typedPostings(parseJson(json), 0));
    } catch {
      brokenScripts += 1;
    }
  }
  const rows = found.flat();
  if (rows.length === 0 && brokenScripts === 0 && scripts.length === 0) {
    throw unreadable('The page has no JSON-LD (script of type application/ld+json).');
  }
  return { rows, brokenScripts };
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
  if (Array.isArray(root))
    return root.flatMap((value) => (hasOtherType(value) ? typedPostings(value, 0) : [value]));
  const fields = fieldsOf(root);
  if (Array.isArray(fields['jobs'])) return fields['jobs'];
  if (isPosting(fields) || '@graph' in fields || '@type' in fields) return typedPostings(root, 0);
  throw unreadable('The document is no JobPosting, no list of them, and has neither `jobs` nor `@graph`.');
}

/** JobPosting objects anywhere in graphs and item lists. */
function typedPostings(value: unknown, depth: number): unknown[] {
  if (depth > maximumDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => typedPostings(item, depth + 1));
  const fields = fieldsOf(value);
  if (isPosting(fields)) return [fields];
  const inner = [
    ...listOf(fields['@graph']),
    ...listOrOne(fields['itemListElement']),
    ...listOrOne(fields['item']),
    ...listOrOne(fields['mainEntity']),
  ];
  return inner.flatMap((item) => typedPostings(item, depth + 1));
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
