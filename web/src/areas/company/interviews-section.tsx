import type { ApplicationDetail, Interview, InterviewInput } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { InterviewList } from '../../components/applications/interview-list.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Confirm, Dialog } from '../../components/ui/dialog.tsx';
import { FormError } from '../../components/ui/field.tsx';
import { describeError, toastError } from '../../lib/errors.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { applicationQueries } from '../../lib/queries/applications.ts';
import { emptyInterview, InterviewFields, toDraft, toInterviewInput } from './interview-fields.tsx';
import { companyJobsMessages } from './messages.ts';

const isOpen = ({ status, ends_at }: Interview) => status !== 'cancelled' && Date.parse(ends_at) > Date.now();

/** The interviews of an applicant, and what a recruiter does about them. */
export function InterviewsSection({ application }: { readonly application: ApplicationDetail }) {
  const words = useMessages(companyJobsMessages);
  const { interviews, status } = application;
  const [planning, setPlanning] = useState<Interview | 'new'>();
  const [cancelling, setCancelling] = useState<Interview>();
  const changes = status === 'interview';
  if (!changes && interviews.length === 0) return null;
  return (
    <section className="mt-5 space-y-3 border-t border-line pt-5">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-semibold">{words.interviews()}</h3>
        {changes && (
          <Button size="small" onClick={() => setPlanning('new')}>
            <CalendarPlus aria-hidden />
            {words.plan()}
          </Button>
        )}
      </div>
      {interviews.length === 0 ? (
        <p className="text-sm text-muted">{words.no_time()}</p>
      ) : (
        <InterviewList
          interviews={interviews}
          actions={(interview) =>
            changes &&
            isOpen(interview) && (
              <div className="mt-3 flex justify-end gap-2">
                <Button size="small" variant="quietDanger" onClick={() => setCancelling(interview)}>
                  {words.cancel_it()}
                </Button>
                <Button size="small" onClick={() => setPlanning(interview)}>
                  {words.move()}
                </Button>
              </div>
            )
          }
        />
      )}
      {planning !== undefined && (
        <PlanDialog
          application={application}
          interview={planning === 'new' ? null : planning}
          onClose={() => setPlanning(undefined)}
        />
      )}
      {cancelling !== undefined && (
        <CancelDialog
          application={application}
          interview={cancelling}
          onClose={() => setCancelling(undefined)}
        />
      )}
    </section>
  );
}

interface DialogProps {
  readonly application: ApplicationDetail;
  readonly onClose: () => void;
}

function useShow(application: ApplicationDetail) {
  const queries = useQueryClient();
  return (updated: ApplicationDetail) =>
    queries.setQueryData(applicationQueries.one(application.id).queryKey, updated);
}

function PlanDialog({
  application,
  interview,
  onClose,
}: DialogProps & { readonly interview: Interview | null }) {
  const words = useMessages(companyJobsMessages);
  const { timeZone } = useTimeFormat();
  const show = useShow(application);
  const [draft, setDraft] = useState(() =>
    interview === null ? emptyInterview : toDraft(interview, timeZone),
  );
  const plan = useMutation({
    mutationFn: (body: InterviewInput) =>
      interview === null
        ? client.applications.scheduleInterview({ params: { application_id: application.id }, body })
        : client.applications.moveInterview({
            params: { application_id: application.id, interview_id: interview.id },
            body,
          }),
    onSuccess: (updated) => {
      show(updated);
      toast.success(interview === null ? words.invited() : words.moved(), {
        description: words.applicant_told(),
      });
      onClose();
    },
  });
  const failure = plan.error === null ? undefined : describeError(plan.error);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={interview === null ? words.plan() : words.move_title()}
      description={words.told_at_once({ name: application.applicant.name })}
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const input = toInterviewInput(draft, timeZone);
          if (input !== undefined) plan.mutate(input);
        }}
      >
        <FormError message={failure?.detail ?? failure?.title} />
        <InterviewFields draft={draft} timeZone={timeZone} required withNote onChange={setDraft} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.back()}</Button>
          <Button type="submit" variant="primary" busy={plan.isPending}>
            {interview === null ? words.invite() : words.move_it()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function CancelDialog({ application, interview, onClose }: DialogProps & { readonly interview: Interview }) {
  const words = useMessages(companyJobsMessages);
  const show = useShow(application);
  const cancel = useMutation({
    mutationFn: () =>
      client.applications.cancelInterview({
        params: { application_id: application.id, interview_id: interview.id },
        body: {},
      }),
    onSuccess: (updated) => {
      show(updated);
      toast.success(words.is_cancelled(), { description: words.applicant_told() });
    },
    onError: toastError,
    onSettled: onClose,
  });
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.cancel_title()}
      description={words.told_at_once({ name: application.applicant.name })}
      action={words.cancel_action()}
      busy={cancel.isPending}
      onConfirm={() => cancel.mutate()}
    />
  );
}
