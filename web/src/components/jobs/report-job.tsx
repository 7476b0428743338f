import { type ReportReason, reportMessages, reportReasons } from '@rolecall/contract';
import { useMutation } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { hasCode, toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { useAccount } from '../../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, Textarea } from '../ui/field.tsx';
import { reportJobMessages } from './report-job.messages.ts';

const longestText = 2_000;

/** Lets anybody tell the operators that something is wrong with a job. */
export function ReportJob({ jobId }: { readonly jobId: string }) {
  const words = useMessages(reportJobMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" size="small" className="text-muted" onClick={() => setIsOpen(true)}>
        <Flag aria-hidden />
        {words.report()}
      </Button>
      {isOpen && <ReportDialog jobId={jobId} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function ReportDialog({ jobId, onClose }: { readonly jobId: string; readonly onClose: () => void }) {
  const words = useMessages(reportJobMessages);
  const reasons = useMessages(reportMessages);
  const account = useAccount();
  const [reason, setReason] = useState<ReportReason>('fraud');
  const [text, setText] = useState('');
  const report = useMutation({
    mutationFn: () => client.moderation.report({ params: { job_id: jobId }, body: { reason, text } }),
    onSuccess: () => {
      toast.success(words.done(), account === null ? {} : { description: words.done_told() });
      onClose();
    },
    onError: (error) => {
      if (hasCode(error, 'already_reported')) toast.info(words.already());
      else if (hasCode(error, 'too_many_reports')) toast.error(words.too_many());
      else return toastError(error);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    report.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.report()}
      description={words.about()}
    >
      <form onSubmit={submit} className="space-y-4">
        <Field label={words.reason()}>
          {(attributes) => (
            <Select
              {...attributes}
              value={reason}
              onChange={({ target }) =>
                setReason(reportReasons.find((one) => one === target.value) ?? 'other')
              }
            >
              {reportReasons.map((one) => (
                <option key={one} value={one}>
                  {reasons[one]()}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.text()}>
          {(attributes) => (
            <Textarea
              {...attributes}
              maxLength={longestText}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={report.isPending}>
            {words.send()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
