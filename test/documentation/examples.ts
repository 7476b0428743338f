import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A code block of a page. */
export interface Example {
  /** What stands behind the fence, such as `ts` or `json server`. */
  readonly language: string;
  readonly code: string;
}

export function readPage(name: string): string {
  return readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8');
}

/** The code blocks of a page in their order. */
export function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```(\S[^\n]*)\n(.*?)^```$/gms)].map(([, language = '', code = '']) => ({
    language: language.trim(),
    code,
  }));
}
