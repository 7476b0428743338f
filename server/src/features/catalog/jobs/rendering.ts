import { withoutTurns } from '@rolecall/contract/constants';
import { compile } from 'html-to-text';
import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { deepestElement, measureMarkdown } from '../../../platform/nesting/index.ts';
import { cleanText } from '../../../platform/text/index.ts';
import {
  type Description,
  maximumLength,
  paragraphs,
  plainDescription,
  type RawDescription,
} from './plain-description.ts';

/** Escaped at most so often, as feeds are found to do. */
const maximumEscapes = 3;

const allowedProtocols = new Set(['http:', 'https:', 'mailto:']);
const blockElement = /<(?:p|div|ul|ol|li|h[1-6]|br|table|section|article)\b[^<>]*>/i;
const anyElement = /<\/?[a-z][^<>]*>/i;
const escapedElement = /&(?:amp;)*lt;\/?[a-z]/i;

const marked = new Marked({ gfm: true, breaks: false, async: false });

const sanitizerOptions: sanitizeHtml.IOptions = {
  allowedTags: (
    'p div br hr h2 h3 h4 ul ol li dl dt dd strong b em i u s sub sup blockquote pre code a ' +
    'table thead tbody tr th td'
  ).split(' '),
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title', 'svg', 'math'],
  nestingLimit: 40,
  transformTags: {
    // The page that shows it has the only first heading.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: (_tag, attributes) => {
      const href = safeAddress(attributes['href']);
      return { tagName: 'a', attribs: href === null ? {} : { href, rel: 'noopener nofollow' } };
    },
  },
};

const toPlainText = compile({
  wordwrap: false,
  limits: { maxInputLength: maximumLength * 2, maxDepth: 60 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'ul', options: { itemPrefix: '• ' } },
  ],
});

/** Elements in each other, marks in one paragraph and blocks in each other that a text made for people never has. */
const mostElementsDeep = 200;
const mostMarks = 1_000;
const mostBlocksDeep = 20;

/**
 * Turns a description into sanitized HTML and plain text; one that is nested too deep keeps its text alone. It runs in a
 * thread: what these parsers take for a hostile text has no bound that anybody knows.
 */
export function renderDescription(raw: RawDescription): Description {
  const content = cleanText(raw.content.slice(0, maximumLength));
  const given = toHtml(content, raw.format);
  if (given === null || deepestElement(given) > mostElementsDeep) return plainDescription(raw);
  // Behind the sanitizer, which reads what was written as an entity.
  const html = withoutTurns(sanitizeHtml(given, sanitizerOptions)).trim();
  return { html, text: html === '' ? '' : toPlainText(html).trim() };
}

/** Null: it is nested too deep. */
function toHtml(content: string, format: RawDescription['format']): string | null {
  switch (format) {
    case 'html':
      return unescaped(content);
    case 'markdown':
      return parseMarkdown(content);
    case 'text':
      return paragraphs(content);
    case 'unknown': {
      const html = unescaped(content);
      return blockElement.test(html) ? html : parseMarkdown(content);
    }
  }
}

function parseMarkdown(content: string): string | null {
  const { depth, marks } = measureMarkdown(content);
  return depth > mostBlocksDeep || marks > mostMarks ? null : marked.parse(content, { async: false });
}

/** Undoes the escaping of whole documents, as Greenhouse does it; a single `&lt;` in real markup stays. */
function unescaped(content: string): string {
  let html = content;
  for (let times = 0; times < maximumEscapes; times++) {
    if (anyElement.test(html) || !escapedElement.test(html)) break;
    html = html.replace(/&(lt|gt|quot|amp|apos|#39|#x27);/gi, (entity, name: string) => {
      return characters.get(name.toLowerCase()) ?? entity;
    });
  }
  return html;
}

const characters: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
  ['apos', "'"],
  ['#39', "'"],
  ['#x27', "'"],
]);

function safeAddress(href: string | undefined): string | null {
  if (href === undefined) return null;
  const url = URL.parse(href.trim());
  return url !== null && allowedProtocols.has(url.protocol) ? url.href : null;
}
