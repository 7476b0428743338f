import { withoutInvisible, withoutTurns } from '@rolecall/contract';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import { measureJson } from '../../../../platform/nesting/index.ts';
import { cleanText } from '../../../../platform/text/index.ts';

export type Fields = Readonly<Record<string, unknown>>;

const nothing: Fields = {};
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);
/** Numbers above it are milliseconds since 1970, others seconds. */
const secondsLimit = 100_000_000_000;

/** No feed nests deeper than a dozen, and what walks through it must not run out of stack. */
const deepestJson = 100;
/** An object takes twenty times the memory of the two characters that it may be written by. */
const mostValues = 4_000_000;

/**
 * Parses a JSON document, also one with ends of lines and tabs inside of its texts, as templates write it.
 * @throws {ApplicationError} `source_unreadable`
 */
export function parseJson(document: string): unknown {
  const json = document.startsWith('\ufeff') ? document.slice(1) : document;
  const { depth, values } = measureJson(json);
  if (depth > deepestJson) throw unreadable(`The document has values ${depth} deep in each other.`);
  if (values > mostValues) throw unreadable(`The document has more than ${mostValues} values.`);
  try {
    return JSON.parse(json);
  } catch (cause) {
    const mended = withEscapedControls(json);
    if (mended !== json) return parseJson(mended);
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : 'unknown';
    throw unreadable(`The document is not valid JSON: ${reason}`, cause);
  }
}

/** JSON with the control characters inside of its texts as escapes; it is cut into texts and what is between them. */
function withEscapedControls(json: string): string {
  return json.replace(/"(?:[^"\\]|\\[\s\S])*"?/g, (text) =>
    text.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

export function unreadable(detail: string, cause?: unknown): ApplicationError {
  return new ApplicationError('source_unreadable', { detail, cause });
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : nothing;
}

/** The elements of an array; none for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A single value as a list of one, an array as it is. */
export function listOrOne(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** Text or a number as clean, trimmed text; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? cleanText(value).trim() : '';
}

/** Text on one line, at most so long, in the direction of its letters and without what nobody sees. */
export function lineOf(value: unknown, maximumLength: number): string {
  return withoutTurns(withoutInvisible(textOf(value)))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, maximumLength)
    .toWellFormed()
    .trim();
}

/**
 * An instant from text (ISO 8601 or what browsers read; without a zone it is UTC), seconds or milliseconds since
 * 1970. Null for anything else and for what lies outside of this century, which is always a mistake.
 */
export function instantOf(value: unknown): Date | null {
  if (typeof value === 'number') return inRange(value > secondsLimit ? value : value * 1000);
  const text = textOf(value);
  if (/^\d{9,14}$/.test(text)) return instantOf(Number(text));
  if (text.length > 60 || !/\d{4}/.test(text)) return null;
  return inRange(Date.parse(withZone(text)));
}

/** The last moment of a deadline; a date without a time lasts until its end. */
export function deadlineOf(value: unknown): Date | null {
  const text = textOf(value);
  const day = /\d:\d/.test(text) || /^\d+$/.test(text) ? null : instantOf(text);
  return day === null ? instantOf(value) : new Date(Math.floor(day.getTime() / dayMs + 1) * dayMs - 1);
}

const dayMs = 86_400_000;

/** What browsers read, with the zone that is meant: names of zones in brackets only explain the offset before them. */
function withZone(given: string): string {
  const text = given
    .replace(/[[(][^[\]()]*[\])]$/, '')
    .trimEnd()
    .replace(/(\d) ([+-]\d{2}:?\d{2})$/, '$1$2');
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const hasZone =
    /(?:[\s\d]z|\b(?:utc|gmt|[ecmp][sd]t)|(?:[\s\d]|\bgmt|\butc)[+-](?:0\d|1[0-4]):?[0-5]\d)$/i.test(text);
  if (isDate || hasZone) return text;
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? `${text}Z` : `${text} UTC`;
}

function inRange(milliseconds: number): Date | null {
  return milliseconds >= earliest && milliseconds < latest ? new Date(milliseconds) : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
