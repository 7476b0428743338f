import { useQuery } from '@tanstack/react-query';
import { BellIcon } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ComponentProps, Suspense, useState } from 'react';
import { Button } from '../components/ui/button.tsx';
import { Sheet } from '../components/ui/dialog.tsx';
import { ListSkeleton } from '../components/ui/feedback.tsx';
import { badgeCount } from '../lib/format.ts';
import { useMessages } from '../lib/language.tsx';
import { lazyPart } from '../lib/lazy-part.ts';
import { useMediaQuery } from '../lib/media-query.ts';
import { notificationQueries } from '../lib/queries/notifications.ts';
import { appMessages } from './messages.ts';

const InboxPanel = lazyPart(
  async () => (await import('../components/notifications/inbox-panel.tsx')).InboxPanel,
);

interface BellButtonProps extends ComponentProps<'button'> {
  readonly unread: number;
}

function BellButton({ unread, ...props }: BellButtonProps) {
  const words = useMessages(appMessages);
  return (
    <Button
      variant="ghost"
      size="icon"
      className="relative"
      aria-label={unread === 0 ? words.notifications() : words.notifications_unread({ count: unread })}
      data-testid="bell"
      {...props}
    >
      <BellIcon aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          data-testid="unread-badge"
          className="absolute top-0.5 end-0 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-signal px-1 text-[0.6875rem] leading-none font-semibold text-on-signal"
        >
          {badgeCount(unread)}
        </span>
      )}
    </Button>
  );
}

/** How many notifications are unread, and the newest of them in a panel. */
export function Bell() {
  const words = useMessages(appMessages);
  const [open, setOpen] = useState(false);
  const { data: counts } = useQuery(notificationQueries.counts());
  const wide = useMediaQuery('(min-width: 40rem)');
  const unread = counts?.unread ?? 0;

  const panel = (
    <Suspense fallback={<ListSkeleton rows={3} className="p-4" />}>
      <InboxPanel onLeave={() => setOpen(false)} />
    </Suspense>
  );

  if (!wide) {
    return (
      <>
        <BellButton unread={unread} aria-haspopup="dialog" onClick={() => setOpen(true)} />
        <Sheet open={open} onOpenChange={setOpen} title={words.notifications()}>
          {panel}
        </Sheet>
      </>
    );
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <BellButton unread={unread} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={words.notifications()}
          className="z-50 flex max-h-[min(36rem,var(--radix-popover-content-available-height))] w-104 animate-appear flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-floating outline-none"
        >
          {panel}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
