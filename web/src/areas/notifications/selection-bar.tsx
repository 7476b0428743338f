import type { InboxChangeName, Notification } from '@rolecall/contract';
import { AlarmClock, Archive, ArchiveRestore, MailOpen, MailX, Pin, Trash2, X } from 'lucide-react';
import { Button } from '../../components/ui/button.tsx';
import { useMessages } from '../../lib/language.tsx';
import { inboxPageMessages } from './messages.ts';

interface SelectionBarProps {
  readonly selected: readonly Notification[];
  readonly onChange: (change: InboxChangeName) => void;
  readonly onSnooze: () => void;
  readonly onClear: () => void;
}

/** What can be done with all that is selected. */
export function SelectionBar({ selected, onChange, onSnooze, onClear }: SelectionBarProps) {
  const words = useMessages(inboxPageMessages);
  const anyUnread = selected.some(({ read_at: readAt }) => readAt === null);
  const allArchived = selected.every(({ archived_at: archivedAt }) => archivedAt !== null);
  const actions = [
    allArchived
      ? { label: words.to_inbox(), icon: ArchiveRestore, act: () => onChange('unarchive') }
      : { label: words.archive(), icon: Archive, act: () => onChange('archive') },
    anyUnread
      ? { label: words.mark_read(), icon: MailOpen, act: () => onChange('read') }
      : { label: words.mark_unread(), icon: MailX, act: () => onChange('unread') },
    { label: words.snooze(), icon: AlarmClock, act: onSnooze },
    { label: words.pin(), icon: Pin, act: () => onChange('pin') },
    { label: words.delete(), icon: Trash2, act: () => onChange('delete') },
  ];
  return (
    <section
      aria-label={words.selected()}
      className="sticky top-16 z-20 mb-3 flex flex-wrap items-center gap-1 rounded-xl border border-line bg-surface px-2 py-1.5 shadow-floating"
    >
      <Button
        variant="ghost"
        size="smallIcon"
        aria-label={words.select_nothing()}
        title={words.select_nothing()}
        onClick={onClear}
      >
        <X aria-hidden />
      </Button>
      <p role="status" className="me-auto text-sm font-medium">
        {words.selected_count({ count: selected.length })}
      </p>
      {actions.map(({ label, icon: Icon, act }) => (
        <Button key={label} variant="ghost" size="smallIcon" aria-label={label} title={label} onClick={act}>
          <Icon aria-hidden />
        </Button>
      ))}
    </section>
  );
}
