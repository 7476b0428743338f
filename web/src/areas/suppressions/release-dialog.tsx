import type { Suppression } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Select } from '../../components/ui/field.tsx';
import { toastError } from '../../lib/errors.ts';

/** For how many days bounces do not suppress the address again. */
const pins = [
  { days: 0, label: 'As soon as it bounces' },
  { days: 7, label: 'Not for a week' },
  { days: 30, label: 'Not for a month' },
  { days: 365, label: 'Not for a year' },
] as const;

export function ReleaseDialog({
  suppression,
  onClose,
}: {
  readonly suppression: Suppression;
  readonly onClose: () => void;
}) {
  const [days, setDays] = useState(0);
  const queries = useQueryClient();
  const release = useMutation({
    mutationFn: () =>
      client.suppressions.release({
        params: { suppression_id: suppression.id },
        body: { pin_days: days },
      }),
    onSuccess: async () => {
      toast.success('It is written to again', { description: suppression.address ?? undefined });
      onClose();
      await queries.invalidateQueries({ queryKey: ['operator', 'suppressions'] });
    },
    onError: toastError,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Write to this address again?"
      description={
        <span className="break-words">
          <strong>{suppression.address ?? 'An address of somebody who was erased'}</strong>. Its bounces so
          far are forgotten. If it stands here for another reason too, that stays.
        </span>
      }
    >
      <div className="space-y-5">
        {suppression.reason === 'complaint' && (
          <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn-ink">
            Its owner reported a mail as spam. Release it only when they have asked you to.
          </p>
        )}
        {suppression.address !== null && (
          <Field
            label="Suppress it again"
            hint="A pin is for servers that bounce by mistake. A report of spam counts all the same."
          >
            {(attributes) => (
              <Select {...attributes} value={days} onChange={({ target }) => setDays(Number(target.value))}>
                {pins.map((pin) => (
                  <option key={pin.days} value={pin.days}>
                    {pin.label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={release.isPending} onClick={() => release.mutate()}>
            Release
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
