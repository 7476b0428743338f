import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, CheckCheck, Ellipsis, EyeOff, Keyboard, Layers, Rows3, Settings2 } from 'lucide-react';
import { useChangeAll } from '../../components/notifications/changing.ts';
import { setDensity, useDensity } from '../../components/notifications/density.ts';
import { Button } from '../../components/ui/button.tsx';
import { Menu, MenuItem } from '../../components/ui/menu.tsx';
import { useMessages } from '../../lib/language.tsx';
import { notificationQueries } from '../../lib/queries/notifications.ts';
import { inboxPageMessages } from './messages.ts';

/** What can be done with the inbox as a whole. */
export function PageActions({ onHelp }: { readonly onHelp: () => void }) {
  const words = useMessages(inboxPageMessages);
  const { data: counts } = useQuery(notificationQueries.counts());
  const changeAll = useChangeAll();
  const density = useDensity();
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        className="max-sm:size-10 max-sm:p-0"
        aria-label={words.mark_all_read()}
        disabled={(counts?.unread ?? 0) === 0}
        busy={changeAll.isPending}
        onClick={() => changeAll.mutate({ change: 'read', filter: { state: 'unread' } })}
      >
        <CheckCheck aria-hidden />
        <span className="max-sm:hidden">{words.mark_all_read()}</span>
      </Button>
      <Button asChild size="icon">
        <Link to="/notifications/digests" aria-label={words.digests()} title={words.digests()}>
          <Layers aria-hidden />
        </Link>
      </Button>
      <Button asChild size="icon">
        <Link
          to="/settings/notifications"
          aria-label={words.notification_settings()}
          title={words.notification_settings()}
        >
          <Settings2 aria-hidden />
        </Link>
      </Button>
      <Menu
        trigger={
          <Button size="icon" aria-label={words.more_for_inbox()} title={words.more()}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => changeAll.mutate({ change: 'archive', filter: { state: 'read' } })}>
          <Archive aria-hidden />
          {words.archive_read()}
        </MenuItem>
        <MenuItem asChild>
          <Link to="/notifications/kept-out">
            <EyeOff aria-hidden />
            {words.kept_out()}
          </Link>
        </MenuItem>
        <MenuItem onSelect={() => setDensity(density === 'compact' ? 'comfortable' : 'compact')}>
          <Rows3 aria-hidden />
          {density === 'compact' ? words.comfortable() : words.compact()}
        </MenuItem>
        <MenuItem onSelect={onHelp}>
          <Keyboard aria-hidden />
          {words.shortcuts()}
        </MenuItem>
      </Menu>
    </div>
  );
}
