import { type JobStaleness, type JobSummary, type LinkFinding, staleMessages } from '@rolecall/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Hourglass, Unlink } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { reportJobMessages } from './report-job.messages.ts';
import { staleJobMessages } from './stale.messages.ts';

/** Marks a job of a list that is probably stale, with the reasons for whoever asks for them. */
export function StaleMark({ job }: { readonly job: Pick<JobSummary, 'stale'> }) {
  const words = useMessages(staleJobMessages);
  const reasons = useMessages(staleMessages);
  if (job.stale === null) return null;
  return (
    <p className="mt-2 text-sm text-muted" data-testid="stale">
      <Badge tone="warn" className="me-1.5">
        {words.stale()}
      </Badge>
      {job.stale.reasons.map((reason) => reasons[reason]()).join(' ')}
    </p>
  );
}

/** Why a job is probably stale, on its page. */
export function StaleNotice({ stale }: { readonly stale: JobStaleness | null }) {
  const words = useMessages(staleJobMessages);
  const reasons = useMessages(staleMessages);
  if (stale === null) return null;
  return (
    <Card className="space-y-2 border-warn p-5 text-sm" data-testid="stale-notice">
      <h2 className="flex items-center gap-2 font-semibold">
        <Hourglass className="size-4 shrink-0" aria-hidden />
        {words.title()}
      </h2>
      <ul className="list-disc space-y-1 ps-5">
        {stale.reasons.map((reason) => (
          <li key={reason}>{reasons[reason]()}</li>
        ))}
      </ul>
      <p>{words.about()}</p>
      <p className="text-muted">
        {words.first_posted()} <RelativeTime value={stale.first_posted_at} />
        {stale.times_posted > 1 && ` · ${words.posted_times({ count: stale.times_posted })}`}
      </p>
      {stale.checked_at !== null && (
        <p className="text-muted">
          {words.checked()} <RelativeTime value={stale.checked_at} />
        </p>
      )}
    </Card>
  );
}

/** Says with one click that a job is gone, so that its page is looked at. */
export function ReportGone({ jobId }: { readonly jobId: string }) {
  const words = useMessages(staleJobMessages);
  const reports = useMessages(reportJobMessages);
  const account = useAccount();
  const report = useMutation({
    mutationFn: () =>
      client.moderation.report({ params: { job_id: jobId }, body: { reason: 'dead', text: '' } }),
    onSuccess: () =>
      toast.success(words.reported(), account === null ? {} : { description: words.reported_told() }),
    onError: (error) => {
      if (hasCode(error, 'already_reported')) toast.info(reports.already());
      else if (hasCode(error, 'too_many_reports')) toast.error(reports.too_many());
      else toastError(error);
    },
  });
  return (
    <Button
      variant="ghost"
      size="small"
      className="text-muted"
      busy={report.isPending}
      disabled={report.isSuccess}
      title={words.gone_about()}
      onClick={() => report.mutate()}
    >
      <Unlink aria-hidden />
      {words.gone()}
    </Button>
  );
}

/** What was found at the link of a job, for operators. */
export function LinkEvidence({ jobId }: { readonly jobId: string }) {
  const words = useMessages(staleJobMessages);
  const { data } = useQuery({
    queryKey: ['operator', 'job-link', jobId],
    queryFn: () => client.operator.readJobLink({ params: { job_id: jobId } }),
  });
  if (data === undefined || data.url === null) return null;
  const said = (finding: LinkFinding) => words[finding === 'gone' ? 'gone_finding' : finding]();
  return (
    <Card className="space-y-2 p-5 text-sm" data-testid="link-evidence">
      <h2 className="font-semibold">{words.link()}</h2>
      {data.finding === null ? (
        <p className="text-muted">{words.link_never()}</p>
      ) : (
        <p>
          {said(data.finding)}
          {data.status !== null && ` · ${words.link_status({ status: data.status })}`}
        </p>
      )}
      {data.detail !== '' && <p className="break-words text-muted">“{data.detail}”</p>}
      {data.checked_at !== null && (
        <p className="text-muted">
          {words.checked()} <RelativeTime value={data.checked_at} />
        </p>
      )}
      {data.next_at !== null && (
        <p className="text-muted">
          {words.link_next()} <RelativeTime value={data.next_at} />
        </p>
      )}
      {data.is_reported && <p>{words.link_reported()}</p>}
    </Card>
  );
}
