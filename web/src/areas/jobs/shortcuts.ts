import { type Shortcuts, useShortcuts } from '../../lib/shortcuts.ts';

/** The places of the buttons in the card of a job. */
const save = 0;
const hide = 1;

/** Keys for a list of jobs. Enter opens the one that has the focus, as any link. */
const shortcuts: Shortcuts = {
  '/': focusWords,
  j: () => move(1),
  k: () => move(-1),
  s: () => pressButton(save),
  h: () => pressButton(hide),
};

export const useJobShortcuts = (): void => useShortcuts(shortcuts);

function focusWords(): void {
  const words = document.querySelector<HTMLInputElement>('input[name="q"]');
  words?.focus();
  words?.select();
}

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-testid="job-card"]')];

const focusedCard = (): number => cards().findIndex((card) => card.contains(document.activeElement));

function move(step: 1 | -1): void {
  const all = cards();
  const next = all[Math.min(all.length - 1, Math.max(0, focusedCard() + step))];
  next?.querySelector<HTMLElement>('a')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function pressButton(place: number): void {
  cards()[focusedCard()]?.querySelectorAll<HTMLElement>('button[aria-pressed]')[place]?.click();
}
