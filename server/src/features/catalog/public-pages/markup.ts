/** Markup that is safe to put into a document. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | null | undefined | readonly Part[];

/**
 * Markup with values, each of which is escaped for text and for attributes in quotes; markup and lists of it are put in
 * as they are, and nothing where there is nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = strings[0] ?? '';
  for (const [index, part] of parts.entries()) markup += toMarkup(part) + (strings[index + 1] ?? '');
  return { markup };
}

/** What has been made harmless already. */
export const trusted = (markup: string): Markup => ({ markup });

export const nothing: Markup = { markup: '' };

function toMarkup(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  if (isList(part)) return part.map(toMarkup).join('');
  return part.markup;
}

const isList = (part: Markup | readonly Part[]): part is readonly Part[] => Array.isArray(part);

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

const special = /[&<>"'\p{Cc}\ufffe\uffff]/u;
const spaces = new Set(['\t', '\n', '\r']);

/** Escapes a text for HTML and XML. What XML cannot hold at all is left out. */
export function escapeMarkup(text: string): string {
  // Most of what is put into a page has none of it.
  if (!special.test(text)) return text;
  return text
    .replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? character)
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, (character) => (spaces.has(character) ? character : ''));
}

const inScript = new Map([
  ['<', '\\u003c'],
  ['>', '\\u003e'],
  ['&', '\\u0026'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
]);

/** A value as JSON that no markup can end, for a `<script>` that holds data. */
export const scriptJson = (value: unknown): Markup => ({
  markup: JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => inScript.get(character) ?? character,
  ),
});
