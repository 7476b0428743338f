import { createContext, useContext } from 'react';
import type { InboxStore } from './inbox/store.ts';
import type { NotificationLabels } from './labels/labels.ts';

/** What the provider gives to the hooks and components below it. */
export interface NotificationsContext {
  readonly store: InboxStore;
  readonly labels: NotificationLabels;
  /** BCP 47; the browser's own when undefined. */
  readonly locale: string | undefined;
  /** Address where a path of an action leads; null for what is no path. */
  readonly toAddress: (path: string) => string | null;
}

export const Context = createContext<NotificationsContext | null>(null);

export function useNotificationsContext(): NotificationsContext {
  const context = useContext(Context);
  if (context === null) throw new Error('Put <NotificationsProvider> around what shows notifications.');
  return context;
}
