import type { Notification } from '@rolecall/contract';
import { type RefObject, useEffect, useRef } from 'react';
import { useChange } from './changing.ts';

/** What has been visible is told in one go, in milliseconds. */
const pause = 700;

/**
 * Tells the server which notifications have been on the screen: those whose row was in view while the page was visible.
 * A row names its notifications in `data-unseen`, by their ids with spaces between them.
 */
export function useSeen(container: RefObject<HTMLElement | null>, shown: readonly Notification[]): void {
  const change = useChange();
  const byId = useRef(new Map<string, Notification>());
  byId.current = new Map(shown.map((notification) => [notification.id, notification]));
  const isUnseen = shown.some(({ seen_at: seenAt }) => seenAt === null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows have to be watched too
  useEffect(() => {
    if (!isUnseen) return;
    const visible = new Set<string>();
    let timer: number | undefined;

    const tell = () => {
      timer = undefined;
      if (document.visibilityState === 'hidden') return;
      const notifications = [...visible].flatMap((id) => byId.current.get(id) ?? []);
      visible.clear();
      const unseen = notifications.filter(({ seen_at: seenAt }) => seenAt === null);
      if (unseen.length > 0) change({ change: 'seen', notifications: unseen });
    };
    const tellSoon = () => {
      if (visible.size > 0) timer ??= window.setTimeout(tell, pause);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const ids = target.getAttribute('data-unseen')?.split(' ').filter(Boolean) ?? [];
          if (isIntersecting) for (const id of ids) visible.add(id);
        }
        tellSoon();
      },
      { threshold: 0.6 },
    );
    for (const row of container.current?.querySelectorAll('[data-unseen]') ?? []) observer.observe(row);
    document.addEventListener('visibilitychange', tellSoon);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', tellSoon);
      window.clearTimeout(timer);
    };
  }, [container, change, isUnseen, shown]);
}
