import type { InboxChangeName, Notification } from '@rolecall/contract';
import { AlarmClock, Archive, ArchiveRestore, MailOpen, MailX, Pin, Trash2, X } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';

interface SelectionBarProps {
  readonly selected: readonly Notification[];
  readonly onChange: (change: InboxChangeName) => void;
  readonly onSnooze: () => void;
  readonly onClear: () => void;
}

/** What can be done with all that is selected. */
export function SelectionBar({ selected, onChange, onSnooze, onClear }: SelectionBarProps) {
  const anyUnread = selected.some(({ read_at: readAt }) => readAt === null);
  const allArchived = selected.every(({ archived_at: archivedAt }) => archivedAt !== null);
  const actions = [
    allArchived
      ? { label: 'Move to the inbox', icon: ArchiveRestore, act: () => onChange('unarchive') }
      : { label: 'Archive', icon: Archive, act: () => onChange('archive') },
    anyUnread
      ? { label: 'Mark as read', icon: MailOpen, act: () => onChange('read') }
      : { label: 'Mark as unread', icon: MailX, act: () => onChange('unread') },
    { label: 'Snooze', icon: AlarmClock, act: onSnooze },
    { label: 'Pin', icon: Pin, act: () => onChange('pin') },
    { label: 'Delete', icon: Trash2, act: () => onChange('delete') },
  ];
  return (
    <section
      aria-label="Selected notifications"
      className="sticky top-16 z-20 mb-3 flex flex-wrap items-center gap-1 rounded-xl border border-line bg-surface px-2 py-1.5 shadow-floating"
    >
      <Button
        variant="ghost"
        size="smallIcon"
        aria-label="Select nothing"
        title="Select nothing"
        onClick={onClear}
      >
        <X aria-hidden />
      </Button>
      <p role="status" className="mr-auto text-sm font-medium">
        {selected.length} selected
      </p>
      {actions.map(({ label, icon: Icon, act }) => (
        <Button key={label} variant="ghost" size="smallIcon" aria-label={label} title={label} onClick={act}>
          <Icon aria-hidden />
        </Button>
      ))}
    </section>
  );
}
