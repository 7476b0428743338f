import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Building2 } from 'lucide-react';
import { Badge } from '../../components/ui/badge.tsx';
import { Section } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { LookAlikes } from './look-alikes.tsx';
import { companiesMessages } from './messages.ts';
import { companiesPlaceMessages } from './place.messages.ts';
import { companiesQueries } from './queries.ts';
import { Recruiters } from './recruiters.tsx';
import { Standing } from './standing.tsx';
import { CompanyStateBadge } from './state-badge.tsx';

const route = getRouteApi('/operator/companies/$companyId');

/** One company: who acts for it, what it has posted, and what an operator can decide. */
export function OperatorCompanyPage() {
  const { companyId } = route.useParams();
  const words = useMessages(companiesMessages);
  const place = useMessages(companiesPlaceMessages);
  const { data: company, error, isError, refetch } = useQuery(companiesQueries.one(companyId));
  const isMissing = hasCode(error, 'not_found') || hasCode(error, 'invalid_request');
  return (
    <Page
      title={company?.name ?? place.companies()}
      width="medium"
      description={company === undefined ? undefined : <CompanyStateBadge company={company} />}
    >
      <Link
        to="/operator/companies"
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
        {words.all_companies()}
      </Link>
      {isMissing && (
        <EmptyState icon={Building2} title={words.not_found()}>
          {words.not_found_why()}
        </EmptyState>
      )}
      {isError && !isMissing && <ErrorState error={error} onRetry={() => void refetch()} />}
      {company === undefined && !isError && <ListSkeleton rows={3} />}
      {company !== undefined && (
        <div className="space-y-5">
          <Standing company={company} />
          <LookAlikes company={company} />
          <Recruiters company={company} />
          <Postings companyId={company.id} />
        </div>
      )}
    </Page>
  );
}

function Postings({ companyId }: { readonly companyId: string }) {
  const words = useMessages(companiesMessages);
  const { data } = useQuery(companiesQueries.postings(companyId));
  const query = useInfiniteQuery(companiesQueries.jobs(companyId));
  return (
    <Section title={words.postings()} description={data === undefined ? undefined : words.posted(data)}>
      <PagedList query={query} empty={<p className="text-sm text-muted">{words.no_postings()}</p>}>
        {(items) => (
          <ul className="divide-y divide-line text-sm">
            {items.map((job) => (
              <li key={job.id} className="flex flex-wrap items-center gap-2 py-3 first:pt-0 last:pb-0">
                <Link
                  to="/jobs/$jobId"
                  params={{ jobId: job.id }}
                  className="min-w-0 flex-1 basis-48 font-medium break-words underline underline-offset-2"
                >
                  {job.title}
                </Link>
                {job.status === 'closed' && <Badge>{words.closed()}</Badge>}
                {job.status === 'open' && !job.is_announced && job.is_visible && (
                  <Badge tone="warn">{words.waits()}</Badge>
                )}
                {!job.is_visible && <Badge tone="danger">{words.out_of_sight()}</Badge>}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Section>
  );
}
