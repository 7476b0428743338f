import type { ApplicationDetail } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { ArrowLeft, FileX } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { InterviewList } from '../../components/applications/interview-list.tsx';
import { ResumeLink } from '../../components/applications/resume-link.tsx';
import { StatusBadge } from '../../components/applications/status-badge.tsx';
import { Timeline } from '../../components/applications/timeline.tsx';
import { UnverifiedWarning } from '../../components/jobs/company-trust.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Section } from '../../components/ui/card.tsx';
import { Confirm } from '../../components/ui/dialog.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useNow } from '../../lib/clock.ts';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { useAccount } from '../../lib/session.ts';
import { AddToCalendar } from './add-to-calendar.tsx';
import { applicationPageMessages } from './pages.messages.ts';

const route = getRouteApi('/applications/$applicationId');

export function ApplicationPage() {
  const words = useMessages(applicationPageMessages);
  const { applicationId } = route.useParams();
  const account = useAccount();
  const { data, error, isError, refetch } = useQuery(applicationQueries.one(applicationId));

  if (data !== undefined && account?.role === 'recruiter') {
    return (
      <Navigate
        to="/company/jobs/$jobId/applicants"
        params={{ jobId: data.job.id }}
        search={{ application: data.id }}
        replace
      />
    );
  }
  if (data !== undefined) return <ApplicationView application={data} />;
  return (
    <Page title={words.application()} width="medium">
      {!isError && <ListSkeleton rows={2} />}
      {isError && !hasCode(error, 'not_found') && <ErrorState error={error} onRetry={() => void refetch()} />}
      {hasCode(error, 'not_found') && (
        <EmptyState icon={FileX} title={words.not_found()}>
          {words.not_found_why()}
        </EmptyState>
      )}
    </Page>
  );
}

function ApplicationView({ application }: { readonly application: ApplicationDetail }) {
  const words = useMessages(applicationPageMessages);
  const { job, status, note, resume, history, interviews, allowed_statuses: allowed } = application;
  const now = useNow();
  return (
    <Page
      title={words.title({ job: job.title })}
      heading={job.title}
      width="medium"
      description={[job.company_name, job.location].filter(Boolean).join(' · ')}
      action={<StatusBadge status={status} />}
    >
      <Link
        to="/applications"
        className="mb-4 inline-flex items-center gap-1.5 rounded-md text-sm text-muted hover:text-ink"
      >
        <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
        {words.all()}
      </Link>
      <div className="space-y-5">
        <UnverifiedWarning company={{ trust: job.company_trust }} />
        {interviews.length > 0 && (
          <Section title={words.interviews()}>
            <InterviewList
              interviews={interviews}
              actions={(interview) =>
                interview.status !== 'cancelled' &&
                Date.parse(interview.ends_at) > now.getTime() && (
                  <AddToCalendar application={application} interview={interview} />
                )
              }
            />
          </Section>
        )}
        <Section title={words.history()}>
          <Timeline history={history} actors={{ applicant: words.you(), recruiter: job.company_name }} />
        </Section>
        <Section
          title={words.sent()}
          action={
            <Button asChild size="small">
              <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
                {words.see_job()}
              </Link>
            </Button>
          }
        >
          <div className="space-y-4">
            <p className="text-sm leading-relaxed break-words whitespace-pre-line">
              {note === '' ? <span className="text-muted">{words.no_note()}</span> : note}
            </p>
            {resume !== null && <ResumeLink resume={resume} />}
          </div>
        </Section>
        {allowed.includes('withdrawn') && <Withdraw application={application} />}
      </div>
    </Page>
  );
}

function Withdraw({ application }: { readonly application: ApplicationDetail }) {
  const words = useMessages(applicationPageMessages);
  const company = application.job.company_name;
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => client.applications.withdraw({ params: { application_id: application.id } }),
    onSuccess: async (updated) => {
      queries.setQueryData(applicationQueries.one(application.id).queryKey, updated);
      toast.success(words.withdrawn(), { description: words.told({ company }) });
      await queries.invalidateQueries({ queryKey: ['applications', 'own'] });
    },
    onError: async (error) => {
      toastError(error);
      await queries.invalidateQueries({ queryKey: ['applications', 'one', application.id] });
    },
    onSettled: () => setAsking(false),
  });
  return (
    <div className="flex justify-end">
      <Button variant="quietDanger" onClick={() => setAsking(true)}>
        {words.withdraw_application()}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.withdraw_title()}
        description={words.withdraw_about({ company })}
        action={words.withdraw()}
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate()}
      />
    </div>
  );
}
