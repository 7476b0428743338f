import type { Job } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Maximize2, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { CompanyMark } from '../../components/jobs/company-trust.tsx';
import { JobFacts } from '../../components/jobs/job-facts.tsx';
import { MarkButtons } from '../../components/jobs/mark-buttons.tsx';
import { MatchPanel } from '../../components/jobs/match-reasons.tsx';
import { PayNotes } from '../../components/jobs/pay-notes.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useAccount } from '../../lib/session.ts';
import { ApplyPanel } from './apply-panel.tsx';
import { FoundAt } from './found-at.tsx';
import { jobMessages } from './job.messages.ts';
import { Description, JobNotices, JobSkills, MoreOfJob, OwnJobPanel } from './job-parts.tsx';
import { panesMessages } from './panes.messages.ts';

interface JobPaneProps {
  readonly jobId: string;
  readonly onClose: () => void;
}

/** The job that is chosen in the list beside it. It scrolls by itself, and begins anew with each job. */
export function JobPane({ jobId, onClose }: JobPaneProps) {
  const words = useMessages(panesMessages);
  const { data: job, error, isError, refetch } = useQuery(jobQueries.one(jobId));
  const pane = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another job is another beginning
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 });
  }, [jobId]);
  return (
    <section
      ref={pane}
      id="job-pane"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to be able to reach it
      tabIndex={0}
      aria-label={job?.title ?? words.job()}
      data-testid="job-pane"
      className="sticky top-20 max-h-[calc(100dvh-6rem)] self-start overflow-y-auto rounded-2xl border border-line bg-surface shadow-raised"
    >
      <div className="sticky top-0 z-10 flex items-center justify-end gap-1 bg-surface/95 px-3 pt-2 backdrop-blur">
        <Button asChild variant="ghost" size="small" className="text-muted">
          <Link to="/jobs/$jobId" params={{ jobId }}>
            <Maximize2 aria-hidden />
            {words.own_page()}
          </Link>
        </Button>
        <Button
          variant="ghost"
          size="smallIcon"
          className="text-muted"
          aria-label={words.close()}
          onClick={onClose}
        >
          <X aria-hidden />
        </Button>
      </div>
      <div className="px-6 pb-8">
        {job !== undefined && <Shown job={job} />}
        {job === undefined && isError && <ErrorState error={error} onRetry={() => void refetch()} />}
        {job === undefined && !isError && <PaneSkeleton />}
      </div>
    </section>
  );
}

function Shown({ job }: { readonly job: Job }) {
  const words = useMessages(jobMessages);
  const account = useAccount();
  const isOwn = account?.company?.id === job.company.id && job.source === null;
  return (
    <div className="@container">
      <h2 className="text-2xl break-words">{job.title}</h2>
      <p className="mt-1 text-muted">
        <Link
          to="/companies/$companyId"
          params={{ companyId: job.company.id }}
          className="font-medium text-ink hover:underline"
        >
          {job.company.name}
        </Link>
        <CompanyMark company={job.company} />
        {' · '}
        {words.posted()} <RelativeTime value={job.published_at} />
      </p>
      <JobFacts job={job} className="mt-4" />
      <PayNotes job={job} />
      <JobSkills skills={job.skills} />
      <div className="mt-5 grid items-start gap-4 @2xl:grid-cols-2">
        <div className="space-y-3">
          <JobNotices job={job} />
          {isOwn ? <OwnJobPanel job={job} /> : <ApplyPanel job={job} />}
          <MarkButtons job={job} withLabels />
        </div>
        {job.match !== null && (
          <Card className="p-5">
            <MatchPanel match={job.match} />
          </Card>
        )}
      </div>
      <h3 className="mt-8 mb-4 text-lg">{words.about()}</h3>
      <Description html={job.description_html} />
      {job.source !== null && <FoundAt source={job.source} />}
      <div className="mt-8 space-y-4">
        <MoreOfJob job={job} isOwn={isOwn} />
      </div>
    </div>
  );
}

const PaneSkeleton = () => (
  <div className="space-y-4 pt-2">
    <Skeleton className="h-8 w-2/3" />
    <Skeleton className="h-4 w-1/3" />
    <Skeleton className="mt-6 h-64 w-full" />
  </div>
);
