import type { Notification } from '@rolecall/contract';
import { toast } from 'sonner';
import { spokenLanguage } from '../lib/spoken.ts';
import { appMessages } from './messages.ts';

/** So many single toasts within the window; what comes beyond is told as a number. */
const burstLimit = 3;
/** In milliseconds. */
const burstWindow = 10_000;
const burstToast = 'notification-burst';

interface AnnouncerActions {
  /** Follows the notification's link. */
  readonly open: (notification: Notification) => void;
  readonly openInbox: () => void;
}

/**
 * Shows a live notification as a toast. A tab in the background stays silent, because another one may be in front,
 * and nobody would see it; a flood, for example after the import of many jobs, becomes one toast with its number.
 */
export function createAnnouncer(actions: AnnouncerActions): (notification: Notification) => void {
  let burst: number[] = [];
  return (notification) => {
    const { id, title, message, action, read_at: readAt, archived_at: archivedAt } = notification;
    if (document.visibilityState === 'hidden' || !notification.live) return;
    // What was missed may have been dealt with on another device.
    if (readAt !== null || archivedAt !== null || notification.snoozed_until !== null) return;
    const now = Date.now();
    burst = [...burst.filter((moment) => now - moment < burstWindow), now];
    if (burst.length > burstLimit) {
      const words = appMessages(spokenLanguage());
      toast(words.new_notifications({ count: burst.length }), {
        id: burstToast,
        action: { label: words.inbox(), onClick: actions.openInbox },
      });
      return;
    }
    toast(title, {
      id,
      description: message,
      ...(action === null
        ? {}
        : { action: { label: action.label, onClick: () => actions.open(notification) } }),
    });
  };
}
