import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { id } from '../../lib/search.ts';
import { vacancyMessages } from './messages.ts';
import { vacancyQueries } from './queries.ts';

interface DialogProps {
  readonly jobId: string;
  readonly onClose: () => void;
}

function useDecision(decide: () => Promise<unknown>, onClose: () => void) {
  const words = useMessages(vacancyMessages);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: async () => {
      toast.success(words.done());
      onClose();
      await queries.invalidateQueries({ queryKey: vacancyQueries.all });
    },
    onError: toastError,
  });
}

/** Asks before a posting is taken out of its vacancy. */
export function SplitDialog({ jobId, onClose }: DialogProps) {
  const words = useMessages(vacancyMessages);
  const split = useDecision(() => client.vacancies.split({ params: { job_id: jobId } }), onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.split_title()}
      description={words.split_about()}
    >
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.cancel()}</Button>
        <Button variant="primary" busy={split.isPending} onClick={() => split.mutate()}>
          {words.split()}
        </Button>
      </div>
    </Dialog>
  );
}

/** The id that is a part of an address, or stands alone. */
const idIn = (written: string): string | undefined => written.trim().split(/[/?#]/).map(id).find(Boolean);

/** Asks with which vacancy this one is one. */
export function MergeDialog({ jobId, onClose }: DialogProps) {
  const words = useMessages(vacancyMessages);
  const [other, setOther] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const otherId = idIn(other);
  const merge = useDecision(
    () => client.vacancies.merge({ params: { job_id: jobId }, body: { job_id: otherId ?? '' } }),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsWrong(otherId === undefined);
    if (otherId !== undefined) merge.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.merge()}
      description={words.merge_about()}
    >
      <form onSubmit={submit} className="space-y-4" noValidate>
        <Field label={words.other()} error={isWrong ? words.other_wrong() : undefined}>
          {(attributes) => (
            <Input {...attributes} value={other} onChange={({ target }) => setOther(target.value)} />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={merge.isPending}>
            {words.merge()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
