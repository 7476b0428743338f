import { withoutTurns } from '@rolecall/contract/constants';
import { cleanText } from '../../../platform/text/index.ts';

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
export const maximumLength = 200_000;
/** As long as that is what is left of one that cannot be rendered. */
const maximumPlainLength = 50_000;

/** First words of a text on one line. */
export function excerptOf(text: string, length = 220): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).toWellFormed()}…`;
}

/** A description by its words alone, in paragraphs. It takes time in proportion to its length, whatever it says. */
export function plainDescription({ format, content }: RawDescription): Description {
  const cut = withoutTurns(cleanText(content.slice(0, maximumPlainLength)));
  const text = (format === 'html' || format === 'unknown' ? withoutTags(cut) : cut)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return { html: paragraphs(text), text };
}

const longestWord = 300;

/**
 * A text as it is stored. PostgreSQL takes the square of the length of a word with underscores, which could be the name of a
 * host, so that very long ones are parted there.
 */
export function storedText(text: string): string {
  if (!text.includes('_')) return text;
  return text
    .split('\n')
    .map((line) =>
      line
        .split(' ')
        .map((word) => (word.length > longestWord ? word.replaceAll('_', ' ') : word))
        .join(' '),
    )
    .join('\n');
}

/** What stands between tags; nothing is looked at twice. */
function withoutTags(html: string): string {
  const parts: string[] = [];
  let end = 0;
  while (end < html.length) {
    const start = html.indexOf('<', end);
    const close = start === -1 ? -1 : html.indexOf('>', start);
    if (close === -1) break;
    parts.push(html.slice(end, start));
    end = close + 1;
  }
  parts.push(html.slice(end));
  return parts.join(' ');
}

/** HTML of a plain text: a paragraph for what empty lines part. */
export function paragraphs(content: string): string {
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
