import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { CompanyMark } from '../../components/jobs/company-trust.tsx';
import { JobCard } from '../../components/jobs/job-card.tsx';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page, PageTitle } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { itemsOf } from '../../lib/queries/pages.ts';
import { publicCompanyMessages } from './company.messages.ts';

const route = getRouteApi('/companies/$companyId');

/** A company as everybody sees it: by what it has open. */
export function CompanyPage() {
  const { companyId } = route.useParams();
  const { cursor } = route.useSearch();
  const words = useMessages(publicCompanyMessages);
  const search = { company_id: [companyId] };
  const jobs = useInfiniteQuery(jobQueries.search({ ...search, cursor }));
  const { data: facets } = useQuery(jobQueries.facets(search));
  const company = itemsOf(jobs.data)[0]?.company;
  const nobody = (
    <Page title={words.none()} width="medium">
      <EmptyState
        icon={SearchX}
        title={words.none()}
        action={
          <Button asChild variant="primary">
            <Link to="/jobs">{words.search()}</Link>
          </Button>
        }
      >
        {words.none_why()}
      </EmptyState>
    </Page>
  );
  if (jobs.isSuccess && company === undefined) return nobody;
  const total = facets?.total ?? 0;
  const isMore = facets !== undefined && total >= facets.total_limit;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6 sm:py-10">
      {company !== undefined && (
        <div className="mb-6 flex items-start gap-4">
          <PageTitle title={words.title({ company: company.name })} />
          <Monogram name={company.name} className="size-12 text-base" />
          <div className="min-w-0">
            <h1 className="text-2xl break-words sm:text-3xl">{company.name}</h1>
            <p className="mt-1 text-muted">
              {facets !== undefined &&
                (isMore ? words.jobs_or_more({ count: total }) : words.jobs({ count: total }))}
              <CompanyMark company={company} />
            </p>
          </div>
        </div>
      )}
      <PagedList query={jobs} more={words.more()} empty={null}>
        {(items) => (
          <ul className="space-y-3">
            {items.map((job) => (
              <li key={job.id}>
                <JobCard job={job} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}
