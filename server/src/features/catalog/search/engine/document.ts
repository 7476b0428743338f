import type { EmploymentType, Seniority, Workplace } from '@rolecall/contract';
import type { SearchableJob } from '../../jobs/index.ts';

/** An open posting, as the model is told of it. */
export interface SearchablePosting extends Omit<SearchableJob, 'publishedAt' | 'updatedAt'> {
  /** In milliseconds since 1970, as is the next. */
  readonly publishedAt: number;
  readonly updatedAt: number;
}

/** What is searched: a vacancy, which several postings may tell of. */
export interface SearchDocument {
  readonly vacancy: string;
  /** The posting that stands for it. */
  readonly id: string;
  /** All of its postings. */
  readonly ids: readonly string[];
  /** Changes whenever one of them does. */
  readonly revision: number;
  readonly title: string;
  readonly companyId: string;
  readonly company: string;
  readonly skills: readonly string[];
  readonly text: string;
  readonly places: readonly string[];
  readonly workplaces: readonly Workplace[];
  readonly employmentTypes: readonly EmploymentType[];
  readonly seniorities: readonly Seniority[];
  readonly sourceIds: readonly string[];
  readonly payAnnual: number | null;
  readonly payCurrency: string | null;
  readonly publishedAt: number;
}

/**
 * The document of a vacancy out of its open postings, of which there is one at least. This is the one place that decides how
 * postings become a result: its newest posting stands for it, with the places, terms and pay of all of them.
 */
export function toDocument(postings: readonly SearchablePosting[]): SearchDocument {
  const [main, ...others] = postings.toSorted(
    (one, other) => other.publishedAt - one.publishedAt || (one.id < other.id ? 1 : -1),
  );
  if (main === undefined) throw new Error('a vacancy has one posting at least');
  const all = [main, ...others];
  const paid = all.find(({ payAnnual }) => payAnnual !== null);
  const titles = new Set(others.map(({ title }) => title).filter((title) => title !== main.title));
  return {
    vacancy: main.vacancy,
    id: main.id,
    ids: all.map(({ id }) => id),
    revision: revisionOf(all),
    title: main.title,
    companyId: main.companyId,
    company: main.company,
    skills: [...new Set(all.flatMap(({ skills }) => skills))],
    // Its postings tell much the same, so that the text of one is enough.
    text: [...titles, main.department ?? '', main.text].filter((part) => part !== '').join('\n'),
    places: [...new Set(all.flatMap(({ places }) => places))],
    workplaces: known(all.map(({ workplace }) => workplace)),
    employmentTypes: known(all.map(({ employmentType }) => employmentType)),
    seniorities: known(all.map(({ seniority }) => seniority)),
    sourceIds: known(all.map(({ sourceId }) => sourceId)),
    payAnnual: paid?.payAnnual ?? null,
    payCurrency: paid?.payCurrency ?? null,
    publishedAt: main.publishedAt,
  };
}

const known = <Value>(values: readonly (Value | null)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** A number that the postings of a vacancy and their changes give in any order. */
export function revisionOf(postings: readonly { readonly id: string; readonly updatedAt: number }[]): number {
  let revision = 0;
  for (const { id, updatedAt } of postings) {
    let hash = Math.imul(updatedAt % 0x7fffffff, 0x9e3779b1) ^ Math.floor(updatedAt / 0x7fffffff);
    for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
    revision = (revision + (hash ^ (hash >>> 15))) | 0;
  }
  return revision >>> 0;
}
