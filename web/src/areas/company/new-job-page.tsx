import type { JobInput } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { CompanyHint } from '../../components/company/company-hint.tsx';
import { Page } from '../../components/ui/page.tsx';
import { useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { useForgetDraft } from '../../lib/use-draft.ts';
import { jobFormMessages } from './job-form.messages.ts';
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

const draftKey = 'job:new';

export function NewJobPage() {
  const words = useMessages(jobFormMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const account = useAccount();
  const forgetDraft = useForgetDraft(draftKey);
  const post = useMutation({
    mutationFn: (body: JobInput) => client.jobs.create({ body }),
    onSuccess: async (job) => {
      forgetDraft();
      toast.success(words.posted(), {
        description: job.is_announced ? words.being_told() : words.nobody_told(),
        action: {
          label: words.see_it(),
          onClick: () => void navigate({ to: '/jobs/$jobId', params: { jobId: job.id } }),
        },
      });
      await queries.invalidateQueries({ queryKey: ['company-jobs'] });
      await navigate({ to: '/company/jobs' });
    },
  });
  return (
    <Page title={words.post_title()} width="medium" description={account?.company?.name}>
      <CompanyHint />
      <JobForm
        initial={emptyJob}
        submitLabel={words.post()}
        busy={post.isPending}
        error={post.error}
        draftKey={draftKey}
        onSubmit={(values) => post.mutate(values)}
      />
    </Page>
  );
}
