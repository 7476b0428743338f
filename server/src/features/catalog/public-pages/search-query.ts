import { type JobSearchQuery, jobSearchQuerySchema } from '@rolecall/contract';
import type { SearchPairs } from './addresses.ts';

/** Parts of an address that a search page has, in the order in which its own address names them. */
const lists = ['workplace', 'employment_type', 'seniority', 'company_id'] as const;
const singles = [
  'q',
  'place',
  'pay_minimum',
  'pay_currency',
  'pay_period',
  'posted_within_days',
  'sort',
] as const;

const mostListed = 20;

/** What an address asks for. Whatever does not fit is left out, as in the app: an old link still leads to the page. */
export interface AskedSearch {
  /** Without language and cursor. */
  readonly pairs: SearchPairs;
  readonly query: JobSearchQuery;
}

export function readSearch(given: URLSearchParams, cursor: string | null): AskedSearch {
  const { shape } = jobSearchQuerySchema;
  const pairs: (readonly [string, string])[] = [];
  const values = new Map<string, string | string[]>();
  for (const name of singles) {
    const value = given.get(name)?.trim() ?? '';
    if (value === '' || !shape[name].safeParse(value).success) continue;
    pairs.push([name, value]);
    values.set(name, value);
  }
  for (const name of lists) {
    const known = given.getAll(name).filter((value) => value !== '' && shape[name].safeParse(value).success);
    const kept = [...new Set(known)].slice(0, mostListed);
    pairs.push(...kept.map((value) => [name, value] as const));
    if (kept.length > 0) values.set(name, kept);
  }
  if (cursor !== null && shape.cursor.safeParse(cursor).success) values.set('cursor', cursor);
  return { pairs, query: jobSearchQuerySchema.parse(Object.fromEntries(values)) };
}
