import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Textarea } from '../../components/ui/field.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { moderationMessages } from './messages.ts';
import { moderationQueries } from './queries.ts';

export type Decision = 'hide' | 'dismiss' | 'restore';

const done = { hide: 'done_hidden', dismiss: 'done_dismissed', restore: 'done_restored' } as const;
const longestReason = 1_000;

interface DecisionDialogProps {
  readonly jobId: string;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** Asks why, and decides. */
export function DecisionDialog({ jobId, decision, onClose }: DecisionDialogProps) {
  const words = useMessages(moderationMessages);
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const decide = useMutation({
    // The reason is one line in the log.
    mutationFn: () =>
      client.moderation[decision]({
        params: { job_id: jobId },
        body: { reason: reason.replace(/\s+/g, ' ').trim() },
      }),
    onSuccess: async () => {
      toast.success(words[done[decision]]());
      onClose();
      await queries.invalidateQueries({ queryKey: moderationQueries.all });
    },
    onError: toastError,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacksReason = decision === 'hide' && reason.trim() === '';
    setIsMissing(lacksReason);
    if (!lacksReason) decide.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words[decision]()}
      description={words[`${decision}_about`]()}
    >
      <form onSubmit={submit} className="space-y-4" noValidate>
        <Field
          label={words.reason()}
          hint={words.reason_hint()}
          error={isMissing ? words.reason_missing() : undefined}
        >
          {(attributes) => (
            <Textarea
              {...attributes}
              maxLength={longestReason}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant={decision === 'hide' ? 'danger' : 'primary'} busy={decide.isPending}>
            {words[decision]()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
