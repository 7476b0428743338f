import type { TemplateProblem } from '@rolecall/contract';
import { UnsafeHtmlError } from '../layout/index.ts';

export function problem(field: string, message: string): TemplateProblem {
  return { field, line: null, column: null, message };
}

/** The library tells the place at the end of its message. */
export function problemOf(field: string, error: unknown): TemplateProblem {
  if (error instanceof UnsafeHtmlError) return problem(field, error.message);
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const place = /, line:(\d+), col:(\d+)$/.exec(first);
  return {
    field,
    line: place === null ? null : Number(place[1]),
    column: place === null ? null : Number(place[2]),
    message: first.slice(0, place?.index ?? 300),
  };
}
