import type { JobFacets } from '@rolecall/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX, SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import { JobCard } from '../../components/jobs/job-card.tsx';
import { JobSearchForm } from '../../components/jobs/job-search-form.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Sheet } from '../../components/ui/dialog.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { cn } from '../../lib/cn.ts';
import { formatCount, pluralize } from '../../lib/format.ts';
import { countFilters, type JobSearch } from '../../lib/job-search.ts';
import { locale } from '../../lib/locale.ts';
import { useMediaQuery } from '../../lib/media-query.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { JobFilters } from './job-filters.tsx';

const route = getRouteApi('/jobs');

export function JobsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [filtersOpen, setFiltersOpen] = useState(false);
  const wide = useMediaQuery('(min-width: 64rem)');
  const jobs = useInfiniteQuery(jobQueries.search(search));
  const facets = useQuery(jobQueries.facets(search));

  const change = (changes: Partial<JobSearch>) =>
    void navigate({ search: (current) => ({ ...current, ...changes }), resetScroll: false });
  const clear = () => void navigate({ search: {} });

  const total = facets.data && totalWords(facets.data);
  const filterCount = countFilters(search);
  const filters = <JobFilters search={search} facets={facets.data} onChange={change} />;
  const isFiltered = filterCount > 0 || search.q !== undefined || search.place !== undefined;

  return (
    <Page title={search.q === undefined ? 'Jobs' : `${search.q} jobs`} heading="Find your next role">
      <JobSearchForm
        q={search.q}
        place={search.place}
        places={facets.data?.place.map(({ label }) => label) ?? []}
        onSearch={({ q, place }) => change({ q, place })}
      />
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
        {wide && <aside aria-label="Filters">{filters}</aside>}
        <div>
          <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
            <p role="status" className="mr-auto text-sm text-muted">
              {total ?? ' '}
            </p>
            {isFiltered && (
              <Button variant="ghost" size="small" onClick={clear}>
                <X aria-hidden />
                Clear all
              </Button>
            )}
            {/* Together, so that on a phone they go to the next line together. */}
            <div className="ml-auto flex items-center gap-3">
              {search.q !== undefined && (
                <Select
                  aria-label="Order"
                  className="h-9 w-auto"
                  value={search.sort ?? ''}
                  onChange={({ target }) =>
                    change({ sort: target.value === 'newest' ? 'newest' : undefined })
                  }
                >
                  <option value="">Best fit first</option>
                  <option value="newest">Newest first</option>
                </Select>
              )}
              {!wide && (
                <Button size="small" className="h-9" onClick={() => setFiltersOpen(true)}>
                  <SlidersHorizontal aria-hidden />
                  Filters{filterCount > 0 && ` (${filterCount})`}
                </Button>
              )}
            </div>
          </div>
          <PagedList
            query={jobs}
            noun="jobs"
            empty={
              <EmptyState
                icon={SearchX}
                title={isFiltered ? 'No job fits this search' : 'No jobs yet'}
                action={isFiltered && <Button onClick={clear}>Clear all filters</Button>}
              >
                {isFiltered
                  ? 'Try fewer filters, another place or other words.'
                  : 'As soon as a source has been read or a recruiter posts one, it is here.'}
              </EmptyState>
            }
          >
            {(items) => (
              <ul
                className={cn('space-y-3 transition-opacity', jobs.isPlaceholderData && 'opacity-60')}
                aria-busy={jobs.isPlaceholderData}
              >
                {items.map((job) => (
                  <li key={job.id}>
                    <JobCard job={job} />
                  </li>
                ))}
              </ul>
            )}
          </PagedList>
        </div>
      </div>
      {!wide && (
        <Sheet open={filtersOpen} onOpenChange={setFiltersOpen} title="Filters">
          <div className="p-5 pb-24">{filters}</div>
          <div className="absolute inset-x-0 bottom-0 border-t border-line bg-surface p-3">
            <Button variant="primary" className="w-full" onClick={() => setFiltersOpen(false)}>
              Show {total ?? 'jobs'}
            </Button>
          </div>
        </Sheet>
      )}
    </Page>
  );
}

/** Counting stops at a limit, so that a search over everything stays quick. */
const totalWords = ({ total, total_limit: limit }: JobFacets): string =>
  total >= limit ? `${formatCount(limit, locale)}+ jobs` : pluralize(total, 'job', 'jobs', locale);
