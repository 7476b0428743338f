import type { InboxChangeName, Notification } from '@rolecall/contract';
import { type RefObject, useEffect, useRef } from 'react';
import { type Shortcuts, useShortcuts } from '../../lib/shortcuts.ts';

interface InboxKeys {
  readonly container: RefObject<HTMLElement | null>;
  /** What a row stands for, by its `data-row`. */
  readonly notificationsOf: (row: string) => readonly Notification[];
  readonly selected: readonly Notification[];
  /** Whether lists of the inbox are shown anew when one of these changes. */
  readonly shown: unknown;
  readonly onChange: (change: InboxChangeName, notifications: readonly Notification[]) => void;
  readonly onSelect: (notifications: readonly Notification[]) => void;
  readonly onSnooze: (notifications: readonly Notification[]) => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

const rowOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-row]') ?? null;

/**
 * The keys of the inbox. The focus itself walks from row to row, so that whoever sees it, hears it or uses Tab from there
 * is at the same place; when a row leaves, its neighbour gets the focus.
 */
export function useInboxKeys(keys: InboxKeys): void {
  const { container, notificationsOf, selected, onChange, onSelect, onSnooze, onSearch, onHelp } = keys;
  const next = useRef<string | null>(null);

  const rows = () => [...(container.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const current = () => rowOf(document.activeElement);

  function move(step: 1 | -1): void {
    const all = rows();
    const row = current();
    const place = row === null ? (step === 1 ? -1 : all.length) : all.indexOf(row);
    const target = all[place + step];
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** What an action is meant for: what is selected, else the row with the focus. */
  const meant = (): readonly Notification[] =>
    selected.length > 0 ? selected : notificationsOf(current()?.dataset['row'] ?? '');

  function act(change: (notifications: readonly Notification[]) => InboxChangeName): void {
    const notifications = meant();
    if (notifications.length === 0) return;
    const row = current();
    const ids = new Set(notifications.map(({ id }) => id));
    const all = rows();
    const leaves = (element: HTMLElement) =>
      notificationsOf(element.dataset['row'] ?? '').every(({ id }) => ids.has(id));
    if (row !== null) {
      const place = all.indexOf(row);
      const after = all.slice(place).find((element) => !leaves(element));
      const before = all.slice(0, place).findLast((element) => !leaves(element));
      next.current = (after ?? before)?.dataset['row'] ?? null;
    }
    onChange(change(notifications), notifications);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks whether the row with the focus has left
  useEffect(() => {
    if (next.current === null || current() !== null) return;
    const target = rows().find((element) => element.dataset['row'] === next.current);
    next.current = null;
    target?.focus();
  }, [keys.shown]);

  const shortcuts: Shortcuts = {
    j: () => move(1),
    k: () => move(-1),
    Enter: () => current()?.querySelector<HTMLElement>('a, button[aria-expanded]')?.click(),
    e: () => act((all) => (all.every(({ archived_at: at }) => at !== null) ? 'unarchive' : 'archive')),
    u: () => act((all) => (all.some(({ read_at: at }) => at === null) ? 'read' : 'unread')),
    p: () => act((all) => (all.every(({ pinned_at: at }) => at !== null) ? 'unpin' : 'pin')),
    '#': () => act(() => 'delete'),
    s: () => {
      const notifications = meant();
      if (notifications.length > 0) onSnooze(notifications);
    },
    x: () => {
      const notifications = notificationsOf(current()?.dataset['row'] ?? '');
      if (notifications.length > 0) onSelect(notifications);
    },
    '/': onSearch,
    '?': onHelp,
  };
  useShortcuts(shortcuts);
}
