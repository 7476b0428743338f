import type { ApplicationDetail, ApplicationStatus } from '@rolecall/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { ResumeLink } from '../../components/applications/resume-link.tsx';
import { ResumeSummary } from '../../components/applications/resume-summary.tsx';
import { StatusBadge } from '../../components/applications/status-badge.tsx';
import { Timeline } from '../../components/applications/timeline.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { Field, Textarea } from '../../components/ui/field.tsx';
import { Monogram } from '../../components/ui/monogram.tsx';
import { hasCode, toastError } from '../../lib/errors.ts';
import { statusActionMessages, statusMessages } from '../../lib/labels.messages.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { useTextDraft } from '../../lib/use-draft.ts';
import { emptyInterview, InterviewFields, toInterviewInput } from './interview-fields.tsx';
import { InterviewsSection } from './interviews-section.tsx';
import { companyJobsMessages } from './messages.ts';
import { pendingDecisionMessages } from './pending-decision.messages.ts';
import { PendingDecisionNotice, useReleaseWords } from './pending-decision.tsx';

export function ApplicantDetail({ applicationId }: { readonly applicationId: string }) {
  const { data, error, isError, refetch } = useQuery(applicationQueries.one(applicationId));
  if (data === undefined) {
    return (
      <Card className="p-6">
        {isError ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-64 w-full" />
        )}
      </Card>
    );
  }
  return <DetailCard application={data} />;
}

function DetailCard({ application }: { readonly application: ApplicationDetail }) {
  const words = useMessages(companyJobsMessages);
  const actions = useMessages(statusActionMessages);
  const { applicant, status, pending, note, resume, history, job, allowed_statuses: allowed } = application;
  const [next, setNext] = useState<ApplicationStatus>();
  return (
    <Card className="p-5 sm:p-6" data-testid="applicant-detail">
      <header className="flex flex-wrap items-start gap-4">
        <Monogram name={applicant.name} className="size-12 rounded-full text-base" />
        <div className="min-w-48 flex-1 sm:min-w-0">
          <h2 className="text-xl">{applicant.name}</h2>
          {applicant.headline !== '' && <p className="text-sm text-muted">{applicant.headline}</p>}
          <a
            href={`mailto:${applicant.email}`}
            className="mt-1 inline-flex items-center gap-1.5 text-sm wrap-anywhere text-accent-ink underline underline-offset-2"
          >
            <Mail className="size-4 shrink-0" aria-hidden />
            {applicant.email}
          </a>
        </div>
        <StatusBadge status={status} />
      </header>

      {pending !== null && <PendingDecisionNotice application={application} pending={pending} />}

      {allowed.length > 0 && (
        <section
          aria-label={words.next_step()}
          className="mt-5 flex flex-wrap gap-2 border-t border-line pt-5"
        >
          {allowed.map((candidate, index) => (
            <Button
              key={candidate}
              variant={candidate === 'rejected' ? 'quietDanger' : index === 0 ? 'primary' : 'secondary'}
              onClick={() => setNext(candidate)}
            >
              {actions[candidate]()}
            </Button>
          ))}
        </section>
      )}

      <InterviewsSection application={application} />

      <section className="mt-5 space-y-3 border-t border-line pt-5">
        <h3 className="font-semibold">{words.note()}</h3>
        <p className="text-sm leading-relaxed break-words whitespace-pre-line">
          {note === '' ? <span className="text-muted">{words.no_note()}</span> : note}
        </p>
        {resume !== null && <ResumeLink resume={resume} />}
        {resume !== null && <ResumeSummary resume={resume} />}
      </section>

      <section className="mt-5 space-y-4 border-t border-line pt-5">
        <h3 className="font-semibold">{words.happened()}</h3>
        <Timeline history={history} actors={{ applicant: applicant.name, recruiter: job.company_name }} />
      </section>

      {next !== undefined && (
        <StatusDialog application={application} status={next} onClose={() => setNext(undefined)} />
      )}
    </Card>
  );
}

interface StatusDialogProps {
  readonly application: ApplicationDetail;
  readonly status: ApplicationStatus;
  readonly onClose: () => void;
}

/** Each step is told to the applicant, most of them for good, so it is looked at once more. */
function StatusDialog({ application, status, onClose }: StatusDialogProps) {
  const words = useMessages(companyJobsMessages);
  const statuses = useMessages(statusMessages);
  const actions = useMessages(statusActionMessages);
  const queries = useQueryClient();
  const [note, setNote, forgetNote] = useTextDraft(`status:${application.id}:${status}`);
  const [draft, setDraft] = useState(emptyInterview);
  const { timeZone } = useTimeFormat();
  const decision = useMessages(pendingDecisionMessages);
  const release = useReleaseWords();
  const change = useMutation({
    mutationFn: () =>
      client.applications.changeStatus({
        params: { application_id: application.id },
        body: {
          status,
          note,
          expected_status: application.status,
          interview: toInterviewInput(draft, timeZone),
        },
      }),
    onSuccess: async (updated) => {
      forgetNote();
      queries.setQueryData(applicationQueries.one(application.id).queryKey, updated);
      toast.success(words.step_of({ step: application.applicant.name, name: statuses[status]() }), {
        description: updated.pending === null ? words.applicant_told() : release(updated.pending),
      });
      await refresh();
      onClose();
    },
    onError: async (error) => {
      toastError(error);
      // What was written stays, to be said in other words.
      if (hasCode(error, 'note_refused')) return;
      onClose();
      // Somebody moved it meanwhile: show how it stands now.
      if (hasCode(error, 'edit_conflict') || hasCode(error, 'illegal_transition')) {
        await queries.invalidateQueries({ queryKey: ['applications', 'one', application.id] });
        await refresh();
      }
    },
  });
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['applications', 'job', application.job.id] }),
      queries.invalidateQueries({ queryKey: ['company-jobs'] }),
    ]);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.step_of({ step: actions[status](), name: application.applicant.name })}
      description={
        status === 'rejected' ? decision.about_rejections() : words.step_about({ status: statuses[status]() })
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
        className="space-y-4"
      >
        <Field label={words.note_to()} optional>
          {(attributes) => (
            <Textarea
              {...attributes}
              rows={5}
              maxLength={2_000}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        {status === 'interview' && (
          <InterviewFields
            draft={draft}
            timeZone={timeZone}
            required={false}
            withNote={false}
            onChange={setDraft}
          />
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button
            type="submit"
            variant={status === 'rejected' ? 'danger' : 'primary'}
            busy={change.isPending}
          >
            {actions[status]()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
