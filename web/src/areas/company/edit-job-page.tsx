import type { Job, JobInput } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { CircleX } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState, ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useMessages } from '../../lib/language.tsx';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { useForgetDraft } from '../../lib/use-draft.ts';
import { jobFormMessages } from './job-form.messages.ts';
import { JobForm } from './job-form.tsx';

const route = getRouteApi('/company/jobs/$jobId/edit');

const inputOf = (job: Job): JobInput => ({
  title: job.title,
  description: job.description_html,
  places: job.places,
  workplace: job.workplace,
  employment_type: job.employment_type,
  seniority: job.seniority,
  department: job.department,
  skills: job.skills,
  pay: job.pay,
  deadline_at: job.deadline_at,
});

export function EditJobPage() {
  const words = useMessages(jobFormMessages);
  const { jobId } = route.useParams();
  const { data: job, error, isError, refetch } = useQuery(jobQueries.one(jobId));
  return (
    <Page title={words.edit()} width="medium">
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {job === undefined && !isError && <ListSkeleton rows={2} />}
      {job?.status === 'open' && <EditForm job={job} />}
      {job?.status === 'closed' && (
        <EmptyState
          icon={CircleX}
          title={words.closed()}
          action={
            <Button asChild>
              <Link to="/company/jobs">{words.your_jobs()}</Link>
            </Button>
          }
        >
          {words.reopen_first()}
        </EmptyState>
      )}
    </Page>
  );
}

function EditForm({ job }: { readonly job: Job }) {
  const words = useMessages(jobFormMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  // Of a job that has changed meanwhile an older draft is none.
  const draftKey = `job:${job.id}:${job.updated_at}`;
  const forgetDraft = useForgetDraft(draftKey);
  const save = useMutation({
    mutationFn: (body: JobInput) => client.jobs.update({ params: { job_id: job.id }, body }),
    onSuccess: async (updated) => {
      forgetDraft();
      queries.setQueryData(jobQueries.one(job.id).queryKey, updated);
      toast.success(words.saved());
      await queries.invalidateQueries({ queryKey: ['company-jobs'] });
      await navigate({ to: '/jobs/$jobId', params: { jobId: job.id } });
    },
  });
  return (
    <JobForm
      initial={inputOf(job)}
      submitLabel={words.save()}
      busy={save.isPending}
      error={save.error}
      draftKey={draftKey}
      onSubmit={(values) => save.mutate(values)}
    />
  );
}
