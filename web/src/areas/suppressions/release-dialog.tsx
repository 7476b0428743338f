import type { Suppression } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Select } from '../../components/ui/field.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { suppressionMessages } from './messages.ts';

/** For how many days bounces do not suppress the address again. */
const pins = [0, 7, 30, 365] as const;

export function ReleaseDialog({
  suppression,
  onClose,
}: {
  readonly suppression: Suppression;
  readonly onClose: () => void;
}) {
  const words = useMessages(suppressionMessages);
  const [days, setDays] = useState(0);
  const queries = useQueryClient();
  const release = useMutation({
    mutationFn: () =>
      client.suppressions.release({
        params: { suppression_id: suppression.id },
        body: { pin_days: days },
      }),
    onSuccess: async () => {
      toast.success(words.written_again(), { description: suppression.address ?? undefined });
      onClose();
      await queries.invalidateQueries({ queryKey: ['operator', 'suppressions'] });
    },
    onError: toastError,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.release_title()}
      description={
        <span className="break-words">
          <strong>{suppression.address ?? words.erased()}</strong>. {words.release_about()}
        </span>
      }
    >
      <div className="space-y-5">
        {suppression.reason === 'complaint' && (
          <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn-ink">
            {words.complaint_warning()}
          </p>
        )}
        {suppression.address !== null && (
          <Field label={words.suppress_again()} hint={words.pin_hint()}>
            {(attributes) => (
              <Select {...attributes} value={days} onChange={({ target }) => setDays(Number(target.value))}>
                {pins.map((pin) => (
                  <option key={pin} value={pin}>
                    {words[`pin_${pin}`]()}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button variant="primary" busy={release.isPending} onClick={() => release.mutate()}>
            {words.release()}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
