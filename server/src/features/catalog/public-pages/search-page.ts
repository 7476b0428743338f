import type { JobFacets, JobSummary } from '@rolecall/contract';
import { type SearchPairs, withQuery } from './addresses.ts';
import { buttons, emptyState, pageHeading, searchForm, sizes } from './frame.ts';
import type { JobWriter } from './job-markup.ts';
import { html, type Markup, nothing } from './markup.ts';
import type { PageWords } from './public-pages.messages.ts';

/** What a search page shows. */
export interface SearchView {
  /** What the address asks for, without language and cursor. */
  readonly pairs: SearchPairs;
  readonly jobs: readonly JobSummary[];
  readonly nextCursor: string | null;
  readonly facets: JobFacets;
}

const one = (pairs: SearchPairs, wanted: string): string | undefined =>
  pairs.find(([name]) => name === wanted)?.[1];

/** What the search is called, by its words and its place. */
export function searchTitle(words: PageWords, pairs: SearchPairs): string {
  const [q, place] = [one(pairs, 'q'), one(pairs, 'place')];
  if (q !== undefined && place !== undefined) return words.search_title_in({ words: q, place });
  if (q !== undefined) return words.search_title({ words: q });
  return place === undefined ? words.jobs() : words.place_title({ place });
}

/** Each filter that has counts, by the name that it has in the address. */
const filters = [
  { name: 'workplace', facet: 'workplace', legend: 'workplace_filter' },
  { name: 'employment_type', facet: 'employment_type', legend: 'type_filter' },
  { name: 'seniority', facet: 'seniority', legend: 'seniority_filter' },
  { name: 'company_id', facet: 'company', legend: 'company_filter' },
] as const;

/** A search in the layout of the app's `JobsPage`: filters are links here, which set one and keep the rest. */
export function searchBody(view: SearchView, words: PageWords, write: JobWriter): Markup {
  const { pairs, facets } = view;
  const isFiltered = pairs.some(
    ([name]) => name !== 'sort' && name !== 'pay_currency' && name !== 'pay_period',
  );
  return html`<div class="mx-auto w-full px-4 py-6 sm:px-6 sm:py-10 max-w-6xl">
${pageHeading(words.find_next())}
${searchForm(
  words,
  { q: one(pairs, 'q'), place: one(pairs, 'place') },
  facets.place.map(({ label }) => label),
)}
<div class="mt-6 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
<aside aria-label="${words.filters()}" class="hidden lg:block"><div class="space-y-6">${filters.map((filter) => filterLinks(filter, view, words, write))}</div></aside>
<div>
<div class="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2"><p role="status" class="mr-auto text-sm text-muted">${totalWords(words, facets)}</p>${
    isFiltered
      ? html`<a href="/jobs" class="${buttons.ghost} h-8 px-3 text-sm">${words.clear_all()}</a>`
      : nothing
  }</div>
${
  view.jobs.length > 0
    ? jobList(view.jobs, write)
    : isFiltered
      ? emptyState(words.none_fits(), words.none_fits_text())
      : emptyState(words.none_yet(), words.none_yet_text())
}
${moreLink('/jobs', pairs, view.nextCursor, words)}
</div>
</div>
</div>`;
}

export const jobList = (jobs: readonly JobSummary[], write: JobWriter): Markup =>
  html`<ul class="space-y-3">${jobs.map((job) => html`<li>${write.card(job, `/jobs/${job.id}`)}</li>`)}</ul>`;

/** The next page is behind a link, so that whoever follows links gets to each job. */
export const moreLink = (
  path: string,
  pairs: SearchPairs,
  cursor: string | null,
  words: PageWords,
): Markup =>
  cursor === null
    ? nothing
    : html`<div class="flex justify-center pt-4"><a rel="next" href="${withQuery(path, [...pairs, ['cursor', cursor]])}" class="${buttons.secondary} ${sizes.medium}">${words.show_more()}</a></div>`;

export const totalWords = (words: PageWords, { total, total_limit: limit }: JobFacets): string =>
  total >= limit ? words.job_count_or_more({ count: limit }) : words.job_count({ count: total });

function filterLinks(
  { name, facet, legend }: (typeof filters)[number],
  { pairs, facets }: SearchView,
  words: PageWords,
  write: JobWriter,
): Markup {
  const entries = facets[facet];
  if (entries.length === 0) return nothing;
  const rest = pairs.filter(([other]) => other !== name);
  const chosen = new Set(pairs.filter(([other]) => other === name).map(([, value]) => value));
  return html`<section><h2 class="mb-2 text-sm font-medium">${words[legend]()}</h2><ul class="space-y-1.5 text-sm">${entries.map(
    ({ value, label, count }) =>
      html`<li class="flex justify-between gap-2"><a rel="nofollow" href="${withQuery('/jobs', [...rest, [name, value]])}"${
        chosen.has(value) ? html` aria-current="true" class="font-semibold"` : nothing
      }>${write.valueWords.get(value) ?? label}</a><span class="text-muted">${count}</span></li>`,
  )}</ul></section>`;
}
