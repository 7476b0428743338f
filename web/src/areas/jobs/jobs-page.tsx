import type { JobFacets } from '@rolecall/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { SearchX, SlidersHorizontal, X } from 'lucide-react';
import { type ComponentProps, useCallback, useEffect, useState } from 'react';
import { TellMe } from '../../components/alerts/tell-me.tsx';
import { JobRow } from '../../components/jobs/job-row.tsx';
import { JobRows } from '../../components/jobs/job-rows.tsx';
import { JobSearchForm } from '../../components/jobs/job-search-form.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Sheet } from '../../components/ui/dialog.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { cn } from '../../lib/cn.ts';
import { countFilters, type JobSearch } from '../../lib/job-search.ts';
import { useMessages } from '../../lib/language.tsx';
import { useMediaQuery } from '../../lib/media-query.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { FoundByLine } from './found-by.tsx';
import { JobFilters } from './job-filters.tsx';
import { JobPane } from './job-pane.tsx';
import { rememberJobSearch } from './last-search.ts';
import { OrderSelect } from './order-select.tsx';
import { searchMessages } from './search.messages.ts';
import { useJobShortcuts } from './shortcuts.ts';
import { SuggestingInput } from './suggesting-input.tsx';
import { useChosenJob } from './use-chosen-job.ts';

const route = getRouteApi('/jobs');

const inputs = {
  q: (props: ComponentProps<'input'>) => <SuggestingInput kinds={['title', 'company', 'skill']} {...props} />,
  place: (props: ComponentProps<'input'>) => <SuggestingInput kinds={['place']} {...props} />,
} as const;

const distances = [10, 25, 50, 100, 200] as const;
const widerKm = 50;

