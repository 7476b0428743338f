import type { JobFilter } from '@rolecall/contract';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { annualPay } from '../jobs/index.ts';
import { readPlaceWords, readSearchWords, type SearchTerm } from './words.ts';

type Condition = RawBuilder<SqlBool>;
type TextQuery = RawBuilder<string>;

/** The filters that have a facet. */
export const facetNames = ['workplace', 'employment_type', 'seniority', 'company', 'place'] as const;
export type FacetName = (typeof facetNames)[number];

/** A filter as conditions on `jobs`, those with a facet by their names. */
export interface Conditions {
  /** The words to search for, also for ranking; null without any. */
  readonly textQuery: TextQuery | null;
  /** Whether some words must not stand in the text: then a title alone does not tell that a job fits. */
  readonly excludesWords: boolean;
  readonly plain: readonly Condition[];
  readonly faceted: ReadonlyMap<FacetName, Condition>;
}

/** @param hiddenFrom whose hidden jobs are left out; null: nothing is */
export function toConditions(filter: JobFilter, now: Date, hiddenFrom: string | null = null): Conditions {
  const plain: Condition[] = [];
  if (filter.include_closed !== true) plain.push(sql`jobs.status = 'open'`);
  const words = filter.q === undefined ? [] : readSearchWords(filter.q);
  const textQuery = toTextQuery(words);
  const excludesWords = words.some((terms) => terms.some(({ excluded }) => excluded));
  if (filter.pay_minimum !== undefined) {
    const least = annualPay(filter.pay_minimum, filter.pay_period);
    plain.push(sql`jobs.pay_currency = ${filter.pay_currency} and jobs.pay_annual >= ${least}::bigint`);
  }
  if (filter.posted_within_days !== undefined) {
    const since = new Date(now.getTime() - filter.posted_within_days * 86_400_000);
    plain.push(sql`jobs.published_at >= ${since}`);
  }
  if (filter.source_id?.length) {
    plain.push(sql`jobs.source_id = any(${filter.source_id}::uuid[])`);
  }
  if (hiddenFrom !== null) {
    plain.push(sql`not exists (
      select from marks_of_jobs as marks
      where marks.user_id = ${hiddenFrom} and marks.cluster_id = jobs.cluster_id and marks.mark = 'hidden'
    )`);
  }
  return { textQuery, excludesWords, plain, faceted: toFaceted(filter) };
}

/**
 * All conditions together, or all but those of one facet. PostgreSQL checks them in this order where it reads row by
 * row, so the one that has to fetch the long vector of the text comes last.
 */
export function allOf(conditions: Conditions, except?: FacetName): Condition {
  const { textQuery } = conditions;
  // Of words that are all too common to be indexed nothing remains; they restrict nothing.
  const text = textQuery === null ? [] : [sql`(numnode(${textQuery}) = 0 or jobs.search @@ ${textQuery})`];
  return sql`${sql.join([...filtersOf(conditions, except), ...text], sql` and `)}`;
}

/** All conditions for jobs that have the words in their headline, whose short vector is enough to tell. */
export function allOfHeadline(conditions: Conditions & { readonly textQuery: TextQuery }): Condition {
  const inHeadline = sql<SqlBool>`jobs.headline_search @@ ${conditions.textQuery}`;
  if (conditions.excludesWords) return sql`${inHeadline} and ${allOf(conditions)}`;
  return sql`${sql.join([...filtersOf(conditions), inHeadline], sql` and `)}`;
}

/**
 * No other posting of the same vacancy that comes before: a list has each vacancy once, by the first of its postings that fits.
 *
 * @param comesBefore a condition on that other posting as `jobs`; `hit` is the one that is asked about
 */
export const isFirstOfVacancy = (comesBefore: Condition): Condition => sql`not exists (
    select from (select jobs.cluster_id, jobs.published_at, jobs.id) as hit
    cross join lateral (
      select from job_listings as jobs
      where jobs.cluster_id = hit.cluster_id and jobs.id <> hit.id and ${comesBefore}
      limit 1
    ) as other
  )`;

/** That other posting is newer. */
export const isNewer: Condition = sql`(jobs.published_at, jobs.id) > (hit.published_at, hit.id)`;

function filtersOf(conditions: Conditions, except?: FacetName): readonly Condition[] {
  const faceted = [...conditions.faceted]
    .filter(([name]) => name !== except)
    .map(([, condition]) => condition);
  return [sql`true`, ...conditions.plain, ...faceted];
}

function toFaceted(filter: JobFilter): Map<FacetName, Condition> {
  const faceted = new Map<FacetName, Condition>();
  const { workplace, employment_type, seniority, company_id, place } = filter;
  if (workplace?.length) faceted.set('workplace', sql`jobs.workplace = any(${workplace}::text[])`);
  if (employment_type?.length) {
    faceted.set('employment_type', sql`jobs.employment_type = any(${employment_type}::text[])`);
  }
  if (seniority?.length) faceted.set('seniority', sql`jobs.seniority = any(${seniority}::text[])`);
  if (company_id?.length) faceted.set('company', sql`jobs.company_id = any(${company_id}::uuid[])`);
  const words = place === undefined ? [] : readPlaceWords(place);
  if (words.length > 0) {
    const query = `${words.map((word) => `'${word}'`).join(' & ')}:*`;
    faceted.set('place', sql`jobs.places_search @@ to_tsquery('simple', ${query})`);
  }
  return faceted;
}

function toTextQuery(words: ReturnType<typeof readSearchWords>): TextQuery | null {
  const alternatives = words.map((terms) => sql<string>`(${sql.join(terms.map(toTermQuery), sql` && `)})`);
  return alternatives.length === 0 ? null : sql<string>`(${sql.join(alternatives, sql` || `)})`;
}

/**
 * A term as it stands in the stems of titles and texts or, unchanged, in names of companies and skills. A word that is
 * too common for the former is left out altogether, since the text would never have it.
 */
function toTermQuery(term: SearchTerm): TextQuery {
  const stemmed = sql<string>`websearch_to_tsquery('english', ${quoted(term)})`;
  const forms = [stemmed, sql<string>`websearch_to_tsquery('simple', ${quoted(term)})`];
  if (term.unfinished) forms.push(sql<string>`to_tsquery('simple', ${`${term.text}:*`})`);
  const either = sql<string>`(${sql.join(forms, sql` || `)})`;
  const query = term.excluded ? sql<string>`(!! ${either})` : either;
  return sql<string>`(case when numnode(${stemmed}) = 0 then ''::tsquery else ${query} end)`;
}

/** In quotes it is one phrase whatever signs it has. */
function quoted(term: SearchTerm): string {
  return `"${term.text}"`;
}
