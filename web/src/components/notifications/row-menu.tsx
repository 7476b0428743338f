import type { Notification } from '@rolecall/contract';
import {
  AlarmClock,
  AlarmClockOff,
  Archive,
  ArchiveRestore,
  BellOff,
  CircleQuestionMark,
  Ellipsis,
  Pin,
  PinOff,
  Trash2,
} from 'lucide-react';
import { useNow } from '../../lib/clock.ts';
import { formatMoment } from '../../lib/format.ts';
import { useMessages, useTimeFormat } from '../../lib/language.tsx';
import { snoozePresets } from '../../lib/snooze.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { useChange } from './changing.ts';
import { inboxMessages } from './messages.ts';
import { mutesOf, useMute } from './muting.ts';

interface RowMenuProps {
  readonly notification: Notification;
  readonly onExplain: () => void;
  /** Asks for a time to snooze until. */
  readonly onSnooze: () => void;
}

/** Everything that can be done with one notification. */
export function RowMenu({ notification, onExplain, onSnooze }: RowMenuProps) {
  const words = useMessages(inboxMessages);
  const {
    title,
    subjects,
    archived_at: archivedAt,
    snoozed_until: until,
    pinned_at: pinnedAt,
  } = notification;
  const change = useChange();
  const mute = useMute();
  const format = useTimeFormat();
  const now = useNow();
  const make = (name: Parameters<typeof change>[0]['change'], end?: string) => () =>
    change({ change: name, notifications: [notification], ...(end === undefined ? {} : { until: end }) });

  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="smallIcon"
          aria-label={words.actions_for({ title })}
          title={words.actions()}
        >
          <Ellipsis className="text-muted" aria-hidden />
        </Button>
      }
    >
      {archivedAt === null ? (
        <MenuItem onSelect={make('archive')}>
          <Archive aria-hidden />
          {words.archive()}
        </MenuItem>
      ) : (
        <MenuItem onSelect={make('unarchive')}>
          <ArchiveRestore aria-hidden />
          {words.to_inbox()}
        </MenuItem>
      )}
      <MenuItem onSelect={make(pinnedAt === null ? 'pin' : 'unpin')}>
        {pinnedAt === null ? <Pin aria-hidden /> : <PinOff aria-hidden />}
        {pinnedAt === null ? words.pin() : words.unpin()}
      </MenuItem>
      <MenuItem onSelect={make('delete')}>
        <Trash2 aria-hidden />
        {words.delete()}
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label={words.snooze_until()}>
        {until !== null && (
          <MenuItem onSelect={make('unsnooze')}>
            <AlarmClockOff aria-hidden />
            {words.bring_back()}
          </MenuItem>
        )}
        {snoozePresets(now, format.timeZone).map(({ name, until: end }) => (
          <MenuItem key={name} onSelect={make('snooze', end)} title={formatMoment(end, format)}>
            <AlarmClock aria-hidden />
            {words[name]()}
          </MenuItem>
        ))}
        <MenuItem onSelect={onSnooze}>
          <AlarmClock aria-hidden />
          {words.pick_time()}
        </MenuItem>
      </MenuGroup>
      <MenuSeparator />
      {mutesOf(subjects).map(({ subject, message }) => (
        <MenuItem key={subject} onSelect={() => mute({ subject, label: title })}>
          <BellOff aria-hidden />
          {words[message]()}
        </MenuItem>
      ))}
      <MenuItem onSelect={onExplain}>
        <CircleQuestionMark aria-hidden />
        {words.why()}
      </MenuItem>
    </Menu>
  );
}
