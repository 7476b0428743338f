import { ApplicationError } from '../errors/index.ts';

/** Deeper than anything that has a meaning here; checks of a value go down level by level, and so does the database. */
const deepest = 32;

/**
 * Refuses what no column can keep, wherever in a request it stands: a NUL, half of a surrogate pair, and nesting without
 * an end. It goes through the value without calling itself, since whoever sent it chose how deep it is.
 *
 * @throws {ApplicationError} `invalid_request`
 */
export function refuseUnstorable(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw invalid(`It is nested deeper than ${deepest} levels.`);
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'string') refuseText(item);
      else if (typeof item === 'object' && item !== null) pushParts(item, next);
    }
    level = next;
  }
}

function pushParts(item: object, into: unknown[]): void {
  if (Array.isArray(item)) {
    for (const part of item) into.push(part);
    return;
  }
  for (const [name, part] of Object.entries(item)) into.push(name, part);
}

function refuseText(text: string): void {
  if (text.includes('\0')) throw invalid('A text has a NUL in it.');
  if (!text.isWellFormed()) throw invalid('A text has half of a surrogate pair in it.');
}

const invalid = (detail: string) => new ApplicationError('invalid_request', { detail });
