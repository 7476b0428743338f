import { type Locale, locales } from '@rolecall/contract';

/** What a search asks for, by the names of the address; a name may stand several times. */
export type SearchPairs = readonly (readonly [name: string, value: string])[];

/** Addresses of public pages, below the public URL of the instance and never what a request calls it. */
export interface PublicAddresses {
  readonly origin: string;
  of(path: string): string;
  job(id: string): string;
  company(id: string): string;
  /** @param pairs without language and cursor */
  search(pairs: SearchPairs): string;
  feed(pairs: SearchPairs): string;
}

export function createAddresses(origin: string): PublicAddresses {
  const withPairs = (path: string, pairs: SearchPairs) => `${origin}${withQuery(path, pairs)}`;
  return {
    origin,
    of: (path) => `${origin}${path}`,
    job: (id) => `${origin}/jobs/${id}`,
    company: (id) => `${origin}/companies/${id}`,
    search: (pairs) => withPairs('/jobs', pairs),
    feed: (pairs) => withPairs('/jobs.atom', pairs),
  };
}

export function withQuery(path: string, pairs: SearchPairs): string {
  const query = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The same page in a language. */
export function inLanguage(address: string, locale: Locale): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`;
}

/** The language that an address asks for. */
export const languageOf = (value: string | null): Locale | undefined =>
  locales.find((locale) => locale === value);

const mostTags = 20;

/** The first language of ours by the weights of `Accept-Language`; English when it has none. */
export function acceptedLanguage(header: string | undefined): Locale {
  const tags = (header ?? '')
    .slice(0, 500)
    .split(',', mostTags)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';');
      const weight = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='));
      return { tag: tag.trim().toLowerCase().split('-')[0] ?? '', weight: weightOf(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of tags) {
    const known = languageOf(tag);
    if (known !== undefined) return known;
  }
  return 'en';
}

function weightOf(parameter: string | undefined): number {
  if (parameter === undefined) return 1;
  const weight = Number(parameter.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
