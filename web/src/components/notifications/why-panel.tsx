import type { Why } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../lib/language.tsx';
import { traceQueries } from '../../lib/queries/traces.ts';
import { PathLink } from '../path-link.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorState, Skeleton } from '../ui/feedback.tsx';
import { ExplanationDialog } from './explanation-dialog.tsx';
import { traceMessages } from './trace.messages.ts';
import { TraceStory } from './trace-story.tsx';

/** Leads from a job to why the person was told of it, or was not. */
export function WhyPanel({ subject }: { readonly subject: string }) {
  const words = useMessages(traceMessages);
  const [open, setOpen] = useState(false);
  const [other, setOther] = useState<string>();
  const { data } = useQuery(traceQueries.why(subject));
  if (data === undefined) return null;
  const question = data.traces.length > 0 ? words.why_got() : words.why_not();
  return (
    <>
      <Button variant="ghost" size="small" className="w-full" onClick={() => setOpen(true)}>
        <CircleHelp aria-hidden />
        {question}
      </Button>
      {open && (
        <WhyDialog
          title={question}
          subject={subject}
          onClose={() => setOpen(false)}
          onOther={(notificationId) => {
            setOpen(false);
            setOther(notificationId);
          }}
        />
      )}
      {other !== undefined && (
        <ExplanationDialog notificationId={other} onClose={() => setOther(undefined)} />
      )}
    </>
  );
}

function WhyDialog({
  title,
  subject,
  onClose,
  onOther,
}: {
  readonly title: string;
  readonly subject: string;
  readonly onClose: () => void;
  readonly onOther: (notificationId: string) => void;
}) {
  const { data, error, isError, refetch } = useQuery(traceQueries.why(subject));
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title={title}>
      {isError && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <Skeleton className="h-40 w-full" />}
      {data?.absence && <AbsenceNote absence={data.absence} onOther={onOther} />}
      <div className="divide-y divide-line">
        {data?.traces.map((trace) => (
          <div key={trace.notification_id} className="py-5 first:pt-0 last:pb-0">
            <TraceStory trace={trace} />
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function AbsenceNote({
  absence,
  onOther,
}: {
  readonly absence: NonNullable<Why['absence']>;
  readonly onOther: (notificationId: string) => void;
}) {
  const words = useMessages(traceMessages);
  const { notification_id: notificationId } = absence;
  return (
    <div className="space-y-4 text-sm" data-testid="absence">
      <p>{absence.text}</p>
      {absence.path !== null && (
        <p>
          <PathLink path={absence.path} className="text-accent-ink underline underline-offset-2">
            {words.change_it()}
          </PathLink>
        </p>
      )}
      {notificationId !== null && (
        <Button size="small" onClick={() => onOther(notificationId)}>
          {words.show_told()}
        </Button>
      )}
    </div>
  );
}
