import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Users } from 'lucide-react';
import { StatusBadge } from '../../components/applications/status-badge.tsx';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { cn } from '../../lib/cn.ts';
import { useMessages } from '../../lib/language.tsx';
import { useMediaQuery } from '../../lib/media-query.ts';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { itemsOf } from '../../lib/queries/pages.ts';
import { ApplicantDetail } from './applicant-detail.tsx';
import { companyJobsMessages } from './messages.ts';

const route = getRouteApi('/company/jobs/$jobId/applicants');

/** The list and, beside it, the chosen applicant; on a phone one after the other. */
export function ApplicantsPage() {
  const words = useMessages(companyJobsMessages);
  const { jobId } = route.useParams();
  const { application: chosen } = route.useSearch();
  const { data: job } = useQuery(jobQueries.one(jobId));
  const query = useInfiniteQuery(applicationQueries.forJob(jobId));
  const wide = useMediaQuery('(min-width: 64rem)');
  const showList = wide || chosen === undefined;
  const isEmpty = query.isSuccess && itemsOf(query.data).length === 0;

  return (
    <Page
      title={job === undefined ? words.applicants() : words.applicants_of({ title: job.title })}
      heading={job?.title ?? words.applicants()}
      description={
        job !== undefined && (
          <span className="inline-flex items-center gap-2">
            {words.applicants()}
            {job.status === 'closed' && <Badge tone="warn">{words.closed()}</Badge>}
          </span>
        )
      }
      action={
        <Button asChild>
          <Link to="/jobs/$jobId" params={{ jobId }}>
            {words.see_job()}
          </Link>
        </Button>
      }
    >
      <Link
        {...(showList
          ? { to: '/company/jobs' as const }
          : { to: '/company/jobs/$jobId/applicants' as const, params: { jobId }, search: {} })}
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
        {showList ? words.your_jobs() : words.all_applicants()}
      </Link>
      <div
        className={cn(
          'grid grid-cols-[minmax(0,1fr)] items-start gap-6',
          !isEmpty && 'lg:grid-cols-[22rem_minmax(0,1fr)]',
        )}
      >
        {showList && (
          <div>
            <PagedList
              query={query}
              empty={
                <Card>
                  <EmptyState icon={Users} title={words.nobody()}>
                    {words.nobody_why()}
                  </EmptyState>
                </Card>
              }
            >
              {(items) => (
                <Card className="overflow-hidden">
                  <ul className="divide-y divide-line">
                    {items.map((application) => (
                      <li key={application.id}>
                        <Link
                          to="/company/jobs/$jobId/applicants"
                          params={{ jobId }}
                          search={{ application: application.id }}
                          resetScroll={false}
                          aria-current={application.id === chosen ? 'true' : undefined}
                          className={cn(
                            'flex items-center gap-3 px-4 py-3.5 hover:bg-sunken/60 focus-visible:-outline-offset-2',
                            application.id === chosen && 'bg-accent-soft/60',
                          )}
                          data-testid="applicant"
                        >
                          <Monogram name={application.applicant.name} className="rounded-full" />
                          <span className="min-w-0 flex-1">
                            <span
                              className={cn(
                                'block truncate text-sm',
                                application.status === 'submitted' ? 'font-semibold' : 'font-medium',
                              )}
                            >
                              {application.applicant.name}
                            </span>
                            <span className="block truncate text-xs text-muted">
                              {application.applicant.headline || application.applicant.email}
                            </span>
                            <span className="block text-xs text-muted">
                              <RelativeTime value={application.created_at} />
                            </span>
                          </span>
                          <StatusBadge status={application.status} />
                        </Link>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
            </PagedList>
          </div>
        )}
        {chosen !== undefined && <ApplicantDetail key={chosen} applicationId={chosen} />}
        {chosen === undefined && wide && !isEmpty && (
          <Card>
            <EmptyState icon={Users} title={words.choose()}>
              {words.choose_why()}
            </EmptyState>
          </Card>
        )}
      </div>
    </Page>
  );
}
