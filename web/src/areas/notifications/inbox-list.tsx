import type { Notification } from '@rolecall/contract';
import { Fragment } from 'react';
import { useDensity } from '../../components/notifications/density.ts';
import { NotificationRow } from '../../components/notifications/notification-row.tsx';
import { RowMenu } from '../../components/notifications/row-menu.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useMessages } from '../../lib/language.tsx';
import { GroupRow, rowLabel } from './group-row.tsx';
import type { InboxRow } from './groups.ts';
import { inboxPageMessages } from './messages.ts';

interface InboxListProps {
  readonly label: string;
  readonly rows: readonly InboxRow[];
  readonly selected: ReadonlySet<string>;
  readonly openGroups: ReadonlySet<string>;
  readonly onSelect: (notifications: readonly Notification[]) => void;
  readonly onToggleGroup: (id: string) => void;
  readonly onExplain: (notification: Notification) => void;
  readonly onSnooze: (notification: Notification) => void;
}

/** Rows of notifications that can be chosen, opened and put aside. */
export function InboxList({ label, rows, selected, openGroups, ...on }: InboxListProps) {
  const words = useMessages(inboxPageMessages);
  const density = useDensity();
  const choiceOf = (notifications: readonly Notification[], name: string) => (
    <input
      type="checkbox"
      className="relative z-10 mt-0.5 size-5 shrink-0 cursor-pointer accent-accent"
      aria-label={words.select({ title: name })}
      checked={notifications.every(({ id }) => selected.has(id))}
      onChange={() => on.onSelect(notifications)}
    />
  );
  const one = (notification: Notification, inset = false) => (
    <NotificationRow
      key={notification.id}
      notification={notification}
      inset={inset}
      compact={density === 'compact'}
      choice={choiceOf([notification], notification.title)}
      menu={
        <RowMenu
          notification={notification}
          onExplain={() => on.onExplain(notification)}
          onSnooze={() => on.onSnooze(notification)}
        />
      }
    />
  );

  return (
    <Card className="overflow-clip">
      <ul aria-label={label} className="divide-y divide-line">
        {rows.map((row) => {
          if (row.notifications.length === 1) return one(row.notifications[0]);
          const open = openGroups.has(row.id);
          return (
            <Fragment key={row.id}>
              <GroupRow
                row={row}
                compact={density === 'compact'}
                open={open}
                onToggle={() => on.onToggleGroup(row.id)}
                choice={choiceOf(row.notifications, rowLabel(row, words))}
              />
              {open && row.notifications.map((notification) => one(notification, true))}
            </Fragment>
          );
        })}
      </ul>
    </Card>
  );
}