export function JobsPage() {
  const { job: chosen, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const say = useMessages(searchMessages);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const isWide = useMediaQuery('(min-width: 64rem)');
  const jobs = useInfiniteQuery(jobQueries.search(search));
  const facets = useQuery(jobQueries.facets(search));
  const chosenJob = useChosenJob({
    chosen,
    choose: (job, { replace }) =>
      void navigate({ search: (current) => ({ ...current, job }), replace, resetScroll: false }),
    leave: useCallback(
      (jobId) => void navigate({ to: '/jobs/$jobId', params: { jobId }, search: {}, replace: true }),
      [navigate],
    ),
  });
  const hasPane = chosenJob.jobId !== undefined;
  useJobShortcuts(chosenJob);
  useEffect(() => rememberJobSearch(search));

  const change = (changes: Partial<JobSearch>) =>
    void navigate({
      search: (current) => ({ ...current, cursor: undefined, ...changes }),
      resetScroll: false,
    });
  const clear = () => void navigate({ search: {} });
  const keepWords = () => void navigate({ search: ({ q, place }) => ({ q, place }) });

  // Beside the list there is room for the filters or for a job.
  const wide = isWide && !hasPane;
  const total = facets.data && totalWords(facets.data, say);
  const filterCount = countFilters(search);
  const filters = <JobFilters search={search} facets={facets.data} onChange={change} />;
  const isFiltered = filterCount > 0 || search.q !== undefined || search.place !== undefined;
  const meant = jobs.data?.pages[0]?.did_you_mean ?? null;

  return (
    <Page title={titleWords(search, say)} heading={say.heading()} dense>
      <JobSearchForm
        q={search.q}
        place={search.place}
        places={[]}
        inputs={inputs}
        onSearch={({ q, place }) =>
          change({ q, place, ...(place === undefined ? { within_km: undefined } : {}) })
        }
      />
      <div
        className={cn(
          'mt-6 grid grid-cols-[minmax(0,1fr)]',
          hasPane ? 'gap-5 lg:grid-cols-[25rem_minmax(0,1fr)]' : 'gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]',
        )}
      >
        {wide && <aside aria-label={say.filters()}>{filters}</aside>}
        <div className="min-w-0">
          <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
            <p role="status" className="me-auto text-sm text-muted">
              {total ?? ' '}
            </p>
            <TellMe search={search} name={titleWords(search, say)} />
            {isFiltered && (
              <Button variant="ghost" size="small" onClick={clear}>
                <X aria-hidden />
                {say.clear()}
              </Button>
            )}
            {/* Together, so that on a phone they go to the next line together. */}
            <div className="ms-auto flex flex-wrap items-center justify-end gap-3">
              {search.place !== undefined && (
                <Select
                  aria-label={say.around()}
                  className="h-9 w-auto max-w-44 sm:max-w-none"
                  value={search.within_km ?? ''}
                  onChange={({ target }) =>
                    change({ within_km: target.value === '' ? undefined : Number(target.value) })
                  }
                >
                  <option value="">{say.exactly()}</option>
                  {distances.map((km) => (
                    <option key={km} value={km}>
                      {say.within({ km: String(km) })}
                    </option>
                  ))}
                </Select>
              )}
              <OrderSelect search={search} onChange={change} />
              {!wide && (
                <Button size="small" className="h-9" onClick={() => setFiltersOpen(true)}>
                  <SlidersHorizontal aria-hidden />
                  {say.filters()}
                  {filterCount > 0 && ` (${filterCount})`}
                </Button>
              )}
            </div>
          </div>
          {meant !== null && (
            <p className="mb-4 text-sm">
              <Link
                to="/jobs"
                search={{ ...search, q: meant }}
                className="font-medium text-accent-ink underline underline-offset-2"
              >
                {say.meant({ words: meant })}
              </Link>
            </p>
          )}
          <PagedList
            query={jobs}
            more={say.more()}
            empty={
              <EmptyState
                icon={SearchX}
                title={isFiltered ? say.none_title() : say.empty_title()}
                action={
                  isFiltered && (
                    <div className="flex flex-wrap justify-center gap-2">
                      {filterCount > 0 && (search.q !== undefined || search.place !== undefined) && (
                        <Button onClick={keepWords}>{say.without_filters()}</Button>
                      )}
                      {search.place !== undefined && (search.within_km ?? 0) < widerKm && (
                        <Button onClick={() => change({ within_km: widerKm })}>
                          {say.wider({ km: String(widerKm) })}
                        </Button>
                      )}
                      {search.place !== undefined && (
                        <Button onClick={() => change({ place: undefined, within_km: undefined })}>
                          {say.everywhere()}
                        </Button>
                      )}
                      <Button onClick={clear}>{say.clear_filters()}</Button>
                    </div>
                  )
                }
              >
                {isFiltered ? say.none() : say.empty()}
              </EmptyState>
            }
          >
            {(items) => (
              <JobRows isBusy={jobs.isPlaceholderData}>
                {items.map((job) => (
                  <li key={job.id}>
                    <JobRow
                      job={job}
                      isChosen={job.id === chosenJob.jobId}
                      onOpen={chosenJob.onOpen}
                      note={<FoundByLine job={job} />}
                    />
                  </li>
                ))}
              </JobRows>
            )}
          </PagedList>
        </div>
        {chosenJob.jobId !== undefined && <JobPane jobId={chosenJob.jobId} onClose={chosenJob.close} />}
      </div>
      {!wide && (
        <Sheet open={filtersOpen} onOpenChange={setFiltersOpen} title={say.filters()}>
          <div className="p-5 pb-24">{filters}</div>
          <div className="absolute inset-x-0 bottom-0 border-t border-line bg-surface p-3">
            <Button variant="primary" className="w-full" onClick={() => setFiltersOpen(false)}>
              {say.show({ jobs: total ?? say.jobs() })}
            </Button>
          </div>
        </Sheet>
      )}
    </Page>
  );
}

type Say = ReturnType<typeof searchMessages>;

/** What the search is called, as the server calls it. */
function titleWords({ q, place }: JobSearch, say: Say): string {
  if (q !== undefined && place !== undefined) return say.title_in({ q, place });
  if (q !== undefined) return say.title_of({ q });
  return place === undefined ? say.title() : say.title_at({ place });
}

/** PostgreSQL stops counting at a limit, so that a search over everything stays quick. */
function totalWords({ total, total_limit: limit }: JobFacets, say: Say): string {
  if (total >= limit) return say.at_least({ count: limit });
  return say.count({ count: total });
}
