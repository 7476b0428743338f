import type { Job, JobMark, JobSummary, MarkedJob } from '@rolecall/contract';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { moments } from '../../lib/moments.ts';
import { jobQueries } from '../../lib/queries/jobs.ts';
import { mapPages, type Pages } from '../../lib/queries/pages.ts';
import { jobPartsMessages } from './messages.ts';

interface Change {
  readonly job: JobSummary;
  /** Null takes the mark away that the job has. */
  readonly mark: JobMark | null;
}

function send({ job, mark }: Change): Promise<unknown> {
  const request = { params: { job_id: job.id } };
  if (mark === 'saved') return client.jobs.save(request);
  if (mark === 'hidden') return client.jobs.hide(request);
  return job.mark === 'hidden' ? client.jobs.unhide(request) : client.jobs.unsave(request);
}

/** Shows the mark wherever the job is on the screen. */
function show(queries: QueryClient, { job, mark }: Change): void {
  const marked = <Shown extends JobSummary>(shown: Shown): Shown =>
    shown.id === job.id ? { ...shown, mark } : shown;
  const inside = <Item extends { readonly job: JobSummary }>(item: Item): Item => ({
    ...item,
    job: marked(item.job),
  });
  queries.setQueriesData<Pages<JobSummary>>({ queryKey: ['jobs', 'search'] }, (pages) =>
    mapPages(pages, marked),
  );
  for (const queryKey of [['matches'], ['marked-jobs']]) {
    queries.setQueriesData<Pages<MarkedJob>>({ queryKey }, (pages) => mapPages(pages, inside));
  }
  queries.setQueryData<Job>(jobQueries.one(job.id).queryKey, (shown) => shown && marked(shown));
}

/** Saves or hides a job, at once on the screen and with a way back. */
export function useMarkJob() {
  const words = useMessages(jobPartsMessages);
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: send,
    onMutate: (change: Change) => show(queries, change),
    onSuccess: (_answer, { job, mark }) => {
      const before = job.mark;
      if (mark === 'saved') moments.happened('job_saved');
      const told = mark === null ? (`taken_${before ?? 'saved'}` as const) : (`given_${mark}` as const);
      toast.success(words[told](), {
        description: job.title,
        action: { label: words.undo(), onClick: () => mutate({ job: { ...job, mark }, mark: before }) },
      });
      void queries.invalidateQueries({ queryKey: ['marked-jobs'] });
    },
    onError: (error, { job }) => {
      toastError(error);
      show(queries, { job, mark: job.mark });
    },
  });
  return mutate;
}
