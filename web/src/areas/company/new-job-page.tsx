import type { JobInput } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { CompanyHint } from '../../components/company/company-hint.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useAccount } from '../../lib/session.ts';
import { JobForm } from './job-form.tsx';

const emptyJob: JobInput = {
  title: '',
  description: '',
  places: [],
  workplace: null,
  employment_type: null,
  seniority: null,
  department: null,
  skills: [],
  pay: null,
  deadline_at: null,
};

export function NewJobPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const account = useAccount();
  const post = useMutation({
    mutationFn: (body: JobInput) => client.jobs.create({ body }),
    onSuccess: async (job) => {
      toast.success('The job is posted', {
        description: job.is_announced
          ? 'People whose profile fits are being told.'
          : 'Nobody is told of it until your company is verified.',
        action: {
          label: 'See it',
          onClick: () => void navigate({ to: '/jobs/$jobId', params: { jobId: job.id } }),
        },
      });
      await queries.invalidateQueries({ queryKey: ['company-jobs'] });
      await navigate({ to: '/company/jobs' });
    },
  });
  return (
    <Page title="Post a job" width="medium" description={account?.company?.name}>
      <CompanyHint />
      <JobForm
        initial={emptyJob}
        submitLabel="Post job"
        busy={post.isPending}
        error={post.error}
        onSubmit={(values) => post.mutate(values)}
      />
    </Page>
  );
}
