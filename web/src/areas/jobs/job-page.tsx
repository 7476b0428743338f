import type { Job } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useRef } from 'react';
import { CompanyMark } from '../../components/jobs/company-trust.tsx';
import { JobFacts } from '../../components/jobs/job-facts.tsx';
import { MarkButtons } from '../../components/jobs/mark-buttons.tsx';
import { MatchPanel } from '../../components/jobs/match-reasons.tsx';
import { PayNotes } from '../../components/jobs/pay-notes.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { uiMessages } from '../../components/ui/messages.ts';
import { Monogram } from '../../components/ui/monogram.tsx';
import { Page, PageTitle } from '../../components/ui/page.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { hasCode } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { ApplyBar } from './apply-bar.tsx';
import { ApplyPanel } from './apply-panel.tsx';
import { FoundAt } from './found-at.tsx';
import { jobMessages } from './job.messages.ts';
import { Description, JobNotices, JobSkills, MoreOfJob, OwnJobPanel } from './job-parts.tsx';
import { lastJobSearch } from './last-search.ts';

const route = getRouteApi('/jobs/$jobId');

export function JobPage() {
  const words = useMessages(jobMessages);
  const { jobId } = route.useParams();
  const { data: job, error, isError, refetch } = useQuery(jobQueries.one(jobId));
  if (hasCode(error, 'not_found') || hasCode(error, 'invalid_request')) {
    return (
      <Page title={words.missing_title()} width="medium">
        <EmptyState
          icon={SearchX}
          title={words.missing()}
          action={
            <Button asChild variant="primary">
              <Link to="/jobs">{words.search()}</Link>
            </Button>
          }
        >
          {words.missing_why()}
        </EmptyState>
      </Page>
    );
  }
  if (job === undefined) {
    return (
      <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6">
        {isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <JobSkeleton />}
      </div>
    );
  }
  return <JobView job={job} />;
}

function JobView({ job }: { readonly job: Job }) {
  const words = useMessages(jobMessages);
  const account = useAccount();
  const panel = useRef<HTMLDivElement>(null);
  const isOwn = account?.company?.id === job.company.id && job.source === null;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 sm:py-8">
      <PageTitle title={words.title({ job: job.title, company: job.company.name })} />
      <Link
        to="/jobs"
        search={lastJobSearch()}
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4" aria-hidden />
        {words.all()}
      </Link>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <Card className="min-w-0 p-5 sm:p-8">
          <div className="flex items-start gap-4">
            <Monogram name={job.company.name} className="size-12 text-base" />
            <div className="min-w-0">
              <h1 className="text-2xl break-words sm:text-3xl">{job.title}</h1>
              <p className="mt-1 text-muted">
                <Link
                  to="/companies/$companyId"
                  params={{ companyId: job.company.id }}
                  className="font-medium text-ink hover:underline"
                >
                  {job.company.name}
                </Link>
                <CompanyMark company={job.company} />
                {job.department !== null && ` · ${job.department}`}
                {' · '}
                {words.posted()} <RelativeTime value={job.published_at} />
              </p>
            </div>
          </div>
          <JobFacts job={job} className="mt-5" />
          <PayNotes job={job} />
          <JobSkills skills={job.skills} />
        </Card>
        <div className="space-y-5 lg:sticky lg:top-22 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <JobNotices job={job} />
          {isOwn ? (
            <OwnJobPanel job={job} />
          ) : (
            <div ref={panel}>
              <ApplyPanel job={job} />
            </div>
          )}
          <MarkButtons job={job} withLabels />
          {job.match !== null && (
            <Card className="p-5">
              <MatchPanel match={job.match} />
            </Card>
          )}
          <MoreOfJob job={job} isOwn={isOwn} />
        </div>
        <Card className="min-w-0 p-5 sm:p-8">
          <h2 className="mb-4 text-lg">{words.about()}</h2>
          <Description html={job.description_html} />
          {job.source !== null && <FoundAt source={job.source} />}
        </Card>
      </div>
      {!isOwn && <ApplyBar job={job} beyond={panel} />}
    </div>
  );
}

function JobSkeleton() {
  const words = useMessages(uiMessages);
  return (
    <div role="status" className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <span className="sr-only">{words.loading()}</span>
      <Card className="space-y-4 p-8">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-4 w-1/3" />
        <Skeleton className="mt-8 h-48 w-full" />
      </Card>
      <Card className="h-40 p-5">
        <Skeleton className="h-11 w-full" />
      </Card>
    </div>
  );
}
