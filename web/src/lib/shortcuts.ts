import { useEffect, useRef, useSyncExternalStore } from 'react';

/** What the keys of the inbox do, by the character that they give. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const switchedOff = 'rolecall-shortcuts-off';
const listeners = new Set<() => void>();

/** People who steer by voice, or whose hands slip, can switch single keys off; this browser remembers it. */
export const shortcutSwitch = {
  isOn: (): boolean => localStorage.getItem(switchedOff) === null,
  set(on: boolean): void {
    if (on) localStorage.removeItem(switchedOff);
    else localStorage.setItem(switchedOff, 'true');
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export const useShortcutsOn = (): boolean =>
  useSyncExternalStore(shortcutSwitch.subscribe, shortcutSwitch.isOn);

/** Where keys belong to something else: what is typed into, and whatever lies above the page. */
const elsewhere = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Listens for single keys on the whole page, while it is on. With a modifier they belong to the browser. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const on = useShortcutsOn();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector(elsewhere) !== null) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      // Enter is for what has the focus; only a row has nothing of its own to do with it.
      const onRow = event.target instanceof HTMLElement && event.target.hasAttribute('data-row');
      if (event.key === 'Enter' && !onRow) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
