import type { Notification } from '@rolecall/contract';
import { useState } from 'react';
import { useChange } from '../../components/notifications/changing.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, Input } from '../../components/ui/field.tsx';
import { useNow } from '../../lib/clock.ts';
import { formatMoment } from '../../lib/format.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { snoozePresets } from '../../lib/snooze.ts';
import { instantOf, wallTimeIn } from '../../lib/zoned-date.ts';
import { inboxPageMessages } from './messages.ts';

interface SnoozeDialogProps {
  readonly notifications: readonly Notification[];
  readonly onClose: () => void;
}

/** Asks until when some notifications are put off. */
export function SnoozeDialog({ notifications, onClose }: SnoozeDialogProps) {
  const words = useMessages(inboxPageMessages);
  const change = useChange();
  const format = useTimeFormat();
  const now = useNow();
  const presets = snoozePresets(now, format.timeZone);
  const [time, setTime] = useState(() => wallTimeIn(presets[0]?.until ?? now.toISOString(), format.timeZone));
  const end = time === '' ? null : instantOf(time, format.timeZone);
  const isAhead = end !== null && Date.parse(end) > now.getTime();

  function snooze(until: string): void {
    change({ change: 'snooze', notifications, until });
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.snooze_many({ count: notifications.length })}
      description={words.snooze_about()}
    >
      <div className="space-y-5">
        <ul className="space-y-2">
          {presets.map(({ name, until }) => (
            <li key={name}>
              <Button className="w-full justify-between" onClick={() => snooze(until)}>
                {words[name]()}
                <span className="font-normal text-muted">{formatMoment(until, format)}</span>
              </Button>
            </li>
          ))}
        </ul>
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (end !== null && isAhead) snooze(end);
          }}
        >
          <Field
            label={words.until()}
            hint={words.in_zone({ zone: format.timeZone })}
            error={time === '' || isAhead ? undefined : words.not_ahead()}
          >
            {(attributes) => (
              <Input
                type="datetime-local"
                required
                value={time}
                min={wallTimeIn(now.toISOString(), format.timeZone)}
                onChange={({ target }) => setTime(target.value)}
                {...attributes}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" className="w-full" disabled={!isAhead}>
            {words.snooze()}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
