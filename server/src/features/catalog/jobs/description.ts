import { compile } from 'html-to-text';
import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

/** A description as somebody wrote it. `unknown` is Markdown or HTML, told apart by its block elements. */
export interface RawDescription {
  readonly format: 'html' | 'markdown' | 'text' | 'unknown';
  readonly content: string;
}

export interface Description {
  /** Sanitized: safe to be shown as it is. */
  readonly html: string;
  /** The same without markup, for search and matching. */
  readonly text: string;
}

/** A longer description is cut; the longest real ones have about 30,000 characters. */
const maximumLength = 200_000;
/** Escaped at most so often, as feeds are found to do. */
const maximumEscapes = 3;

const allowedProtocols = new Set(['http:', 'https:', 'mailto:']);
const blockElement = /<(?:p|div|ul|ol|li|h[1-6]|br|table|section|article)\b[^>]*>/i;
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

/** Turns a description into sanitized HTML and plain text. */
export function readDescription(raw: RawDescription): Description {
  const content = cleanText(raw.content.slice(0, maximumLength));
  const html = sanitizeHtml(toHtml(content, raw.format), sanitizerOptions).trim();
  return { html, text: html === '' ? '' : toPlainText(html).trim() };
}

/** Text without NUL and lone surrogates, neither of which PostgreSQL can store. */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** First words of a text on one line. */
export function excerptOf(text: string, length = 220): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).toWellFormed()}…`;
}

function toHtml(content: string, format: RawDescription['format']): string {
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

function parseMarkdown(content: string): string {
  return marked.parse(content, { async: false });
}

function paragraphs(content: string): string {
  return content
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
    .join('');
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/** Undoes the escaping of whole documents, as Greenhouse does it; a single `&lt;` in real markup stays. */
function unescaped(content: string): string {
  let html = content;
  for (let times = 0; times < maximumEscapes; times++) {
    if (anyElement.test(html) || !escapedElement.test(html)) break;
    html = html.replace(/&(lt|gt|quot|amp|apos|#39|#x27);/gi, (entity, name: string) => {
      return characters[name.toLowerCase()] ?? entity;
    });
  }
  return html;
}

const characters: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};

function safeAddress(href: string | undefined): string | null {
  if (href === undefined) return null;
  const url = URL.parse(href.trim());
  return url !== null && allowedProtocols.has(url.protocol) ? url.href : null;
}
