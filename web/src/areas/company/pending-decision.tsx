import type { ApplicationDetail, PendingDecision } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Clock, Undo2 } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { hasCode, toastError } from '../../lib/errors.ts';
import { statusMessages } from '../../lib/labels.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { pendingDecisionMessages } from './pending-decision.messages.ts';

/** When the applicant is told, by their own clocks, which are named where the reader has others. */
export function useReleaseWords(): (pending: PendingDecision) => string {
  const { locale, timeZone } = useLanguage();
  return ({ release_at: at, time_zone: zone }) => {
    const words = pendingDecisionMessages(locale, zone);
    return zone === timeZone
      ? words.told_on({ at })
      : words.told_on_there({ at, zone: zone.replaceAll('_', ' ') });
  };
}

/** Says when the applicant is told of a rejection, and takes it back until then. */
export function PendingDecisionNotice({
  application,
  pending,
}: {
  readonly application: ApplicationDetail;
  readonly pending: PendingDecision;
}) {
  const queries = useQueryClient();
  const words = useMessages(pendingDecisionMessages);
  const statuses = useMessages(statusMessages);
  const release = useReleaseWords();
  const takeBack = useMutation({
    mutationFn: () => client.applications.takeBack({ params: { application_id: application.id } }),
    onSuccess: async (updated) => {
      queries.setQueryData(applicationQueries.one(application.id).queryKey, updated);
      toast.success(words.taken_back());
      await refresh();
    },
    onError: async (error) => {
      toastError(error);
      // The applicant was told meanwhile, or a colleague has taken it back.
      if (!hasCode(error, 'nothing_to_take_back')) return;
      await queries.invalidateQueries({ queryKey: ['applications', 'one', application.id] });
      await refresh();
    },
  });
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['applications', 'job', application.job.id] }),
      queries.invalidateQueries({ queryKey: ['company-jobs'] }),
    ]);
  return (
    <section
      aria-label={words.title()}
      className="mt-5 flex flex-wrap items-center gap-3 rounded-xl bg-sunken p-4 text-sm"
      data-testid="pending-decision"
    >
      <Clock className="size-4 shrink-0 text-muted" aria-hidden />
      <div className="min-w-56 flex-1">
        <p className="font-medium">{release(pending)}</p>
        <p className="mt-0.5 text-muted">{words.until_then({ status: statuses[pending.told_status]() })}</p>
      </div>
      <Button size="small" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
        <Undo2 aria-hidden />
        {words.take_back()}
      </Button>
    </section>
  );
}
