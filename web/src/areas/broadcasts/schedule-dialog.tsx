import { type BroadcastDetail, broadcastScheduleSchema } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { client, RolecallError } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input, Select } from '../../components/ui/field.tsx';
import { DateTime } from '../../components/ui/time.tsx';
import { describeError } from '../../lib/errors.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { instantOf, wallTimeIn } from '../../lib/zoned-date.ts';
import { broadcastMessages } from './messages.ts';
import { broadcastChanged } from './queries.ts';

interface ScheduleDialogProps {
  readonly broadcast: BroadcastDetail;
  readonly onClose: () => void;
}

/** `UTC` is missing from the list of some browsers. */
const timeZones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort();

export function ScheduleDialog({ broadcast, onClose }: ScheduleDialogProps) {
  const words = useMessages(broadcastMessages);
  const queries = useQueryClient();
  const own = useTimeFormat().timeZone;
  const [zone, setZone] = useState(broadcast.time_zone ?? own);
  const { scheduled_at: scheduledAt } = broadcast;
  const [local, setLocal] = useState(scheduledAt === null ? '' : wallTimeIn(scheduledAt, zone));
  const at = local === '' ? null : instantOf(local, zone);
  const schedule = useMutation({
    mutationFn: (instant: string) =>
      client.broadcasts.schedule({
        params: { broadcast_id: broadcast.id },
        body: broadcastScheduleSchema.parse({ at: instant, time_zone: zone }),
      }),
    onSuccess: (changed) => {
      broadcastChanged(queries, changed);
      toast.success(words.is_scheduled());
      onClose();
    },
  });
  const { error } = schedule;
  const fieldFault = error instanceof RolecallError ? error.fields[0]?.message : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (at !== null) schedule.mutate(at);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.schedule_title()}
      description={words.schedule_about()}
    >
      <form onSubmit={submit} className="space-y-4">
        <FormError
          message={error === null || fieldFault !== undefined ? undefined : describeError(error).title}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={words.date_and_time()} error={fieldFault}>
            {(attributes) => (
              <Input
                {...attributes}
                type="datetime-local"
                required
                value={local}
                onChange={({ target }) => setLocal(target.value)}
              />
            )}
          </Field>
          <Field label={words.time_zone()}>
            {(attributes) => (
              <Select {...attributes} value={zone} onChange={({ target }) => setZone(target.value)}>
                {timeZones.map((name) => (
                  <option key={name} value={name}>
                    {name.replaceAll('_', ' ')}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {at !== null && zone !== own && (
          <p className="text-sm text-muted">
            {words.for_you()} <DateTime value={at} />.
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel()}</Button>
          <Button type="submit" variant="primary" busy={schedule.isPending}>
            {words.schedule()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
