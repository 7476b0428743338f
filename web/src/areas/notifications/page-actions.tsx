import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, CheckCheck, Ellipsis, EyeOff, Keyboard, Layers, Settings2 } from 'lucide-react';
import { useChangeAll } from '../../components/notifications/changing.ts';
import { Button } from '../../components/ui/button.tsx';
import { Menu, MenuItem } from '../../components/ui/menu.tsx';
import { notificationQueries } from '../../lib/queries/notifications.ts';

/** What can be done with the inbox as a whole. */
export function PageActions({ onHelp }: { readonly onHelp: () => void }) {
  const { data: counts } = useQuery(notificationQueries.counts());
  const changeAll = useChangeAll();
  return (
    <div className="flex gap-2">
      <Button
        disabled={(counts?.unread ?? 0) === 0}
        busy={changeAll.isPending}
        onClick={() => changeAll.mutate({ change: 'read', filter: { state: 'unread' } })}
      >
        <CheckCheck aria-hidden />
        Mark all read
      </Button>
      <Button asChild size="icon">
        <Link to="/notifications/digests" aria-label="Digests" title="Digests">
          <Layers aria-hidden />
        </Link>
      </Button>
      <Button asChild size="icon">
        <Link to="/settings/notifications" aria-label="Notification settings" title="Notification settings">
          <Settings2 aria-hidden />
        </Link>
      </Button>
      <Menu
        trigger={
          <Button size="icon" aria-label="More for the inbox" title="More">
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem onSelect={() => changeAll.mutate({ change: 'archive', filter: { state: 'read' } })}>
          <Archive aria-hidden />
          Archive all that is read
        </MenuItem>
        <MenuItem asChild>
          <Link to="/notifications/kept-out">
            <EyeOff aria-hidden />
            Kept out of your inbox
          </Link>
        </MenuItem>
        <MenuItem onSelect={onHelp}>
          <Keyboard aria-hidden />
          Keyboard shortcuts
        </MenuItem>
      </Menu>
    </div>
  );
}
