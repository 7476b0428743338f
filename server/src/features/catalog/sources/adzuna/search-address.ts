/** The countries that Adzuna has jobs of, with the currency of their pay and the domain of their site. */
const countries: ReadonlyMap<string, { readonly currency: string; readonly site: string }> = new Map([
  ['gb', { currency: 'GBP', site: 'adzuna.co.uk' }],
  ['us', { currency: 'USD', site: 'adzuna.com' }],
  ['at', { currency: 'EUR', site: 'adzuna.at' }],
  ['au', { currency: 'AUD', site: 'adzuna.com.au' }],
  ['be', { currency: 'EUR', site: 'adzuna.be' }],
  ['br', { currency: 'BRL', site: 'adzuna.com.br' }],
  ['ca', { currency: 'CAD', site: 'adzuna.ca' }],
  ['ch', { currency: 'CHF', site: 'adzuna.ch' }],
  ['de', { currency: 'EUR', site: 'adzuna.de' }],
  ['es', { currency: 'EUR', site: 'adzuna.es' }],
  ['fr', { currency: 'EUR', site: 'adzuna.fr' }],
  ['in', { currency: 'INR', site: 'adzuna.in' }],
  ['it', { currency: 'EUR', site: 'adzuna.it' }],
  ['mx', { currency: 'MXN', site: 'adzuna.com.mx' }],
  ['nl', { currency: 'EUR', site: 'adzuna.nl' }],
  ['nz', { currency: 'NZD', site: 'adzuna.co.nz' }],
  ['pl', { currency: 'PLN', site: 'adzuna.pl' }],
  ['sg', { currency: 'SGD', site: 'adzuna.sg' }],
  ['za', { currency: 'ZAR', site: 'adzuna.co.za' }],
]);

const texts = [
  'what',
  'what_and',
  'what_phrase',
  'what_or',
  'what_exclude',
  'title_only',
  'where',
  'company',
  'category',
];
const numbers = ['distance', 'max_days_old', 'salary_min', 'salary_max'];
const flags = ['salary_include_unknown', 'full_time', 'part_time', 'contract', 'permanent'];
const areas = Array.from({ length: 8 }, (_, index) => `location${index}`);

const isParameter = (name: string, value: string): boolean => {
  if ([...texts, ...areas].includes(name)) return value !== '' && value.length <= 200;
  if (numbers.includes(name)) return /^\d{1,7}$/.test(value);
  return flags.includes(name) && value === '1';
};

/** A search of Adzuna, as the address of a source says it: `gb?what=nurse&where=Leeds`. */
export interface Search {
  readonly country: string;
  readonly parameters: URLSearchParams;
}

export const currencyOf = (country: string): string | undefined => countries.get(country)?.currency;

/** Null for what is no search: an unknown country, or a parameter that Adzuna does not know or that this program sets itself. */
export function readSearch(address: string): Search | null {
  const [country = '', query = '', ...rest] = address.split('?');
  if (!countries.has(country) || rest.length > 0) return null;
  const parameters = new URLSearchParams(query);
  return [...parameters].every(([name, value]) => isParameter(name, value)) ? { country, parameters } : null;
}

/** The search of a page of results of Adzuna's own site. */
export function searchOfLink(link: URL): string | null {
  const host = link.hostname.replace(/^www\./, '');
  const [country] = [...countries].find(([, { site }]) => site === host) ?? [];
  if (country === undefined) return null;
  const parameters = new URLSearchParams();
  for (const [theirs, ours] of [
    ['q', 'what'],
    ['w', 'where'],
  ] as const) {
    const value = link.searchParams.get(theirs)?.trim() ?? '';
    if (isParameter(ours, value)) parameters.set(ours, value);
  }
  return parameters.size === 0 ? null : `${country}?${parameters}`;
}
